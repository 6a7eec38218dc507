"""Escalations at the edges: many branches, many cases, long lines."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dealer_roles.facade import Organization
from dealer_roles.questions.escalation_cases import MOST_CASES

Make = Callable[[dict[str, Any]], Organization]


def when(text: str) -> dict[str, str]:
    return {"zh": text, "en": text}


def test_branches_that_meet_again_are_told_once_so_that_answers_stay_linear(make: Make) -> None:
    floors = 40
    positions: dict[str, Any] = {"top": {"reports_to": None}}
    for floor in range(floors):
        above = [f"{side}{floor + 1}" if floor + 1 < floors else "top" for side in ("a", "b")]
        for side in ("a", "b"):
            positions[f"{side}{floor}"] = {
                "reports_to": "top",
                "escalations": [
                    {"topic": "fire", "to": above[0], "when": when("hot")},
                    {"topic": "fire", "to": above[1], "when": when("cold")},
                ],
            }
    answer = make({"topics": ["fire"], "positions": positions}).escalation("a0", "fire")
    assert len(answer.steps) < 5 * floors
    assert {branch.ends for branch in answer.branches} == {"top", "again"}


def test_a_line_of_a_thousand_is_climbed(make: Make) -> None:
    count = 1000
    positions: dict[str, Any] = {
        f"p{n}": {"reports_to": f"p{n + 1}" if n + 1 < count else None} for n in range(count)
    }
    answer = make({"positions": positions}).escalation("p0")
    assert [step.position for step in answer.steps] == [f"p{n}" for n in range(1, count)]
    assert answer.ends == "top"


def test_more_cases_than_can_be_shown_are_cut_and_that_is_said(make: Make) -> None:
    numbers = range(20)
    rungs = [
        {"position": "boss", "for": {"kind": f"k{n}"}, "limit": {"amount": n, "currency": "CNY"}}
        for n in numbers
    ]
    entries = [
        {"topic": "fire", "to": "boss", "scope": {"place": f"p{n}"}, "within": f"{n + 1} hours"}
        for n in numbers
    ]
    organization = make(
        {
            "topics": ["fire"],
            "scopes": {
                "kind": [f"k{n}" for n in numbers],
                "place": [f"p{n}" for n in numbers],
            },
            "organization": {"ladders": {"fire": rungs}},
            "positions": {
                "boss": {"reports_to": None},
                "anna": {"reports_to": "boss", "escalations": entries},
            },
        }
    )
    answer = organization.escalation("anna", "fire")
    assert len(answer.branches) == MOST_CASES
    assert f"more than {MOST_CASES} cases" in answer.why.en
    one = organization.escalation("anna", "fire", case={"kind": "k3", "place": "p7"})
    assert [(str(s.within), s.limit and s.limit.amount) for s in one.steps] == [("8 hours", 3)]


def test_an_amount_of_a_head_and_of_a_case_stands_in_the_job_description(make: Make) -> None:
    amount = {"amount": 70, "currency": "CNY"}
    organization = make(
        {
            "topics": ["fire"],
            "tasks": ["sell"],
            "scopes": {"business": ["sales", "service"]},
            "organization": {
                "departments": [{"id": "shop", "head": "boss"}],
                "ladders": {
                    "fire": [{"head": True, "for": {"business": "sales"}, "limit": amount}]
                },
            },
            "positions": {"boss": {"reports_to": None, "duties": ["sell"]}},
        }
    )
    section = str(organization.describe("boss", "en").section("authority"))
    assert "70" in section
    assert "for sales" in section
