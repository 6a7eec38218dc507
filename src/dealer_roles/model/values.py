"""The small values that entities are made of: scopes, periods, limits, money."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from dealer_roles.base.text import Text

Scope = tuple[tuple[str, frozenset[str]], ...]
"""A scope: dimensions in order of their ids, each with the values meant. Empty is everything."""

ANY: Scope = ()


def scopes_meet(one: Scope, other: Scope) -> bool:
    """Whether two scopes intersect: every dimension that both name shares a value."""
    if not one or not other:
        return True
    theirs = dict(other)
    return all(dim not in theirs or values & theirs[dim] for dim, values in one)


def scope_within(inner: Scope, outer: Scope) -> bool:
    """Whether all of ``inner`` lies in ``outer``, as far as the dimensions named show."""
    named = dict(inner)
    return all(dim in named and named[dim] <= values for dim, values in outer)


def scopes_joined(one: Scope, other: Scope) -> Scope:
    """Return what lies in both of two scopes that meet."""
    parts = dict(one)
    for dim, values in other:
        parts[dim] = parts[dim] & values if dim in parts else values
    return tuple(sorted(parts.items()))


def scope_words(scope: Scope) -> str:
    """Return a scope as ``area=parts,vehicles place=gate``; empty for everything."""
    return " ".join(f"{dim}={','.join(sorted(values))}" for dim, values in scope)


def scope_dict(scope: Scope) -> dict[str, list[str]]:
    """Return a scope as plain data."""
    return {dim: sorted(values) for dim, values in scope}


class Validity(NamedTuple):
    """A period; both days are included, ``None`` is unbounded."""

    first: dt.date | None
    last: dt.date | None

    def covers(self, day: dt.date) -> bool:
        """Whether the period includes ``day``."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    def to_dict(self) -> dict[str, str]:
        """Return ``from`` and ``to`` as ISO dates, as far as they are given."""
        ends = (("from", self.first), ("to", self.last))
        return {key: day.isoformat() for key, day in ends if day is not None}


@dataclass(frozen=True, slots=True)
class Calendar:
    """How business time converts to elapsed time.

    Attributes:
        hours_per_day: Business hours of a business day.
        days_per_week: Business days of a week.
    """

    hours_per_day: float = 8
    days_per_week: int = 5


class TimeLimit(NamedTuple):
    """A time limit, e.g. two business days from the receipt of the part."""

    amount: int
    unit: str
    since: Text | None = None

    @classmethod
    def parse(cls, text: str, since: Text | None = None) -> TimeLimit:
        """Read ``2 business days`` and the like; the form is already checked."""
        amount, _, unit = text.partition(" ")
        return cls(int(amount), unit.rstrip("s"), since)

    def elapsed_hours(self, calendar: Calendar) -> float:
        """Return the hours that pass on the wall clock, on average over a week."""
        week = 7 * 24
        business_day = week / calendar.days_per_week
        hours = {
            "minute": 1 / 60,
            "hour": 1.0,
            "day": 24.0,
            "business hour": business_day / calendar.hours_per_day,
            "business day": business_day,
        }
        return self.amount * hours[self.unit]

    def get(self, lang: str) -> str:
        """Return the limit in words of ``lang``, with what it runs from."""
        words = self._words(lang)
        if self.since is None:
            return words
        since = self.since.get(lang)
        return f"{since}后{words}" if lang == "zh" else f"{words} from {since}"

    def _words(self, lang: str) -> str:
        if lang == "zh":
            return f"{self.amount}{_UNITS_ZH[self.unit]}"
        return str(self)

    def __str__(self) -> str:
        return f"{self.amount} {self.unit}{'' if self.amount == 1 else 's'}"


_UNITS_ZH = {
    "minute": "分钟", "hour": "小时", "day": "天",
    "business hour": "个工作小时", "business day": "个工作日",
}  # fmt: skip


class Money(NamedTuple):
    """An amount of money in a currency (ISO 4217)."""

    amount: float
    currency: str

    def __str__(self) -> str:
        whole = f"{self.amount:,.2f}".removesuffix(".00")
        return f"{self.currency} {whole}"

    def get(self, lang: str) -> str:
        """Return the amount in words of ``lang``."""
        whole = f"{self.amount:,.2f}".removesuffix(".00")
        return f"{whole}元" if lang == "zh" and self.currency == "CNY" else str(self)

    def to_dict(self) -> dict[str, object]:
        """Return ``amount`` and ``currency``."""
        return {"amount": self.amount, "currency": self.currency}
