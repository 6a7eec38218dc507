"""Which fields of the definitions refer to what: a table, and a walk along it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

Path = tuple[str | int, ...]
Known = Mapping[str, set[str]]


class Reference(NamedTuple):
    """An id that stands at ``path`` and is not known in ``namespace``; maybe as a key."""

    path: Path
    namespace: str
    id: str
    is_key: bool = False


class Items(NamedTuple):
    """A list of mappings, each with the same fields."""

    fields: Mapping[str, Any]


class Keys(NamedTuple):
    """A mapping whose keys are ids of ``namespace`` and whose values are lists of items."""

    namespace: str
    items: Items


SCOPE = "@scope"
_HOLDER: dict[str, Any] = {
    "duties": Items(
        {
            "task": "task",
            "supports": "holder",
            "scope": SCOPE,
            "with": "counterpart",
            "forms": "form",
        }
    ),
    "handoffs": Items(
        {
            "task": "task",
            "then": "task",
            "to": "receiver",
            "deliverable": {"form": "form"},
            "signers": "counterpart",
            "scope": SCOPE,
        }
    ),
    "escalations": Items({"topic": "topic", "to": "superior", "scope": SCOPE}),
}
_FIELDS: dict[str, dict[str, Any]] = {
    "position": {
        "department": "department",
        "reports_to": "position",
        "deputy": "position",
        "authority": Items({"topic": "topic", "task": "task"}),
        **_HOLDER,
    },
    "organization": {
        "departments": Items({"id": "department", "head": "position"}),
        "ladders": Keys("topic", Items({"position": "position", "party": "party", "for": SCOPE})),
        "posts": Items({"positions": "position", **_HOLDER}),
        "unowned": Items({"task": "task", "scope": SCOPE}),
    },
    "process": {"steps": Items({"task": "task", "scope": SCOPE})},
    "departments": {"departments": Items({"head": "position"})},
    "positions": {"positions": Items({"department": "department", "reports_to": "position"})},
    "tasks": {"tasks": Items({"part_of": "task", "split_by": "dimension"})},
}


def unknown_references(data: Any, known: Known) -> Iterator[Reference]:
    """Yield every id that a checked document refers to and that is not known."""
    return _mapping(data, _FIELDS.get(data["kind"], {}), known, ())


def _mapping(
    value: Any, fields: Mapping[str, Any], known: Known, path: Path
) -> Iterator[Reference]:
    for key, what in fields.items():
        if key not in value:
            continue
        inner = value[key]
        if what.__class__ is str and inner.__class__ is str:
            if inner not in known[what]:
                yield Reference((*path, key), what, inner)
        else:
            walk = _WALKS[what.__class__]
            yield from walk(inner, what, known, (*path, key))


def _ids(value: Any, namespace: str, known: Known, path: Path) -> Iterator[Reference]:
    if namespace == SCOPE:
        yield from _scope(value, known, path)
    elif value.__class__ is list:
        for index, item in enumerate(value):
            if item not in known[namespace]:
                yield Reference((*path, index), namespace, item)


def _scope(value: Any, known: Known, path: Path) -> Iterator[Reference]:
    for dimension, values in value.items():
        namespace = f"value:{dimension}"
        if dimension not in known["dimension"]:
            yield Reference((*path, dimension), "dimension", dimension, is_key=True)
            continue
        if namespace not in known:
            continue  # the dimension stands in a file that cannot be read
        listed = [values] if isinstance(values, str) else values
        for index, item in enumerate(listed):
            if item not in known[namespace]:
                place = () if listed is not values else (index,)
                yield Reference((*path, dimension, *place), namespace, item)


def _items(value: Any, items: Items, known: Known, path: Path) -> Iterator[Reference]:
    for index, item in enumerate(value):
        yield from _mapping(item, items.fields, known, (*path, index))


def _keys(value: Any, keys: Keys, known: Known, path: Path) -> Iterator[Reference]:
    for key, inner in value.items():
        if key not in known[keys.namespace]:
            yield Reference((*path, key), keys.namespace, key, is_key=True)
        yield from _items(inner, keys.items, known, (*path, key))


_WALKS: dict[type, Callable[..., Iterator[Reference]]] = {
    str: _ids,
    dict: _mapping,
    Items: _items,
    Keys: _keys,
}
