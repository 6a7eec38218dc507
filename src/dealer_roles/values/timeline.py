"""The intervals of time between which nothing changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from dealer_roles.values.validity import Validity

ONE_DAY = dt.timedelta(days=1)


def intervals(periods: Iterable[Validity | None]) -> tuple[Validity, ...]:
    """Return the longest intervals in each of which the same periods hold, in order.

    Together they cover all time; the first has no beginning and the last no end.
    """
    starts: set[dt.date] = set()
    for period in periods:
        if period is None:
            continue
        if period.first is not None and period.first > dt.date.min:
            starts.add(period.first)
        if period.last is not None and period.last < dt.date.max:
            starts.add(period.last + ONE_DAY)
    edges = [None, *sorted(starts)]
    ends = [None if edge is None else edge - ONE_DAY for edge in edges[1:]] + [None]
    return tuple(Validity(first, last) for first, last in zip(edges, ends, strict=True))


def day_in(interval: Validity) -> dt.date:
    """Return some day of an interval."""
    return interval.first or interval.last or dt.date(2000, 1, 1)


def merged(found: Iterable[Validity]) -> tuple[Validity, ...]:
    """Return intervals in order with adjacent ones joined."""
    joined: list[Validity] = []
    for interval in found:
        if joined and _adjacent(joined[-1], interval):
            joined[-1] = Validity(joined[-1].first, interval.last)
        else:
            joined.append(interval)
    return tuple(joined)


def _adjacent(before: Validity, after: Validity) -> bool:
    if before.last is None or after.first is None:
        return False
    return before.last + ONE_DAY == after.first
