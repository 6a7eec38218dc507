"""What a ladder says less of, the higher it gets, and which of its steps hold together."""

from __future__ import annotations

from typing import Any

import pytest

from dealer_roles.questions.ladder_faults import (
    ambiguous,
    ladders_by_case,
    overriding,
    shrinking,
)
from dealer_roles.testing import organization_of

PEOPLE = ("anna", "ben", "carl", "boss")


def ladder(*rungs: dict[str, Any], **organization: Any) -> Any:
    """Return an organization of one day with a ladder for fires."""
    given = {
        "topics": ["fire", "price"],
        "scopes": {"area": ["cars", "parts"]},
        "positions": {one: {"reports_to": None} for one in PEOPLE},
        "organization": {"ladders": {"fire": list(rungs)}, **organization},
    }
    return organization_of(given).on("2026-03-01")


def shrunk(org: Any, field: Any) -> list[tuple[str, float, str, float]]:
    """Return each pair of steps of which the upper says less, with what they say."""
    return [
        (below.rung.position, below.value, above.rung.position, above.value)
        for below, above in shrinking(org, "fire", field)
    ]


def test_times_shrink_by_the_calendar_and_apart_from_amounts() -> None:
    """A business day of eight hours passes in more than a day where the week has five of them."""
    org = ladder(
        {"position": "anna", "within": "1 business day", "limit": {"amount": 5, "currency": "CNY"}},
        {"position": "ben", "within": "26 hours"},
        {"position": "boss", "within": "30 minutes", "limit": {"amount": 5, "currency": "CNY"}},
        calendar={"hours_per_day": 8, "days_per_week": 5},
    )
    assert shrunk(org, "within") == [("anna", 33.6, "ben", 26.0), ("ben", 26.0, "boss", 0.5)]
    assert shrunk(org, "limit") == []
    assert shrinking(org, "price", "within") == []
    longer = ladder(
        {"position": "anna", "within": "1 hour"},
        {"position": "boss", "within": "1 day", "limit": {"amount": 5, "currency": "CNY"}},
    )
    assert shrunk(longer, "within") == []


def test_the_steps_of_each_kind_of_case_hold_together() -> None:
    org = ladder(
        {"position": "anna", "for": {"area": "cars"}},
        {"position": "ben"},
        {"position": "carl", "for": {"area": "parts"}},
    )
    assert sorted(ladders_by_case(org, "fire")) == [(1, 2), (2, 3)]
    assert ladders_by_case(org, "price") == ((),)
    assert ladders_by_case(ladder({"position": "anna"}), "fire") == ((1,),)


AMOUNT = {"amount": 5, "currency": "CNY"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"valid": {"to": "2026-12-31"}}, {"valid": {"to": "2027-12-31"}}),
        ({"limit": AMOUNT}, {"limit": {**AMOUNT, "amount": 9}}),
        ({"within": "1 hour"}, {"within": "2 hours"}),
        (
            {"when": {"zh": "白天", "en": "by day"}},
            {"when": {"zh": "夜间", "en": "at night"}},
        ),
    ],
)
def test_entries_that_are_ambiguous_are_told_in_one_order(one: Any, other: Any) -> None:
    """Whatever the order in which the file has them."""

    def told(*entries: Any) -> list[Any]:
        stated = [{"topic": "fire", "to": "boss", **entry} for entry in entries]
        positions = {"boss": {"reports_to": None}, "anna": {"escalations": stated}}
        org = organization_of({"topics": ["fire"], "positions": positions}).on("2026-03-01")
        found = [entry for _, entries in ambiguous(org, "fire") for entry in entries]
        return [(e.valid, e.limit, e.within, e.when) for e in found]

    twice = (one, other, one, other) if "when" in one else (one, other)
    assert told(*twice) == told(*reversed(twice))
    assert len(told(*twice)) == len(twice)


def test_an_entry_of_a_colleague_overrides_the_ladder_on_which_the_desk_stands() -> None:
    given = {
        "topics": ["fire"],
        "organization": {
            "ladders": {"fire": [{"position": "anna"}, {"position": "boss"}]},
            "posts": [{"id": "desk", "name": "Desk", "positions": ["anna", "ben"]}],
        },
        "positions": {
            "boss": {"reports_to": None},
            "anna": {},
            "ben": {"escalations": [{"topic": "fire", "to": "boss"}]},
        },
    }
    org = organization_of(given).on("2026-03-01")
    assert [(e.holder, s.position) for e, s in overriding(org, "fire")] == [("ben", "anna")]
