"""How long a process may take: limits that count from one event run side by side."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dealer_roles.model.entities import Process, Step
from dealer_roles.questions.longest_way import LongestWay, longest_way
from dealer_roles.values.duration import Calendar, TimeLimit
from dealer_roles.values.span import Span
from dealer_roles.values.text import Text
from tests.support.examples import examples

ORDER = Text("收到委托书", "receipt of the order")
SPAN = Span("p.yaml", 1, 1)


def hours(amount: int, since: Text | None = None) -> TimeLimit:
    return TimeLimit(amount, "hour", since)


def way(limits: list[TimeLimit | None], *, start: str = "", end: str = "") -> LongestWay | None:
    """The longest way through a line of steps with these limits, tasks t0, t1 …"""
    ids = [f"t{n}" for n in range(len(limits))]
    onward = {a: (b,) for a, b in pairwise(ids)}
    steps = tuple(
        Step(id=id_, task=id_, next=onward.get(id_, ()), within=limit, span=SPAN)
        for id_, limit in zip(ids, limits, strict=True)
    )
    process = Process(kind="process", id="line", name=Text("线", "line"), steps=steps, span=SPAN)
    return longest_way(
        process, limit_of=lambda s: s.within, calendar=Calendar(), start=start, end=end
    )


def spent(limits: list[TimeLimit | None], **ends: str) -> float:
    found = way(limits, **ends)
    assert found is not None
    return found.hours


def test_limits_from_one_event_do_not_add_up() -> None:
    assert spent([hours(2, ORDER), hours(2, ORDER)]) == 2.0
    assert spent([hours(2, ORDER), hours(1), hours(2, ORDER)]) == 3.0
    assert spent([hours(1, ORDER), hours(1), hours(4, ORDER)]) == 4.0


def test_limits_from_different_events_or_from_none_add_up() -> None:
    assert spent([hours(2, ORDER), hours(2, Text("完工", "completion"))]) == 4.0
    assert spent([hours(2), hours(2)]) == 4.0


def test_an_event_begins_where_the_way_first_speaks_of_it() -> None:
    assert spent([hours(5), hours(2, ORDER), hours(3, ORDER)]) == 8.0


def test_the_step_that_it_runs_from_does_not_count() -> None:
    assert spent([hours(5, ORDER), hours(2), hours(3)], start="t0", end="t1") == 2.0
    assert way([hours(1)], start="t0", end="t0") is None


LIMITS = st.none() | st.builds(
    hours, st.integers(1, 9), st.none() | st.sampled_from([ORDER, Text("完工", "completion")])
)


@given(st.lists(LIMITS, min_size=1, max_size=6))
@examples(100)
def test_it_takes_no_longer_than_the_sum_and_no_less_than_any_limit(
    limits: list[TimeLimit | None],
) -> None:
    each = [limit.amount for limit in limits if limit]
    assert max(each, default=0) <= spent(limits) <= sum(each)


@given(st.lists(LIMITS, min_size=2, max_size=6))
@examples(100)
def test_one_more_step_never_makes_it_shorter(limits: list[TimeLimit | None]) -> None:
    assert spent(limits[:-1]) <= spent(limits)
