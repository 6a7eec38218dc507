"""Time cut where something begins or ends."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dealer_roles.values.timeline import ONE_DAY, day_in, intervals, merged
from dealer_roles.values.validity import Validity

MAY, JUNE = dt.date(2026, 5, 1), dt.date(2026, 6, 1)
days = st.none() | st.dates(dt.date(2026, 1, 1), dt.date(2026, 2, 28)) | st.dates()


@st.composite
def periods(draw: st.DrawFn) -> Validity:
    first, last = draw(days), draw(days)
    if first and last and first > last:
        first, last = last, first
    return Validity(first, last)


def test_all_time_is_one_interval_if_nothing_changes() -> None:
    assert intervals([None, Validity(None, None)]) == (Validity(None, None),)


def test_a_period_cuts_time_before_and_after_it() -> None:
    assert intervals([Validity(MAY, JUNE)]) == (
        Validity(None, MAY - ONE_DAY),
        Validity(MAY, JUNE),
        Validity(JUNE + ONE_DAY, None),
    )


def test_the_ends_of_time_cut_nothing() -> None:
    assert intervals([Validity(dt.date.min, dt.date.max)]) == (Validity(None, None),)


@given(st.lists(st.none() | periods(), max_size=6))
def test_intervals_follow_one_another_without_gap(found: list[Validity | None]) -> None:
    made = intervals(found)
    assert made[0].first is None
    assert made[-1].last is None
    for before, after in pairwise(made):
        assert before.last is not None
        assert after.first == before.last + ONE_DAY


@given(st.lists(periods(), max_size=6))
def test_within_an_interval_nothing_changes(found: list[Validity]) -> None:
    for interval in intervals(found):
        day = day_in(interval)
        assert interval.covers(day)
        first, last = interval.first or dt.date.min, interval.last or dt.date.max
        for period in found:
            assert period.covers(first) == period.covers(day) == period.covers(last)


@given(st.lists(periods(), max_size=6))
def test_merging_what_was_cut_gives_all_time_again(found: list[Validity]) -> None:
    assert merged(intervals(found)) == (Validity(None, None),)


def test_what_does_not_touch_is_not_merged() -> None:
    apart = (Validity(None, MAY), Validity(JUNE, None))
    assert merged(apart) == apart
