"""Positions and posts that have another id now and are still the same: by their name, or code."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from dealer_roles.organization.names import called
from dealer_roles.organization.on_day import OnDay
from dealer_roles.questions.diff_stated import Stated
from dealer_roles.values.fields import fields_of, has_fields, replace
from dealer_roles.values.text import Text


def renamed_holders(old: OnDay, new: OnDay) -> Mapping[str, str]:
    """Return what is called otherwise now, by its id before.

    Two are the same where one is gone and the other new, and no other of those has that name,
    or else that code.

    Args:
        old: The organization as it was, on a day.
        new: The organization as it is, on a day.
    """
    found: dict[str, str] = {}
    gone, come = _holders(old), _holders(new)
    for both in gone.keys() & come.keys():
        del gone[both], come[both]
    for known_by in (_name, _code):
        before, after = _alone(gone, known_by), _alone(come, known_by)
        for key in before.keys() & after.keys():
            was, is_ = before[key], after[key]
            if was not in found and is_ not in found.values():
                found[was] = is_
    return MappingProxyType(found)


def as_called_now(one: Stated, renamed: Mapping[str, str]) -> Stated:
    """Return what was stated as if every id in it were the one used now.

    A task or another thing may be called as the holder was. What is stated now must be replaced
    likewise, where no holder has the old id, so that such a thing stays the same in both.
    """
    if not renamed:
        return one
    facts = {key: _now(value, renamed) for key, value in one.facts.items()}
    key, loose = (tuple(_part(p, renamed) for p in parts) for parts in (one.key, one.loose))
    holder = renamed.get(one.holder, one.holder)
    return replace(one, holder=holder, key=key, loose=loose, facts=facts)


def _holders(org: OnDay) -> dict[str, Any]:
    return {**org.model.positions, **org.model.posts}


def _alone(holders: Mapping[str, Any], known_by: Callable[[Any], object]) -> dict[object, str]:
    """Return ids by what they are known by, where no other is known by the same."""
    found: dict[object, list[str]] = {}
    for id_, holder in holders.items():
        if key := known_by(holder):
            found.setdefault((type(holder), key), []).append(id_)
    return {key: ids[0] for key, ids in found.items() if len(ids) == 1}


def _name(holder: Any) -> object:
    return tuple(sorted(called(holder).to_dict().items()))


def _code(holder: Any) -> object:
    return getattr(holder, "code", "")


def _part(part: str, renamed: Mapping[str, str]) -> str:
    """Return a part of a key; the id of a hand-off that states none ends in its receiver's."""
    given, to, receiver = part.rpartition("-to-")
    return f"{given}{to}{renamed.get(receiver, receiver)}"


def _now(value: Any, renamed: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return renamed.get(value, value)
    if type(value) in (tuple, frozenset):
        return type(value)(_now(one, renamed) for one in value)
    if not has_fields(value) or isinstance(value, Text):
        return value
    return replace(
        value, **{f.name: _now(getattr(value, f.name), renamed) for f in fields_of(type(value))}
    )
