"""Escalations at the edges: many branches, many cases, long lines."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from dealer_roles.facade import Organization
from dealer_roles.questions.escalation_answer import EscalationBranch
from dealer_roles.questions.escalation_cases import MOST_CASES
from dealer_roles.questions.escalation_joined import branch_why

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


@pytest.mark.parametrize(
    ("branch", "zh", "en"),
    [
        (EscalationBranch(last=2, ends="top"), "到达最高岗位", "ends at the top"),
        (EscalationBranch(last=0, ends="top"), "已是最高岗位", "it is the top already"),
        (
            EscalationBranch(last=1, ends="unnamed"),
            "止于未指明的上级",
            "ends at somebody who is not named here",
        ),
        (EscalationBranch(last=2, ends="party"), "止于外部方", "ends outside the organization"),
        (
            EscalationBranch(last=1, ends="absent"),
            "止于本组织没有的上级",
            "ends at a superior who is absent here",
        ),
        (
            EscalationBranch(last=2, ends="loop"),
            "又回到 anna，形成循环",
            "comes back to anna: a loop",
        ),
        (
            EscalationBranch(last=2, ends="loop", at=1),
            "又回到 boss，形成循环",
            "comes back to boss: a loop",
        ),
        (
            EscalationBranch(last=1, ends="loop", at=2),
            "又回到 maker，形成循环",
            "comes back to maker: a loop",
        ),
        (EscalationBranch(last=2, ends="again", at=1), "以下同第 1 步", "goes on as after step 1"),
    ],
)
def test_how_a_branch_ends_is_said_in_both_languages(
    make: Make, branch: EscalationBranch, zh: str, en: str
) -> None:
    answer = make(
        {
            "topics": ["fire"],
            "parties": ["maker"],
            "organization": {"ladders": {"fire": [{"position": "boss"}, {"party": "maker"}]}},
            "positions": {"boss": {"reports_to": None}, "anna": {"reports_to": "boss"}},
        }
    ).escalation("anna", "fire")
    assert [step.position or step.party for step in answer.steps] == ["boss", "maker"]
    words = branch_why(answer, branch)
    assert (words.zh, words.en) == (zh, en)


def test_a_second_way_to_a_place_goes_on_as_the_first_did(make: Make) -> None:
    answer = make(
        {
            "topics": ["fire"],
            "positions": {
                "top": {"reports_to": None},
                "boss": {"reports_to": "top"},
                "left": {"reports_to": "boss"},
                "right": {"reports_to": "boss"},
                "anna": {
                    "reports_to": "boss",
                    "escalations": [
                        {"topic": "fire", "to": "left", "when": when("hot")},
                        {"topic": "fire", "to": "right", "when": when("cold")},
                    ],
                },
            },
        }
    ).escalation("anna", "fire")
    steps = [(s.number, s.after, s.position, s.continues) for s in answer.steps]
    assert steps == [
        (1, 0, "left", None),
        (2, 1, "boss", None),
        (3, 2, "top", None),
        (4, 0, "right", None),
        (5, 4, "boss", 2),
    ]
    assert [branch.to_dict() for branch in answer.branches] == [
        {"last": 3, "ends": "top", "at": 0, "cases": [], "said": []},
        {"last": 5, "ends": "again", "at": 2, "cases": [], "said": []},
    ]
    assert answer.why.en == "2 branches; ends at the top"


def test_two_cases_in_which_ways_meet_again_are_numbered_onward(make: Make) -> None:
    """The second case begins after the steps of the first: all that points at a step moves."""
    ways = [{"topic": "fire", "to": to, "when": when(to)} for to in ("left", "right")]
    answer = make(
        {
            "topics": ["fire"],
            "scopes": {"area": ["parts", "cars"]},
            "positions": {
                "top": {"reports_to": None},
                "left": {"reports_to": "top"},
                "right": {"reports_to": "top"},
                "anna": {
                    "reports_to": "top",
                    "escalations": [
                        {"topic": "fire", "to": "top", "scope": {"area": "parts"}},
                        *({**way, "scope": {"area": "cars"}} for way in ways),
                    ],
                },
            },
        }
    ).escalation("anna", "fire")
    assert [(s.number, s.after, s.position, s.continues) for s in answer.steps] == [
        (1, 0, "top", None),
        (2, 0, "left", None),
        (3, 2, "top", None),
        (4, 0, "right", None),
        (5, 4, "top", 3),
    ]
    assert [(b.last, b.ends, b.at, b.to_dict()["cases"]) for b in answer.branches] == [
        (1, "top", 0, [{"area": ["parts"]}]),
        (3, "top", 0, [{"area": ["cars"]}]),
        (5, "again", 3, [{"area": ["cars"]}]),
    ]
    said = "3 branches; depends on area; every case is shown; ends at the top"
    assert answer.why.en == said


def test_what_two_rungs_of_one_desk_note_is_said_in_every_language_that_they_have(
    make: Make,
) -> None:
    notes = [
        {"zh": "带合同", "fr": "avec le contrat"},
        {"zh": "先打电话", "en": "call first", "fr": "appeler avant"},
    ]
    rungs = [
        {"position": position, "note": note}
        for position, note in zip(("head", "chief"), notes, strict=True)
    ]
    desk = {"id": "desk", "name": "Desk", "positions": ["head", "chief"], "headcount": 1}
    organization = make(
        {
            "topics": ["fire"],
            "positions": {
                "clerk": {"reports_to": "head"},
                "head": {"reports_to": "chief"},
                "chief": {"reports_to": None},
            },
            "organization": {"posts": [desk], "ladders": {"fire": rungs}},
        }
    )
    (step,) = organization.escalation("clerk", "fire").steps
    assert step.note is not None
    assert [step.note.get(lang) for lang in ("zh", "en", "fr")] == [
        "带合同；先打电话",
        "带合同; call first",
        "avec le contrat; appeler avant",
    ]
