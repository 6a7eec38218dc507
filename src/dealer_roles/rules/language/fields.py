"""The fields that selectors, filters and conditions may ask for, by kind of thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from typing import Any

from dealer_roles.model.declare import keys_of
from dealer_roles.model.entities import (
    AuthorityRow,
    Department,
    Duty,
    Entry,
    Handoff,
    LadderStep,
    Position,
    Post,
    Process,
    Step,
    Task,
)
from dealer_roles.model.forms import is_plain
from dealer_roles.rules.language.node import NODE_KINDS, Node
from dealer_roles.rules.language.task_pick import WILD
from dealer_roles.rules.language.view import View
from dealer_roles.values.duration import TimeLimit
from dealer_roles.values.money import Money
from dealer_roles.values.text import Text

Value = str | float | bool
Get = Callable[[View, Node], Any]


def _of(name: str) -> Get:
    def get(_: View, node: Node) -> Any:
        return getattr(node.value, name)

    return get


def _task_part(name: str) -> Get:
    def get(view: View, node: Node) -> Any:
        task = node if node.kind == "task" else view.node("task", node.value.task)
        return getattr(task.value, name) if task else ()

    return get


_DECLARED: Mapping[str, type] = {
    "department": Department,
    "position": Position,
    "post": Post,
    "party": Entry,
    "task": Task,
    "duty": Duty,
    "handoff": Handoff,
    "process": Process,
    "step": Step,
    "rung": LadderStep,
    "authority": AuthorityRow,
}
_ONE_OF = {"sources": "source", "tags": "tag"}
"""What is asked of one of several is called by its singular."""
_TASK = {"tag": _task_part("tags"), "area": _task_part("area")}
_BESIDE: Mapping[str, Mapping[str, Get]] = {
    "organization": {"name": _of("name"), "coverage": _of("coverage"), "version": _of("version")},
    "department": {"declared": _of("declared")},
    "position": {
        "reports_to": _of("reports_to"),
        "line_stated": _of("line_stated"),
        "vacant": lambda _, n: n.value.vacant is not None,
        "purpose": lambda _, n: n.value.purpose.text if n.value.purpose else None,
        "measures": lambda _, n: tuple(m.text for m in n.value.measures),
    },
    "task": {"area": _of("area")},
    "duty": {
        **_TASK,
        "holder": _of("holder"),
        "own_work_never": _of("own_work_never"),
        "derived": lambda _, n: bool(n.value.handoff),
    },
    "handoff": {
        **_TASK,
        "giver": _of("giver"),
        "to": _of("to"),
        "form": _of("form"),
        "deliverable": _of("deliverable"),
    },
    "step": _TASK,
    "rung": {"skip_subject": _of("skip_subject")},
}
"""What is derived, or no plain value where it is declared."""


def _stated(declaration: type) -> Iterator[tuple[str, Get]]:
    """Yield what a declaration says in plain values, under the name that YAML has for it."""
    for name, key in keys_of(declaration).items():
        if name != "id" and is_plain(key.form):
            attribute = name if hasattr(declaration, name) else key.attribute
            yield _ONE_OF.get(attribute, attribute), _of(attribute)


FIELDS: Mapping[str, Mapping[str, Get]] = {
    kind: {
        "id": lambda _, node: node.id,
        **(dict(_stated(_DECLARED[kind])) if kind in _DECLARED else {}),
        **_BESIDE.get(kind, {}),
    }
    for kind in NODE_KINDS
}
"""What may be asked of each kind of thing: what it states in plain values, and what is derived."""


def known_fields(kinds: Iterable[str]) -> tuple[str, ...]:
    """Return the fields that every one of these kinds has."""
    sets = [set(FIELDS[kind]) for kind in kinds]
    return tuple(sorted(set.intersection(*sets))) if sets else ()


def raw_field(view: View, node: Node, field: str) -> Any:
    """Return a field as it stands in the entity."""
    return FIELDS[node.kind][field](view, node)


def values(view: View, node: Node, field: str) -> tuple[Value, ...]:
    """Return a field as plain values: hours for a limit in time, the amount for one in money."""
    raw = FIELDS[node.kind][field](view, node)
    if raw.__class__ is str:
        return (raw,) if raw else ()
    return tuple(_plain(view, raw))


def _plain(view: View, raw: Any) -> Iterable[Value]:
    if raw is None or raw == "":
        return
    if isinstance(raw, Text):
        yield from (part for part in (raw.zh, raw.en) if part)
    elif isinstance(raw, TimeLimit):
        yield raw.elapsed_hours(view.model.calendar)
    elif isinstance(raw, Money):
        yield raw.amount
    elif isinstance(raw, tuple):
        for item in raw:
            yield from _plain(view, item)
    else:
        yield raw


def matches(value: Value, wanted: Value) -> bool:
    """Whether a value is the wanted one; wanted text may be a glob."""
    if isinstance(value, bool) or isinstance(wanted, bool):
        return str(value).lower() == str(wanted).lower()
    if isinstance(value, str):
        word = str(wanted)
        return value == word if WILD.isdisjoint(word) else fnmatchcase(value, word)
    try:
        return value == float(wanted)
    except ValueError:
        return False


Said = Mapping[type, Mapping[Value, Sequence[str]]]
"""The things that say a value, by the kind of value: no number is true."""


def having(view: View, kind: str, field: str, wanted: tuple[Value, ...]) -> frozenset[str]:
    """Return the ids of the things of a kind of whose field any value is any of the wanted ones.

    A kind that has no such field has no such things. Each value is compared once, however many
    things say it, and however many rules ask.
    """
    return view.kept("having", (kind, field, wanted, tuple(map(type, wanted))), _having)


def _having(view: View, asked: tuple[str, str, tuple[Value, ...], object]) -> frozenset[str]:
    kind, field, wanted, _ = asked
    if field not in FIELDS[kind]:
        return frozenset()
    found: set[str] = set()
    for type_, ids_by_value in view.kept("said", (kind, field), _said).items():
        words = [one for one in wanted if type_ is str is type(one) and WILD.isdisjoint(one)]
        found.update(id_ for word in words for id_ in ids_by_value.get(word, ()))
        others = [one for one in wanted if one not in words]
        for value, ids in ids_by_value.items() if others else ():
            if any_matches((value,), others):
                found.update(ids)
    return frozenset(found)


def _said(view: View, asked: tuple[str, str]) -> Said:
    kind, field = asked
    found: dict[type, dict[Value, list[str]]] = defaultdict(lambda: defaultdict(list))
    for node in view.nodes(kind):
        for value in values(view, node, field):
            found[type(value)][value].append(node.id)
    return found


def any_matches(found: Iterable[Value], wanted: Iterable[Value]) -> bool:
    """Whether any value is any of the wanted ones."""
    choices = tuple(wanted)
    for value in found:
        for choice in choices:
            if matches(value, choice):
                return True
    return False
