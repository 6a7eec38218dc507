"""The fields that selectors, filters and conditions may ask for, by kind of thing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fnmatch import fnmatchcase
from typing import Any

from dealer_roles.rules.language.node import Node
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


def _id(_: View, node: Node) -> str:
    return node.id


def _task_part(name: str) -> Get:
    def get(view: View, node: Node) -> Any:
        task = node if node.kind == "task" else view.node("task", node.value.task)
        return getattr(task.value, name) if task else ()

    return get


_NAMED = {"id": _id, "name": _of("name")}
_TASK = {"task": _of("task"), "tag": _task_part("tags"), "area": _task_part("area")}
_BASED = {"basis": _of("basis"), "source": _of("sources")}
FIELDS: dict[str, dict[str, Get]] = {
    "organization": {**_NAMED, "coverage": _of("coverage"), "version": _of("version")},
    "department": {**_NAMED, "head": _of("head"), "declared": _of("declared")},
    "position": {
        **_NAMED,
        "department": _of("department"),
        "reports_to": _of("reports_to"),
        "line_stated": _of("line_stated"),
        "headcount": _of("headcount"),
        "deputy": _of("deputy"),
        "vacant": lambda _, n: n.value.vacant is not None,
        "purpose": lambda _, n: n.value.purpose.text if n.value.purpose else None,
        "measures": lambda _, n: tuple(m.text for m in n.value.measures),
    },
    "post": {**_NAMED, "headcount": _of("headcount"), "positions": _of("positions")},
    "party": _NAMED,
    "task": {
        **_NAMED,
        "tag": _of("tags"),
        "area": _of("area"),
        "about": _of("about"),
        "part_of": _of("part_of"),
        "split_by": _of("split_by"),
    },
    "duty": {
        "id": _id,
        **_TASK,
        **_BASED,
        "holder": _of("holder"),
        "responsibility": _of("responsibility"),
        "text": _of("text"),
        "when": _of("when"),
        "within": _of("within"),
        "limit": _of("limit"),
        "cadence": _of("cadence"),
        "effort": _of("effort"),
        "forms": _of("forms"),
        "counterparts": _of("counterparts"),
        "own_work_never": _of("own_work_never"),
        "derived": lambda _, n: bool(n.value.handoff),
    },
    "handoff": {
        "id": _id,
        **_TASK,
        **_BASED,
        "giver": _of("giver"),
        "to": _of("to"),
        "then": _of("then"),
        "form": _of("form"),
        "deliverable": _of("deliverable"),
        "approval": _of("approval"),
        "signers": _of("signers"),
        "when": _of("when"),
        "within": _of("within"),
    },
    "process": {**_NAMED, "about": _of("about"), **_BASED},
    "step": {
        "id": _id,
        **_TASK,
        "optional": _of("optional"),
        "when": _of("when"),
        "within": _of("within"),
    },
    "ladder": {"id": _id},
    "authority": {"id": _id, "task": _of("task"), **_BASED},
    "rung": {
        "id": _id,
        "position": _of("position"),
        "party": _of("party"),
        "manager": _of("manager"),
        "head": _of("head"),
        "within": _of("within"),
        "limit": _of("limit"),
        "alert": _of("alert"),
        "skip_subject": _of("skip_subject"),
        "note": _of("note"),
    },
}


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


_GLOB = frozenset("*?[")


def matches(value: Value, wanted: Value) -> bool:
    """Whether a value is the wanted one; wanted text may be a glob."""
    if isinstance(value, bool) or isinstance(wanted, bool):
        return str(value).lower() == str(wanted).lower()
    if isinstance(value, str):
        word = str(wanted)
        return value == word if _GLOB.isdisjoint(word) else fnmatchcase(value, word)
    try:
        return value == float(wanted)
    except ValueError:
        return False


def any_matches(found: Iterable[Value], wanted: Iterable[Value]) -> bool:
    """Whether any value is any of the wanted ones."""
    choices = tuple(wanted)
    for value in found:
        for choice in choices:
            if matches(value, choice):
                return True
    return False
