"""Which ids a document refers to that nobody defines: a walk along its declaration."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from dealer_roles.model.declare import keys_of
from dealer_roles.model.forms import ByType, Form, Listed, Mapped, Nested, Str

Path = tuple[str | int, ...]
Known = Mapping[str, set[str]]


class Reference(NamedTuple):
    """An id that stands at ``path`` and is not known in ``namespace``; maybe as a key."""

    path: Path
    namespace: str
    id: str
    is_key: bool = False


Walk = Callable[[Any, Known, Path], Iterator[Reference]]


def unknown_references(declaration: type, data: Any, known: Known) -> Iterator[Reference]:
    """Yield every id that a checked document refers to and that is not known."""
    walk = _of_declaration(declaration)
    return walk(data, known, ()) if walk else iter(())


@cache
def _of_declaration(declaration: type) -> Walk | None:
    walks = {name: walk for name, key in keys_of(declaration).items() if (walk := _of(key.form))}
    if not walks:
        return None

    def mapping(data: Any, known: Known, path: Path) -> Iterator[Reference]:
        if data.__class__ is str:
            return
        for name, walk in walks.items():
            if name in data:
                yield from walk(data[name], known, (*path, name))

    return mapping


def _of(form: Form) -> Walk | None:
    make = _WALKS.get(form.__class__)
    return make(form) if make else None


def _str(form: Str) -> Walk | None:
    namespace = form.refers
    if not namespace:
        return None

    def text(data: Any, known: Known, path: Path) -> Iterator[Reference]:
        if data not in known[namespace]:
            yield Reference(path, namespace, data)

    return text


def _listed(form: Listed) -> Walk | None:
    inner = _of(form.item)
    if inner is None:
        return None

    def items(data: Any, known: Known, path: Path) -> Iterator[Reference]:
        for index, item in enumerate(data):
            yield from inner(item, known, (*path, index))

    return items


def _mapped(form: Mapped) -> Walk | None:
    if form.key.refers == "dimension":
        return _scope
    inner, namespace = _of(form.value), form.key.refers
    if inner is None and not namespace:
        return None

    def pairs(data: Any, known: Known, path: Path) -> Iterator[Reference]:
        for key, value in data.items():
            if namespace and key not in known[namespace]:
                yield Reference((*path, key), namespace, key, is_key=True)
            if inner is not None:
                yield from inner(value, known, (*path, key))

    return pairs


def _scope(data: Any, known: Known, path: Path) -> Iterator[Reference]:
    for dimension, values in data.items():
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


def _by_type(form: ByType) -> Walk | None:
    ways = ((str, form.text), (list, form.many), (dict, form.mapping))
    walks = [(kind, walk) for kind, way in ways if way is not None and (walk := _of(way))]
    if not walks:
        return None

    def chosen(data: Any, known: Known, path: Path) -> Iterator[Reference]:
        for kind, walk in walks:
            if isinstance(data, kind):
                yield from walk(data, known, path)

    return chosen


_WALKS: dict[type, Callable[[Any], Walk | None]] = {
    Str: _str,
    Listed: _listed,
    Mapped: _mapped,
    ByType: _by_type,
    Nested: lambda form: _of_declaration(form.declaration),
}
