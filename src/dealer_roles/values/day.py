"""Days, as they are asked for."""

from __future__ import annotations

import datetime as dt

from dealer_roles.values.errors import InvalidArgument
from dealer_roles.values.text import Text

Day = dt.date | str | None
"""A day: a date, an ISO date, or ``None`` for today."""

_WANTED = Text(
    "date、ISO 日期（如 '2026-01-31'）或 None（今天）；datetime 须先取 .date()",
    "a date, an ISO date such as '2026-01-31', or None for today; take .date() of a datetime",
)


def day_of(on: Day) -> dt.date:
    """Return a day as a date; ``None`` is today.

    Raises:
        InvalidArgument: It is no day: a ``datetime``, a number, a text that is not an ISO date.
    """
    if on is None:
        return dt.date.today()
    if isinstance(on, dt.date) and not isinstance(on, dt.datetime):
        return on
    if isinstance(on, str) and len(on) == len("2026-01-31"):
        try:
            return dt.date.fromisoformat(on)
        except ValueError:
            pass
    raise InvalidArgument("on", repr(on), _WANTED)
