"""A vacant position: answers say so, and escalations pass to whoever acts, on the day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

import dealer_roles as dr
from dealer_roles.facade import Organization

Make = Callable[[dict[str, Any]], Organization]
SINCE, DAY, BEFORE = "2026-10-01", dt.date(2026, 10, 1), dt.date(2026, 9, 30)


def store(vacant: dict[str, Any] | None, **chief: Any) -> dict[str, Any]:
    made = {"reports_to": "boss", "duties": ["bill"], **chief}
    return {
        "tasks": ["sell", "bill", "lead"],
        "topics": ["fire"],
        "positions": {
            "boss": {"reports_to": None, "duties": ["lead"]},
            "chief": {**made, **({"vacant": vacant} if vacant else {})},
            "deputy": {
                "reports_to": "chief",
                "duties": [{"task": "bill", "responsibility": "supporting"}],
            },
            "anna": {"reports_to": "chief", "duties": ["sell"]},
        },
        "organization": {
            "ladders": {
                "fire": [
                    {
                        "position": "chief",
                        "within": "1 hour",
                        "limit": {"amount": 5, "currency": "CNY"},
                    },
                    {"position": "boss"},
                ]
            }
        },
    }


def called(
    organization: Organization, asker: str, topic: str | None = None, on: dt.date = DAY
) -> list[Any]:
    steps = organization.escalation(asker, topic, on=on).steps
    return [(s.position, s.acting_for) for s in steps]


def test_a_line_passes_to_whoever_acts_and_on_from_the_place_of_the_vacant_one(make: Make) -> None:
    organization = make(store({"since": SINCE, "acting": "deputy"}))
    assert called(organization, "anna") == [("deputy", "chief"), ("boss", "")]
    why = organization.escalation("anna", on=DAY).steps[0].why
    assert "vacant since 2026-10-01; deputy acts" in why.en
    assert "空缺，由 deputy 代理" in why.zh


def test_whoever_acts_stands_on_the_rung_of_the_vacant_one(make: Make) -> None:
    organization = make(store({"since": SINCE, "acting": "deputy"}))
    assert called(organization, "anna", "fire") == [("deputy", "chief"), ("boss", "")]
    step = organization.escalation("anna", "fire", on=DAY).steps[0]
    assert str(step.within) == "1 hour"
    assert step.limit is not None
    assert step.limit.amount == 5


def test_whoever_acts_does_not_turn_to_himself(make: Make) -> None:
    organization = make(store({"since": SINCE, "acting": "deputy"}))
    assert called(organization, "deputy") == [("boss", "")]


def test_a_superior_who_acts_is_one_step(make: Make) -> None:
    organization = make(store({"since": SINCE, "acting": "boss"}))
    assert called(organization, "anna") == [("boss", "chief")]
    assert called(organization, "anna", "fire") == [("boss", "chief")]


@pytest.mark.parametrize("topic", [None, "fire"])
def test_where_nobody_acts_it_goes_past_and_says_so(make: Make, topic: str | None) -> None:
    organization = make(store({"since": SINCE}))
    assert called(organization, "anna", topic) == [("boss", "")]
    assert "nobody acts" in organization.escalation("anna", topic, on=DAY).steps[0].why.en


def test_before_the_day_nothing_is_vacant(make: Make) -> None:
    organization = make(store({"since": SINCE}))
    assert called(organization, "anna", on=BEFORE) == [("chief", ""), ("boss", "")]
    assert "vacant" not in organization.owner("bill", on=BEFORE).why.en
    assert not [g for g in organization.gaps(BEFORE) if g.kind == "vacant-nobody-acting"]


def test_the_owner_stays_and_the_answer_says_who_acts(make: Make) -> None:
    answer = make(store({"since": SINCE, "acting": "deputy"})).owner("bill", on=DAY)
    assert answer.owners == ("chief",)
    assert "vacant since 2026-10-01; deputy acts" in answer.why.en
    assert [e.ref for e in answer.evidence if e.kind == "vacancy"] == ["deputy"]


def test_a_gap_says_where_nobody_acts_and_since_when(make: Make) -> None:
    organization = make(store({"since": SINCE}))
    (gap,) = [g for g in organization.gaps("ever") if g.kind == "vacant-nobody-acting"]
    assert gap.subject == "chief"
    assert [(i.first, i.last) for i in gap.intervals] == [(DAY, None)]


def test_one_who_acts_but_is_vacant_himself_does_not_act(make: Make) -> None:
    given = store({"since": SINCE, "acting": "deputy"})
    given["positions"]["deputy"]["vacant"] = {"since": "2026-11-01"}
    organization = make(given)
    later = dt.date(2026, 11, 1)
    assert called(organization, "anna", on=later) == [("boss", "")]
    kinds = [g.subject for g in organization.gaps(later) if g.kind == "vacant-nobody-acting"]
    assert kinds == ["chief", "deputy"]


def test_a_desk_is_vacant_only_where_none_of_its_positions_is_held(make: Make) -> None:
    given = store({"since": SINCE})
    given["organization"]["posts"] = [
        {"id": "desk", "name": {"zh": "桌", "en": "desk"}, "positions": ["chief", "deputy"]}
    ]
    assert make(given).on(DAY).vacancy("desk") is None


def test_nobody_acts_for_himself(make: Make) -> None:
    with pytest.raises(dr.InvalidDefinitions, match="stands in for itself"):
        make(store({"since": SINCE, "acting": "chief"}))


def test_the_job_description_says_who_acts(make: Make) -> None:
    organization = make(store({"since": SINCE, "acting": "deputy"}))
    facts = organization.describe("chief", "en", DAY).facts.items
    assert {f.label: f.text for f in facts}["Vacant"] == "since 2026-10-01; deputy acts"
    other = organization.describe("deputy", "en", DAY).facts.items
    assert {f.label: f.text for f in other}["Acting for"] == "chief"
