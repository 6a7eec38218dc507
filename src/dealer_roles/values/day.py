"""Days, as they are asked for."""

from __future__ import annotations

import datetime as dt
import re

from dealer_roles.values.errors import InvalidArgument
from dealer_roles.values.text import Text

Day = dt.date | str | None
"""A day: a date, an ISO date, or ``None`` for today."""

_WANTED = Text(
    "date、ISO 日期（如 '2026-01-31'）或 None（今天）；datetime 须先取 .date()",
    "a date, an ISO date such as '2026-01-31', or None for today; take .date() of a datetime",
)

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MONTHS = 12
_YEAR_FIRST = re.compile(r"([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?(?:[ tT][0-9].*)?")
_DIGITS = re.compile(r"((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})")
_YEAR_LAST = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})")


def day_of(on: Day) -> dt.date:
    """Return a day as a date; ``None`` is today.

    Raises:
        InvalidArgument: It is no day: a ``datetime``, a number, a text that is not an ISO date.
    """
    if on is None:
        return dt.date.today()
    if isinstance(on, dt.date) and not isinstance(on, dt.datetime):
        return on
    found = iso_day(on) if isinstance(on, str) else None
    if found is None:
        raise InvalidArgument("on", repr(on), _WANTED)
    return found


def iso_day(text: str) -> dt.date | None:
    """Return the day that a text such as 2026-01-31 names; ``None`` for any other text.

    What else ISO 8601 allows (``20260131``, ``2026-W05-6``) is none: definitions know one form.
    """
    try:
        return dt.date.fromisoformat(text) if _ISO.fullmatch(text) else None
    except ValueError:
        return None


def day_as_written(text: str) -> dt.date | None:
    """Return a day as people and Excel write it; ``None`` if it could mean two days, or none.

    Args:
        text: ``2026-11-05``, ``2026/11/5``, ``2026年11月5日``, ``20261105``, ``25/12/2026``; a
            time may follow where the year comes first.
    """
    text = text.strip()
    found = _YEAR_FIRST.fullmatch(text) or _DIGITS.fullmatch(text)
    if found is not None:
        year, month, day = map(int, found.groups())
    else:
        found = _YEAR_LAST.fullmatch(text)
        if found is None:
            return None
        *either, year = map(int, found.groups())
        month, day = sorted(either)
        if month != day <= _MONTHS:
            return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
