"""Days, as they are asked for."""

from __future__ import annotations

import datetime as dt

Day = dt.date | str | None
"""A day: a date, an ISO date, or ``None`` for today."""


def day_of(on: Day) -> dt.date:
    """Return a day as a date; ``None`` is today.

    Raises:
        ValueError: The text is not an ISO date.
    """
    if on is None:
        return dt.date.today()
    return dt.date.fromisoformat(on) if isinstance(on, str) else on
