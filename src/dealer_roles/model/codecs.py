"""How content without a place of its own is kept as plain data and made again, by its form."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from itertools import repeat
from typing import Any

from dealer_roles.model.coverage import CoverageOf
from dealer_roles.model.forms import (
    ByType,
    Choice,
    Form,
    Listed,
    Mapped,
    Nested,
    Str,
    TextForm,
)
from dealer_roles.model.holder import Addressee
from dealer_roles.model.line import Line
from dealer_roles.values.duration import Calendar, TimeLimit
from dealer_roles.values.former import Former
from dealer_roles.values.money import Money
from dealer_roles.values.text import Text
from dealer_roles.values.validity import Validity

Codec = Callable[[Any], Any]


def name_of(form: Form) -> str:
    """Return a name for how the content of a form is kept; empty where it may be anything."""
    if isinstance(form, TextForm):
        return "text"
    if isinstance(form, Listed):
        return f"{name_of(form.item)}[]"
    if isinstance(form, Mapped):
        return f"{name_of(form.value)}{{}}"
    if isinstance(form, ByType):
        inner = its_mapping(form)
        return form.value.__name__ if inner is None else name_of(inner)
    return "word" if isinstance(form, Str | Choice) else ""


def its_mapping(form: ByType) -> Nested | Mapped | None:
    """Return its mapping, where whatever is written becomes that and has no codec of its own."""
    if isinstance(form.mapping, Mapped):
        return form.mapping if form.value is dict else None
    return None if form.value in _CODECS else form.mapping


def dump_of(form: Form) -> Codec | None:
    """Return what makes plain data of the content of a form; nothing where it is that."""
    if isinstance(form, TextForm):
        return _dump_text
    if isinstance(form, Listed):
        return _dump_listed(dump_of(form.item))
    if isinstance(form, Mapped):
        return _dump_mapped(dump_of(form.value))
    if isinstance(form, ByType):
        inner = its_mapping(form)
        return _CODECS[form.value][0] if inner is None else dump_of(inner)
    return None


def load_all(form: Form, plain: Any) -> list[Any]:
    """Make the contents of a form again that :func:`dump_all` was given."""
    if isinstance(form, TextForm):  # most contents are texts: one call for all of them
        zh, en, others = plain
        more = [_others(one) for one in others] if others else repeat(())
        parts = zip(apart(zh), apart(en), more, strict=False)
        return list(map(tuple.__new__, repeat(Text), parts))
    load = load_of(form)
    return apart(plain) if load is None else list(map(load, plain))


def dump_all(form: Form, plain: list[Any]) -> Any:
    """Return many contents of a form as they are kept together."""
    if isinstance(form, TextForm):
        zh, en, others = zip(*plain, strict=True)
        return [together(zh), together(en), list(others) if any(others) else 0]
    return together(plain) if load_of(form) is None else plain


_BETWEEN = "\x7f"
"""What no text may hold, and JSON writes as it is."""


def together(plain: Sequence[Any]) -> Any:
    """Return words as one text, which is read much faster; other content as it is."""
    if all(one.__class__ is str and _BETWEEN not in one for one in plain):
        return _BETWEEN.join(plain)
    return list(plain)


def apart(kept: Any) -> Any:
    """Return what :func:`together` was given."""
    return kept.split(_BETWEEN) if kept.__class__ is str else kept


def load_of(form: Form) -> Codec | None:
    """Return what makes the content of a form again; nothing where it is kept as it is."""
    if isinstance(form, TextForm):
        return _load_text
    if isinstance(form, Listed):
        return _load_listed(load_of(form.item))
    if isinstance(form, Mapped):
        return _load_mapped(load_of(form.value))
    if isinstance(form, ByType):
        inner = its_mapping(form)
        return _CODECS[form.value][1] if inner is None else load_of(inner)
    return None


def _dump_listed(inner: Codec | None) -> Codec:
    return list if inner is None else lambda value: [inner(item) for item in value]


def _dump_mapped(inner: Codec | None) -> Codec:
    return dict if inner is None else lambda value: {k: inner(v) for k, v in value.items()}


def _load_listed(item: Codec | None) -> Codec:
    return tuple if item is None else lambda data: tuple([item(one) for one in data])


def _load_mapped(item: Codec | None) -> Codec:
    return dict if item is None else lambda data: {key: item(one) for key, one in data.items()}


def _dump_text(text: Text) -> Any:
    return [text.chinese, text.english, [list(pair) for pair in text.others]]


def _load_text(data: Any) -> Text:
    zh, en, others = data
    return Text(zh, en, _others(others))


def _others(data: Any) -> tuple[tuple[str, str], ...]:
    return tuple((lang, text) for lang, text in data)


def _maybe(text: Text | None) -> Any:
    return None if text is None else _dump_text(text)


def _maybe_text(data: Any) -> Text | None:
    return None if data is None else _load_text(data)


def _iso(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)


def _tuple(data: Any) -> tuple[Any, ...]:
    return tuple(tuple(item) if item.__class__ is list else item for item in data)


_CODECS: dict[type, tuple[Codec | None, Codec | None]] = {
    str: (None, None),
    tuple: (list, _tuple),
    dt.date: (_iso, _day),
    TimeLimit: (
        lambda v: [v.amount, v.unit, _maybe(v.since), _maybe(v.before)],
        lambda data: TimeLimit(data[0], data[1], _maybe_text(data[2]), _maybe_text(data[3])),
    ),
    Money: (list, lambda data: Money(*data)),
    Validity: (
        lambda v: [_iso(v.first), _iso(v.last)],
        lambda data: Validity(_day(data[0]), _day(data[1])),
    ),
    Calendar: (
        lambda v: [v.hours_per_day, v.days_per_week],
        lambda data: Calendar(*data),
    ),
    frozenset: (
        lambda v: [[dim, sorted(values)] for dim, values in v],
        lambda data: tuple((dim, frozenset(values)) for dim, values in data),
    ),
    Former: (
        lambda v: [v.id, [[dim, sorted(values)] for dim, values in v.scope]],
        lambda data: Former(data[0], tuple((d, frozenset(values)) for d, values in data[1])),
    ),
    Line: (
        lambda v: [v.to, v.stated, _maybe(v.unnamed)],
        lambda data: Line(data[0], data[1], _maybe_text(data[2])),
    ),
    CoverageOf: (
        lambda v: [v.like, list(v.areas), v.kind],
        lambda data: CoverageOf(like=data[0], areas=tuple(data[1]), kind=data[2]),
    ),
    Addressee: (
        lambda v: [list(v.ids), _maybe(v.unnamed)],
        lambda data: Addressee(ids=tuple(data[0]), unnamed=_maybe_text(data[1])),
    ),
}
"""How a value that is made of what is written is kept and made again, by its type."""
