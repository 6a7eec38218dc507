"""What a ladder says less of, the higher it gets, and which of its steps hold together."""

from __future__ import annotations

from typing import Any

from dealer_roles.questions.ladder_faults import ladders_by_case, shrinking
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
