"""Scopes, periods, limits and money."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealer_roles.model.cycles import first_cycles
from dealer_roles.values.duration import Calendar, TimeLimit
from dealer_roles.values.money import Money
from dealer_roles.values.scope import Scope, scope_within, scope_words, scopes_joined, scopes_meet
from dealer_roles.values.text import Text
from dealer_roles.values.timeline import day_in, intervals, merged
from dealer_roles.values.validity import Validity

PARTS: Scope = (("area", frozenset({"parts"})),)
CARS: Scope = (("area", frozenset({"cars"})),)
GATE: Scope = (("place", frozenset({"gate"})),)


def test_scopes_meet_unless_a_shared_dimension_keeps_them_apart() -> None:
    assert scopes_meet((), PARTS)
    assert scopes_meet(PARTS, GATE)
    assert scopes_meet(PARTS, PARTS)
    assert not scopes_meet(PARTS, CARS)


def test_a_scope_lies_in_another_only_if_it_names_its_dimensions() -> None:
    assert scope_within(PARTS, ())
    assert scope_within((*PARTS, *GATE), PARTS)
    assert not scope_within((), PARTS)
    assert not scope_within(GATE, PARTS)
    assert scopes_joined(PARTS, GATE) == (*PARTS, *GATE)


def test_scopes_have_words_in_one_order() -> None:
    assert scope_words((("area", frozenset({"b", "a"})), *GATE)) == "area=a,b place=gate"
    assert scope_words(()) == ""


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("30 minutes", 0.5),
        ("1 hour", 1),
        ("2 hours", 2),
        ("1 day", 24),
        ("1 business day", 28),
        ("2 business hours", 7),
    ],
)
def test_limits_compare_through_the_calendar(text: str, hours: float) -> None:
    calendar = Calendar(hours_per_day=8, days_per_week=6)
    assert TimeLimit.parse(text).elapsed_hours(calendar) == pytest.approx(hours)
    assert str(TimeLimit.parse(text)) == text


def test_a_limit_is_worded_in_both_languages_with_its_beginning() -> None:
    limit = TimeLimit.parse("2 business days", Text("收到旧件", "receipt of the part"))
    assert limit.get("zh") == "收到旧件后2个工作日"
    assert limit.get("en") == "2 business days from receipt of the part"


@pytest.mark.parametrize(
    ("money", "zh", "en"),
    [
        (Money(5000.0, "CNY"), "5,000元", "CNY 5,000"),
        (Money(0.5, "USD"), "USD 0.50", "USD 0.50"),
    ],
)
def test_money_is_worded_in_both_languages(money: Money, zh: str, en: str) -> None:
    assert (money.get("zh"), money.get("en")) == (zh, en)


def test_both_ends_of_a_period_belong_to_it() -> None:
    period = Validity(dt.date(2026, 1, 1), dt.date(2026, 1, 3))
    covered = [n for n in range(1, 6) if period.covers(dt.date(2026, 1, n))]
    assert covered == [1, 2, 3]
    assert Validity(None, None).covers(dt.date.min)


_days = st.none() | st.dates(dt.date(2026, 1, 1), dt.date(2026, 1, 9))


@given(st.lists(st.tuples(_days, _days)))
def test_in_an_interval_the_same_periods_hold_throughout(
    pairs: list[tuple[dt.date | None, dt.date | None]],
) -> None:
    in_order = [p for p in pairs if p[0] is None or p[1] is None or p[0] <= p[1]]
    periods = [Validity(*pair) for pair in in_order]
    found = intervals(periods)
    week = [dt.date(2025, 12, 30) + dt.timedelta(days=n) for n in range(14)]
    for day in week:
        (interval,) = [i for i in found if i.covers(day)]
        holds = [p.covers(day) for p in periods]
        assert holds == [p.covers(day_in(interval)) for p in periods]
    assert merged(found) == (Validity(None, None),)


@pytest.mark.parametrize("last", [dt.date.max, dt.date.max - dt.timedelta(days=1)])
def test_the_end_of_time_is_no_trouble(last: dt.date) -> None:
    assert len(intervals([Validity(dt.date.min, last)])) >= 1


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")))
def test_every_cycle_is_found_once_and_nothing_else(link: dict[str, str]) -> None:
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph(link.items())
    true = {frozenset(c) for c in nx.simple_cycles(graph)}
    found = first_cycles(link)
    assert {frozenset(cycle) for cycle in found} == true
    assert len(found) == len(true)
    for cycle in found:
        assert cycle[0] == min(cycle)
        assert all(link[a] == b for a, b in zip(cycle, (*cycle[1:], cycle[0]), strict=True))
