"""From checked plain data to values: what every builder needs."""

from __future__ import annotations

import datetime as dt
from typing import Any

from dealer_roles.model.entities import SourcedText
from dealer_roles.values.duration import TimeLimit
from dealer_roles.values.money import Money
from dealer_roles.values.scope import ANY, Scope
from dealer_roles.values.span import Span
from dealer_roles.values.text import Text
from dealer_roles.values.validity import Validity

EMPTY: tuple[str, ...] = ()


def span_of(file: str, data: Any) -> Span:
    """Return where a positioned mapping stands."""
    return Span(file, data.line, data.column)


def text_of(data: Any) -> Text | None:
    """Return a bilingual text, if there is one."""
    return None if data is None else Text(data["zh"], data["en"])


def title_of(data: Any) -> Text | None:
    """Return a title, whose English may be missing."""
    return None if data is None else Text(data["zh"], data.get("en", ""))


def ids_of(data: Any) -> tuple[str, ...]:
    """Return one id or a list of ids as a tuple."""
    if data is None:
        return EMPTY
    return (data,) if data.__class__ is str else tuple(data)


def scope_of(data: Any) -> Scope:
    """Return a scope in the order of its dimensions."""
    if data is None:
        return ANY
    return tuple((dim, frozenset(ids_of(data[dim]))) for dim in sorted(data))


def money_of(data: Any) -> Money | None:
    """Return an amount of money, if there is one."""
    return None if data is None else Money(float(data["amount"]), data["currency"])


def within_of(data: Any) -> TimeLimit | None:
    """Return a time limit, if there is one."""
    if data is None:
        return None
    if data.__class__ is str:
        return TimeLimit.parse(data)
    return TimeLimit.parse(data["limit"], text_of(data.get("from")), text_of(data.get("before")))


def validity_of(data: Any) -> Validity | None:
    """Return a period of validity, if there is one."""
    if data is None:
        return None
    return Validity(date_of(data.get("from")), date_of(data.get("to")))


def date_of(text: str | None) -> dt.date | None:
    """Return a date, if there is one."""
    return None if text is None else dt.date.fromisoformat(text)


def sourced_of(data: Any) -> SourcedText:
    """Return a text with its sources."""
    return SourcedText(
        Text(data["zh"], data["en"]), ids_of(data.get("sources")), data.get("basis", "")
    )
