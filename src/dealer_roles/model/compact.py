"""Values as compact plain data and back, without checking: what a snapshot keeps.

A value is the list of its fields that are not left out, each after its number, and its
place at the end. What only linking knows is not kept.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable
from functools import cache
from typing import Any

from dealer_roles.model.coverage import CoverageOf
from dealer_roles.model.declare import Key, has_place, keys_of
from dealer_roles.model.forms import ByType, Form, Listed, Mapped, Nested, TextForm
from dealer_roles.model.holder import Addressee
from dealer_roles.model.line import Line
from dealer_roles.values.duration import Calendar, TimeLimit
from dealer_roles.values.former import Former
from dealer_roles.values.money import Money
from dealer_roles.values.span import Span
from dealer_roles.values.text import Text
from dealer_roles.values.validity import Validity

WIDTH = 10_000_000  # columns of a file within the default bounds always fit
Load = Callable[[Any, str], Any]
Dump = Callable[[Any], Any]


def dump(declaration: type, value: Any) -> Any:
    """Return a value of a declaration as compact plain data."""
    return _dumper(declaration)(value)


def load(declaration: type, data: Any, file: str) -> Any:
    """Return the value that :func:`dump` was given.

    Args:
        declaration: Its declaration.
        data: The compact data.
        file: What its places call the file.
    """
    return _loader(declaration)(data, file)


@cache
def _dumper(declaration: type) -> Dump:
    fields = [(n, key, _dump_of(key.form)) for n, key in enumerate(keys_of(declaration).values())]
    placed = has_place(declaration)

    def dumped(value: Any) -> list[Any]:
        found: list[Any] = []
        for number, key, inner in fields:
            content = getattr(value, key.attribute)
            if key.required or content != key.default:
                found += (number, inner(content) if inner else content)
        if placed:
            found.append(value.span.line * WIDTH + value.span.column)
        return found

    return dumped


Fill = Callable[[Any, Any], None]


@cache
def _loader(declaration: type) -> Load:
    keys = list(keys_of(declaration).values())
    setters = [_setter(declaration, key) for key in keys]
    loads = [_load_of(key.form) for key in keys]
    defaults = _defaults(declaration)
    placed = declaration.span.__set__ if has_place(declaration) else None  # type: ignore[attr-defined] # a slot's descriptor
    new, new_tuple = object.__new__, tuple.__new__
    ways: dict[tuple[int, ...], _Way] = {}

    def loaded(data: list[Any], file: str) -> Any:
        value: Any = new(declaration)
        if placed is None:
            stated = tuple(data[::2])
        else:
            stated = tuple(data[:-1:2])
            placed(value, new_tuple(Span, (file, *divmod(data[-1], WIDTH))))
        way = ways.get(stated)
        if way is None:
            way = ways[stated] = _way(stated, setters, loads, defaults)
        for setter, default in way[0]:
            setter(value, default)
        for (setter, inner), content in zip(way[1], data[1::2], strict=True):
            setter(value, inner(content, file) if inner else content)
        return value

    return loaded


_Way = tuple[list[tuple[Fill, Any]], list[tuple[Fill, Load | None]]]
"""How a value is filled: what is left out, and what is stated. Most values state the same keys."""


def _way(
    stated: tuple[int, ...],
    setters: list[Fill],
    loads: list[Load | None],
    defaults: dict[Fill, Any],
) -> _Way:
    there = {setters[number] for number in stated}
    return (
        [(setter, default) for setter, default in defaults.items() if setter not in there],
        [(setters[number], loads[number]) for number in stated],
    )


def _defaults(declaration: type) -> dict[Fill, Any]:
    return {
        getattr(declaration, item.name).__set__: item.default
        for item in dataclasses.fields(declaration)
        if item.name != "span" and item.default is not dataclasses.MISSING
    }


def _setter(declaration: type, key: Key) -> Fill:
    setter: Fill = getattr(declaration, key.attribute).__set__
    return setter


def _dump_of(form: Form) -> Dump | None:
    if isinstance(form, Nested):
        return _dumper(form.declaration)
    if isinstance(form, TextForm):
        return _dump_text
    if isinstance(form, Listed):
        return _dump_listed(_dump_of(form.item))
    if isinstance(form, Mapped):
        return _dump_mapped(_dump_of(form.value))
    if isinstance(form, ByType):
        if form.mapping is not None and _is_its_mapping(form):
            return _dump_of(form.mapping)
        return _CODECS[form.value][0]
    return None


def _load_of(form: Form) -> Load | None:
    if isinstance(form, Nested):
        return _loader(form.declaration)
    if isinstance(form, TextForm):
        return _load_text
    if isinstance(form, Listed):
        return _load_listed(_load_of(form.item))
    if isinstance(form, Mapped):
        return _load_mapped(_load_of(form.value))
    if isinstance(form, ByType):
        if form.mapping is not None and _is_its_mapping(form):
            return _load_of(form.mapping)
        return _CODECS[form.value][1]
    return None


def _is_its_mapping(form: ByType) -> bool:
    """Whether whatever is written becomes what its mapping is, and has no codec of its own."""
    if isinstance(form.mapping, Mapped):
        return form.value is dict
    return form.value not in _CODECS and isinstance(form.mapping, Nested)


def _dump_listed(inner: Dump | None) -> Dump:
    return list if inner is None else lambda value: [inner(item) for item in value]


def _dump_mapped(inner: Dump | None) -> Dump:
    return dict if inner is None else lambda value: {k: inner(v) for k, v in value.items()}


def _load_listed(item: Load | None) -> Load:
    if item is None:
        return lambda data, _: tuple(data)
    return lambda data, file: tuple([item(one, file) for one in data])


def _load_mapped(item: Load | None) -> Load:
    if item is None:
        return lambda data, _: data
    return lambda data, file: {key: item(one, file) for key, one in data.items()}


def _dump_text(text: Text) -> Any:
    if text.others:
        return [text.chinese, text.english, [list(pair) for pair in text.others]]
    return [text.chinese, text.english]


def _load_text(data: Any, _: str = "") -> Text:
    if len(data) == 2:
        return tuple.__new__(Text, (data[0], data[1], ()))
    return Text(data[0], data[1], tuple((lang, text) for lang, text in data[2]))


def _maybe(text: Text | None) -> Any:
    return None if text is None else _dump_text(text)


def _maybe_text(data: Any) -> Text | None:
    return None if data is None else _load_text(data)


def _iso(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)


def _tuple(data: Any, _: str) -> tuple[Any, ...]:
    return tuple(tuple(item) if item.__class__ is list else item for item in data)


_CODECS: dict[type, tuple[Dump, Load]] = {
    tuple: (list, _tuple),
    dt.date: (_iso, lambda data, _: _day(data)),
    TimeLimit: (
        lambda v: [v.amount, v.unit, _maybe(v.since), _maybe(v.before)],
        lambda data, _: TimeLimit(data[0], data[1], _maybe_text(data[2]), _maybe_text(data[3])),
    ),
    Money: (list, lambda data, _: Money(*data)),
    Validity: (
        lambda v: [_iso(v.first), _iso(v.last)],
        lambda data, _: Validity(_day(data[0]), _day(data[1])),
    ),
    Calendar: (
        lambda v: [v.hours_per_day, v.days_per_week],
        lambda data, _: Calendar(*data),
    ),
    frozenset: (
        lambda v: [[dim, sorted(values)] for dim, values in v],
        lambda data, _: tuple((dim, frozenset(values)) for dim, values in data),
    ),
    Former: (
        lambda v: [v.id, [[dim, sorted(values)] for dim, values in v.scope]],
        lambda data, _: Former(data[0], tuple((d, frozenset(values)) for d, values in data[1])),
    ),
    Line: (
        lambda v: [v.to, v.stated, _maybe(v.unnamed)],
        lambda data, _: Line(data[0], data[1], _maybe_text(data[2])),
    ),
    CoverageOf: (
        lambda v: [v.like, list(v.areas), v.kind],
        lambda data, _: CoverageOf(like=data[0], areas=tuple(data[1]), kind=data[2]),
    ),
    Addressee: (
        lambda v: [list(v.ids), _maybe(v.unnamed)],
        lambda data, _: Addressee(ids=tuple(data[0]), unnamed=_maybe_text(data[1])),
    ),
}
"""How a value that is made of what is written is kept and made again, by its type."""
