"""Structure as it is: nested departments, several memberships and heads, lines of every kind."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from dealer_roles.facade import Organization
from dealer_roles.loading.read import read
from tests.support.tiny import write_tiny

Make = Callable[[dict[str, Any]], Organization]
DAY = dt.date(2026, 11, 1)
TASKS = ["sell", "bill", "wash"]


@pytest.fixture
def org(make: Make) -> Organization:
    return make(
        {
            "tasks": TASKS,
            "departments": ["shop", "office", "body"],
            "organization": {
                "departments": [
                    {"id": "shop", "heads": ["anna", "ben"]},
                    {"id": "body", "part_of": "shop"},
                    {"id": "office"},
                ]
            },
            "positions": {
                "boss": {"reports_to": {"unnamed": "the owner"}, "department": "office"},
                "anna": {"reports_to": "boss", "department": ["shop", "office"]},
                "ben": {"reports_to": "boss", "department": "shop", "also_reports_to": "anna"},
                "cleo": {
                    "reports_to": "anna",
                    "department": "body",
                    "deputy": ["same-position", "ben"],
                    "headcount": 1.5,
                },
            },
        }
    )


def test_several_heads_are_stated_and_others_derived(org: Organization) -> None:
    assert org.on(DAY).heads == {"shop": ("anna", "ben"), "body": ("cleo",), "office": ("boss",)}


def test_a_department_holds_the_members_of_its_parts(org: Organization) -> None:
    from dealer_roles.organization.heads import members_of

    assert members_of(org.linked.model) == {
        "office": ("anna", "boss"),
        "shop": ("anna", "ben", "cleo"),
        "body": ("cleo",),
    }


def test_a_superior_without_a_name_is_stated_and_ends_the_line(org: Organization) -> None:
    boss = org.positions["boss"]
    assert (boss.line_stated, boss.reports_to) == (True, None)
    assert boss.line.unnamed is not None
    assert boss.line.unnamed.en == "the owner"
    assert org.on(DAY).lines.rise("boss").end == "unnamed"
    steps = org.escalation("cleo").steps
    assert [step.position for step in steps] == ["anna", "boss", None]
    assert "line-not-stated" not in {gap.kind for gap in org.gaps()}


def test_a_dotted_line_is_shown_and_never_climbed(org: Organization) -> None:
    assert [s.position for s in org.escalation("ben").steps] == ["boss", None]
    facts = {fact.id: fact.text for fact in org.describe("ben", "en").facts.items}
    assert facts["also-reports-to"] == "anna"
    assert org.graph.has_edge("position:ben", "position:anna", key="also_reports_to")


def test_a_job_description_names_all_departments_and_deputies(org: Organization) -> None:
    facts = {fact.id: fact.text for fact in org.describe("cleo", "en").facts.items}
    assert facts["deputy"] == "A colleague in the same position, ben"
    assert facts["headcount"] == "1.5"
    facts = {fact.id: fact.text for fact in org.describe("anna", "zh").facts.items}
    assert facts["department"] == "shop、office"
    facts = {fact.id: fact.text for fact in org.describe("boss", "en").facts.items}
    assert facts["reports-to"] == "the owner"


def test_a_department_that_is_part_of_itself_is_refused(tmp_path: Any) -> None:
    given = {
        "tasks": TASKS,
        "departments": ["shop", "body"],
        "positions": {"boss": {"reports_to": None}},
        "organization": {
            "departments": [{"id": "shop", "part_of": "body"}, {"id": "body", "part_of": "shop"}]
        },
    }
    assert [f.code for f in read(write_tiny(tmp_path / "org", given)).findings] == ["part-of-loop"]
