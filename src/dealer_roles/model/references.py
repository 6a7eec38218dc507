"""Which fields of the definitions refer to what: a table, and a walk along it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

Path = tuple[str | int, ...]


class Reference(NamedTuple):
    """An id that stands at ``path`` and must be known in ``namespace``."""

    path: Path
    namespace: str
    id: str


_DUTY = (
    (("task",), "task"),
    (("supports",), "position"),
    (("scope",), "scope"),
    (("with",), "counterpart"),
    (("forms",), "form"),
)
_HANDOFF = (
    (("task",), "task"),
    (("then",), "task"),
    (("to",), "receiver"),
    (("deliverable", "form"), "form"),
    (("signers",), "counterpart"),
    (("scope",), "scope"),
)
_ESCALATION = ((("topic",), "topic"), (("to",), "superior"))
_HOLDER = (
    *((("duties", "*", *path), ns) for path, ns in _DUTY),
    *((("handoffs", "*", *path), ns) for path, ns in _HANDOFF),
    *((("escalations", "*", *path), ns) for path, ns in _ESCALATION),
)
_FIELDS: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {
    "position": (
        (("department",), "department"),
        (("reports_to",), "position"),
        (("deputy",), "position"),
        (("authority", "*", "topic"), "topic"),
        (("authority", "*", "task"), "task"),
        *_HOLDER,
    ),
    "organization": (
        (("departments", "*", "id"), "department"),
        (("departments", "*", "head"), "position"),
        (("ladders", "*", "*", "position"), "position"),
        (("ladders", "*", "*", "party"), "party"),
        (("ladders", "@key"), "topic"),
        (("posts", "*", "positions"), "position"),
        *((("posts", "*", *path), ns) for path, ns in _HOLDER),
        (("unowned", "*", "task"), "task"),
        (("unowned", "*", "scope"), "scope"),
    ),
    "process": (
        (("steps", "*", "task"), "task"),
        (("steps", "*", "scope"), "scope"),
    ),
    "departments": ((("departments", "*", "head"), "position"),),
    "positions": (
        (("positions", "*", "department"), "department"),
        (("positions", "*", "reports_to"), "position"),
    ),
    "tasks": (
        (("tasks", "*", "part_of"), "task"),
        (("tasks", "*", "split_by"), "dimension"),
    ),
}


def references(data: Any) -> Iterator[Reference]:
    """Yield every id that a checked document refers to, with its place."""
    for pattern, namespace in _FIELDS.get(data["kind"], ()):
        if namespace == "scope":
            yield from _scopes(data, pattern)
        else:
            yield from _ids(data, pattern, namespace)


def _ids(data: Any, pattern: tuple[str, ...], namespace: str) -> Iterator[Reference]:
    for path, value in _walk(data, pattern, ()):
        if value.__class__ is str:
            yield Reference(path, namespace, value)
        elif isinstance(value, list):
            for index, item in enumerate(value):
                yield Reference((*path, index), namespace, item)


def _scopes(data: Any, pattern: tuple[str, ...]) -> Iterator[Reference]:
    for path, scope in _walk(data, pattern, ()):
        for dimension, values in scope.items():
            yield Reference((*path, dimension), "dimension", dimension)
            listed = [values] if isinstance(values, str) else values
            for value in listed:
                yield Reference((*path, dimension), f"value:{dimension}", value)


def _walk(value: Any, pattern: tuple[str, ...], path: Path) -> Iterator[tuple[Path, Any]]:
    if not pattern:
        if value is not None:
            yield path, value
        return
    step, rest = pattern[0], pattern[1:]
    if step == "@key":
        for key in value:
            yield (*path, key), key
    elif step == "*":
        items = value.items() if isinstance(value, dict) else enumerate(value)
        for key, item in items:
            yield from _walk(item, rest, (*path, key))
    elif isinstance(value, dict) and step in value:
        yield from _walk(value[step], rest, (*path, step))
