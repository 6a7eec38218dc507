"""Who may decide how much: the table, what reads it, and what is wrong with it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealer_roles.facade import Organization
from dealer_roles.model.authority_table import AuthorityRow, AuthorityStep
from dealer_roles.organization.authority import Authorities, Decider
from dealer_roles.values.errors import UnknownId
from dealer_roles.values.money import Money

Make = Callable[[dict[str, Any]], Organization]
DAY = dt.date(2026, 11, 1)


def yuan(amount: float) -> dict[str, Any]:
    return {"amount": amount, "currency": "CNY"}


def shop(make: Make, steps: Sequence[Any], **more: Any) -> Organization:
    organization = {"authority": [{"topic": "discount", "steps": steps}], **more}
    return make(
        {
            "tasks": ["sell"],
            "topics": ["discount"],
            "parties": ["group"],
            "known_positions": {"gone": {}},
            "positions": {
                "boss": {"duties": ["sell"]},
                "chief": {"reports_to": "boss"},
                "clerk": {"reports_to": "chief"},
            },
            "organization": organization,
        }
    )


RISING = [
    {"position": "clerk", "up_to": yuan(100)},
    {"position": "chief", "up_to": yuan(1000)},
    {"position": "boss"},
]


@pytest.mark.parametrize(
    ("amount", "who"), [(0, "clerk"), (100, "clerk"), (100.01, "chief"), (1001, "boss")]
)
def test_the_lowest_who_may_decides(make: Make, amount: float, who: str) -> None:
    (answer,) = shop(make, RISING).authority("discount", amount=amount, on=DAY)
    assert answer.decider is not None
    assert answer.decider.holder == who
    assert who in answer.why.en
    assert answer.evidence


def test_a_position_is_told_what_it_decides_and_who_decides_beyond(make: Make) -> None:
    (answer,) = shop(make, RISING).authority(position="chief", on=DAY)
    assert answer.own is not None
    assert answer.own.up_to == Money(1000, "CNY")
    assert answer.beyond is not None
    assert answer.beyond.holder == "boss"


def test_who_is_absent_is_passed_over_and_said(make: Make) -> None:
    steps = [{"position": "gone", "up_to": yuan(500)}, {"position": "boss"}]
    (answer,) = shop(make, steps).authority("discount", amount=1, on=DAY)
    assert answer.decider is not None
    assert answer.decider.holder == "boss"
    assert answer.absent == ("gone",)
    assert "gone" in answer.why.zh
    assert "gone" in answer.why.en


def test_a_post_on_several_steps_is_one_at_its_highest(make: Make) -> None:
    desk = {"id": "desk", "name": {"zh": "一人", "en": "One"}, "positions": ["clerk", "chief"]}
    (answer,) = shop(make, RISING, posts=[desk]).authority("discount", on=DAY)
    assert [(d.holder, d.up_to) for d in answer.deciders] == [
        ("desk", Money(1000, "CNY")),
        ("boss", None),
    ]


@pytest.mark.parametrize(
    ("steps", "kinds"),
    [
        (RISING, set()),
        ([{"position": "chief", "up_to": yuan(5)}, {"party": "group"}], set()),
        ([{"position": "boss"}, {"party": "group"}], set()),
        (RISING[:2], {"authority-open-ended"}),
        ([RISING[0], {"position": "gone"}], {"authority-open-ended"}),
        ([RISING[1], RISING[0], RISING[2]], {"authority-falls"}),
        ([{"position": "boss"}, RISING[0]], {"authority-falls"}),
    ],
)
def test_what_is_wrong_with_a_row(make: Make, steps: list[dict[str, Any]], kinds: set[str]) -> None:
    found = shop(make, steps).gaps(DAY)
    assert {g.kind for g in found if g.kind.startswith("authority")} == kinds


def test_a_ladder_reads_its_amounts_from_the_table(make: Make) -> None:
    ladder = {"discount": [{"position": "chief"}, {"position": "boss"}]}
    answer = shop(make, RISING, ladders=ladder).escalation("clerk", "discount", on=DAY)
    assert [(s.position, s.limit) for s in answer.steps[:2]] == [
        ("chief", Money(1000, "CNY")),
        ("boss", None),
    ]


def test_a_ladder_that_says_another_amount_contradicts(make: Make) -> None:
    ladder = {"discount": [{"position": "chief", "limit": yuan(7)}]}
    found = shop(make, RISING, ladders=ladder).gaps(DAY)
    assert [g.subject for g in found if g.kind == "authority-contradicted"] == ["discount/chief"]


def test_only_known_topics_and_amounts_are_asked(make: Make) -> None:
    organization = shop(make, RISING)
    with pytest.raises(UnknownId):
        organization.authority("nothing")
    for amount in (-1.0, float("nan"), float("inf")):
        with pytest.raises(ValueError, match="from 0 up"):
            organization.authority("discount", amount=amount)


LIMITS = st.lists(st.none() | st.integers(0, 50), min_size=1, max_size=6)


def table(limits: list[int | None]) -> Authorities:
    deciders = tuple(
        Decider(
            holder=f"p{n}",
            positions=(f"p{n}",),
            up_to=None if limit is None else Money(limit, "CNY"),
            notes=(),
            evidence=(),
        )
        for n, limit in enumerate(limits)
    )
    return Authorities(AuthorityRow(topic="t", steps=(AuthorityStep(position="p0"),)), deciders, ())


@given(LIMITS, st.integers(0, 60), st.integers(0, 60))
def test_more_money_never_moves_the_decision_down(
    limits: list[int | None], one: int, other: int
) -> None:
    found, last = table(limits), len(limits)
    places = [
        found.deciders.index(who) if (who := found.decider_of(Money(a, "CNY"))) else last
        for a in sorted((one, other))
    ]
    assert places == sorted(places)


@given(LIMITS, st.none() | st.integers(0, 60))
def test_one_more_step_never_opens_a_row(limits: list[int | None], more: int | None) -> None:
    assert table([*limits, more]).ends >= table(limits).ends
