"""Each kind of scenario holds, or says what was expected and what was found."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from dealer_roles.facade import Organization
from dealer_roles.model.declare import keys_of
from dealer_roles.organization.on_day import OnDay
from dealer_roles.scenarios.asked import QUESTIONS, judge
from dealer_roles.scenarios.file_forms import ScenarioForm

Make = Callable[[dict[str, Any]], Organization]
DAY = dt.date(2026, 11, 1)


@pytest.fixture
def org(make: Make) -> OnDay:
    return make(
        {
            "tasks": ["sell", "bill", "wash", {"id": "keep", "split_by": ["area"]}],
            "scopes": {"area": ["parts", "cars"]},
            "topics": ["fire"],
            "forms": ["slip"],
            "departments": ["shop"],
            "positions": {
                "boss": {"reports_to": None, "duties": []},
                "anna": {
                    "reports_to": "boss",
                    "duties": [
                        {"task": "sell", "sources": ["D1.1"]},
                        {"task": "keep", "scope": {"area": "cars"}},
                    ],
                    "handoffs": [
                        {
                            "task": "sell",
                            "then": "bill",
                            "to": "bert",
                            "deliverable": {"form": "slip"},
                            "approval": True,
                        }
                    ],
                },
                "bert": {
                    "reports_to": "boss",
                    "duties": ["bill", {"task": "keep", "scope": {"area": "parts"}}],
                },
                "carl": {"reports_to": "boss", "duties": ["bill"]},
            },
            "processes": {"deal": [{"id": "a", "task": "sell"}, {"id": "b", "task": "wash"}]},
            "organization": {
                "ladders": {
                    "fire": [
                        {"position": "anna"},
                        {"position": "carl", "skip": "subject"},
                        {"position": "boss"},
                    ]
                }
            },
        }
    ).on(DAY)


HOLDS: list[tuple[str, dict[str, Any]]] = [
    ("owner", {"task": "sell", "owned_by": "anna"}),
    ("owner", {"task": "bill", "owned_by": ["carl", "bert"], "status": "contested"}),
    ("owner", {"task": "wash", "status": "unowned"}),
    ("owner", {"task": "keep", "scope": {"area": "parts"}, "owned_by": "bert"}),
    ("escalation", {"position": "anna", "calls": ["boss"]}),
    ("escalation", {"position": "anna", "topic": "fire", "reaches": "boss"}),
    ("escalation", {"position": "anna", "topic": "fire", "about": "carl", "passes_over": "carl"}),
    ("handoff", {"from": "anna", "to": "bert"}),
    (
        "handoff",
        {"from": "anna", "to": "bert", "task": "sell", "then": "bill", "form": "slip"},
    ),
    ("handoff", {"from": "anna", "to": "bert", "approval": True}),
    ("duty", {"position": "anna", "task": "sell", "responsibility": "accountable"}),
    (
        "duty",
        {"position": "anna", "task": "sell", "responsibility": "accountable", "source": "D1.1"},
    ),
    ("duty", {"position": "bert", "task": "sell", "responsibility": "approver"}),
    ("duty", {"position": "carl", "task": "sell", "responsibility": "none"}),
    ("walk", {"process": "deal", "passes": ["anna"]}),
]
FAILS: list[tuple[str, dict[str, Any], str]] = [
    ("owner", {"task": "sell", "owned_by": "bert"}, "owned by: expected bert, got anna"),
    ("owner", {"task": "bill", "owned_by": ["bert", "carl"]}, "expected owned, got contested"),
    ("owner", {"task": "wash", "owned_by": "anna"}, "expected anna, got nothing"),
    ("escalation", {"position": "anna", "calls": ["bert"]}, "calls: expected bert, got boss"),
    ("escalation", {"position": "anna", "reaches": "carl"}, "reaches: expected carl, got boss"),
    (
        "escalation",
        {"position": "anna", "topic": "fire", "passes_over": "carl"},
        "passes over: expected carl",
    ),
    ("handoff", {"from": "bert", "to": "anna"}, "a hand-off bert → anna"),
    ("handoff", {"from": "anna", "to": "bert", "then": "wash"}, "got anna-0 (sell → bill, slip"),
    (
        "duty",
        {"position": "anna", "task": "sell", "responsibility": "none"},
        "expected none, got accountable",
    ),
    (
        "duty",
        {"position": "carl", "task": "sell", "responsibility": "none", "source": "D9.9"},
        "none cites a source",
    ),
    (
        "duty",
        {"position": "anna", "task": "sell", "responsibility": "consulted"},
        "expected consulted, got accountable",
    ),
    (
        "duty",
        {"position": "anna", "task": "sell", "responsibility": "accountable", "source": "D9.9"},
        "source: expected D9.9, got D1.1",
    ),
    ("walk", {"process": "deal", "passes": ["bert"]}, "passes: expected bert, got anna"),
    ("walk", {"process": "deal", "carried": True}, "no hand-off: a → b"),
    ("nothing", {"gaps": "none"}, "wash"),
    ("nothing", {"overlaps": "none"}, "bill"),
    ("owner", {"task": "sel", "status": "owned"}, "sell"),
    ("owner", {"task": "sell"}, "owner expects nothing"),
    ("escalation", {"position": "anna"}, "escalation expects nothing"),
    ("escalation", {"position": "anna", "passes_over": "bret"}, "bert"),
    ("escalation", {"position": "anna", "reaches": "boss", "about": "bret"}, "bert"),
    ("walk", {"process": "deal"}, "walk expects nothing"),
    ("nothing", {}, "nothing expects nothing"),
    ("walk", {"process": "deal", "passes": ["bret"]}, "bert"),
]


@pytest.mark.parametrize(("kind", "wanted"), HOLDS, ids=lambda v: v if isinstance(v, str) else "")
def test_what_is_expected_and_found_holds(org: OnDay, kind: str, wanted: dict[str, Any]) -> None:
    assert judge(org, kind, wanted)[0] == []


@pytest.mark.parametrize(
    ("kind", "wanted", "told"), FAILS, ids=lambda v: v if isinstance(v, str) else ""
)
def test_what_is_not_found_is_told_with_what_is(
    org: OnDay, kind: str, wanted: dict[str, Any], told: str
) -> None:
    failures, _ = judge(org, kind, wanted)
    assert told in "; ".join(failure.en for failure in failures)
    assert all(failure.zh for failure in failures)


def test_an_answer_that_holds_rests_on_evidence(org: OnDay) -> None:
    for kind, wanted in HOLDS:
        nobody = "unowned" in wanted.values() or "none" in wanted.values()
        assert bool(judge(org, kind, wanted)[1]) != nobody, (kind, wanted)


def test_every_question_of_the_schema_is_asked() -> None:
    asked = set(keys_of(ScenarioForm)) - {"name", "on"}
    assert set(QUESTIONS) == asked == {kind for kind, *_ in [*HOLDS, *FAILS]}


def test_a_scenario_may_ask_about_a_case_and_any_branch_may_be_the_one(make: Make) -> None:
    when = {"zh": "紧急", "en": "urgent"}
    org = make(
        {
            "topics": ["fire"],
            "scopes": {"business": ["sales", "service"]},
            "positions": {
                "boss": {"reports_to": None},
                "carl": {"reports_to": "boss"},
                "anna": {
                    "reports_to": "boss",
                    "escalations": [
                        {"topic": "fire", "to": "boss", "when": when},
                        {"topic": "fire", "to": "carl", "scope": {"business": "sales"}},
                    ],
                },
            },
        }
    ).on(DAY)
    asked = {"position": "anna", "topic": "fire"}
    assert judge(org, "escalation", {**asked, "calls": ["boss"]})[0] == []
    assert judge(org, "escalation", {**asked, "calls": ["carl", "boss"]})[0] == []
    service = {**asked, "case": {"business": "service"}}
    assert judge(org, "escalation", {**service, "passes_over": "carl"})[0] == []
    assert judge(org, "escalation", {**service, "calls": ["carl"]})[0] != []
