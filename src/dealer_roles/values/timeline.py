"""The intervals of time between which nothing changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from itertools import groupby

from dealer_roles.values.text import Text
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


def told_over_time(
    told: Iterable[tuple[Validity, Text]],
) -> tuple[tuple[Validity, ...], tuple[Text, ...]]:
    """Return the intervals of something, and what is said in each if that changes over time.

    Args:
        told: What is said in each interval, in order. Of one interval the first words count.
    """
    once: dict[Validity, Text] = {}
    for period, words in told:
        once.setdefault(period, words)
    if len(set(once.values())) < 2:
        return merged(once), ()
    spans = [
        (period, words)
        for words, run in groupby(once, key=once.__getitem__)
        for period in merged(run)
    ]
    return tuple(period for period, _ in spans), tuple(words for _, words in spans)


def intervals_as_data(
    periods: tuple[Validity, ...], told: tuple[Text, ...], key: str, lang: str
) -> list[dict[str, str]]:
    """Return intervals as plain data, each with what is said in it where that differs."""
    if not told:
        return [period.to_dict() for period in periods]
    return [
        {**period.to_dict(), key: words.get(lang)}
        for period, words in zip(periods, told, strict=True)
    ]


def _adjacent(before: Validity, after: Validity) -> bool:
    if before.last is None or after.first is None:
        return False
    return before.last + ONE_DAY == after.first
