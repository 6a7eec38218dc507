"""Lines, receivers and derived shares."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from dealer_roles.facade import Organization

Make = Callable[[dict[str, Any]], Organization]
HAND = {"task": "sell", "then": "bill"}


def post(id_: str, *members: str, **more: Any) -> dict[str, Any]:
    return {"id": id_, "name": {"zh": id_, "en": id_}, "positions": list(members), **more}


def test_whoever_is_absent_is_passed_over_and_named(make: Make) -> None:
    lines = (
        make(
            {
                "known_positions": {
                    "a": {"reports_to": "b"},
                    "b": {"reports_to": "boss"},
                    "boss": {},
                },
                "positions": {"boss": {"reports_to": None}, "anna": {"reports_to": "a"}, "ben": {}},
            }
        )
        .on()
        .lines
    )
    rise = lines.rise("anna")
    assert (rise.to, rise.end, rise.passed_over) == ("boss", "", ("a", "b"))
    assert lines.rise("boss").end == "top"
    assert lines.rise("ben").end == "unstated"
    assert lines.above("anna") == (("boss",), lines.rise("boss"))


def test_a_loop_by_way_of_usual_superiors_ends(make: Make) -> None:
    organization = make(
        {
            "tasks": ["sell"],
            "known_positions": {"x": {"reports_to": "anna"}, "anna": {}},
            "positions": {"anna": {"reports_to": "x", "duties": ["sell"]}},
        }
    )
    assert organization.on().lines.above("anna")[0] == ()
    assert organization.escalation("anna").ends == "loop"
    (gap,) = organization.gaps()
    assert (gap.kind, gap.subject) == ("no-way-to-the-top", "anna")
    assert "loop" in gap.message.en


def test_colleagues_who_lead_to_each_other_end_in_a_loop(make: Make) -> None:
    organization = make(
        {
            "known_positions": {
                "x": {"reports_to": "cleo"},
                "y": {"reports_to": "ben"},
                **{n: {} for n in ("ben", "cleo")},
            },
            "positions": {
                "anna": {"reports_to": "ben"},
                "ben": {"reports_to": "x"},
                "cleo": {"reports_to": "y"},
            },
            "organization": {"posts": [post("desk", "anna", "ben", "cleo")]},
        }
    )
    answer = organization.escalation("anna")
    assert (answer.steps, answer.ends) == ((), "loop")


def test_the_manager_of_a_post_is_above_all_of_it(make: Make) -> None:
    organization = make(
        {
            "tasks": ["sell"],
            "positions": {
                "boss": {"reports_to": None},
                "ben": {"reports_to": "boss"},
                "anna": {"reports_to": "ben"},
            },
            "organization": {
                "posts": [
                    post(
                        "desk", "anna", "ben",
                        handoffs=[{"id": "h", "task": "sell", "to": "manager",
                                   "deliverable": {"zh": "x", "en": "x"}}],
                    )
                ]
            },
        }
    )  # fmt: skip
    (handoff,) = organization.on().model.handoffs
    assert organization.on().receiver_ids(handoff) == ("boss",)


def test_a_position_that_only_a_post_names_is_present_as_the_catalogue_knows_it(
    make: Make,
) -> None:
    organization = make(
        {
            "known_positions": {"anna": {"reports_to": None}},
            "positions": {"ben": {}},
            "organization": {"posts": [post("desk", "anna", "ben")]},
        }
    )
    assert list(organization.positions) == ["anna", "ben"]
    assert organization.on().lines.rise("anna").end == "unstated"


@pytest.mark.parametrize("approval", [True, False])
def test_approval_derives_a_share_for_each_receiver_but_parties(make: Make, approval: bool) -> None:
    hand = {**HAND, "to": ["office", "maker"], "approval": approval, "sources": ["D1.1"]}
    organization = make(
        {
            "tasks": ["sell", "bill"],
            "departments": ["shop", "office"],
            "parties": ["maker"],
            "positions": {
                "anna": {"handoffs": [hand]},
                "ben": {"department": "office", "duties": ["bill"]},
                "cleo": {"department": "office"},
            },
        }
    )
    derived = [(d.holder, d.responsibility, d.sources) for d in organization.on().derived]
    assert derived == ([("ben", "approver", ("D1.1",))] if approval else [])
    assert organization.owner("sell").status == "unowned"


def test_the_graph_holds_every_kind_of_edge(make: Make) -> None:
    graph = make(
        {
            "tasks": ["whole", {"id": "sell", "part_of": "whole"}],
            "topics": ["fire"],
            "parties": ["maker"],
            "positions": {
                "boss": {"reports_to": None, "duties": ["whole"]},
                "anna": {
                    "reports_to": "boss",
                    "duties": ["sell"],
                    "handoffs": [{"task": "sell", "to": ["boss", "maker"]}],
                    "escalations": [{"topic": "fire", "to": "boss"}],
                },
            },
            "processes": {"deal": [{"id": "one", "task": "sell"}]},
            "organization": {
                "posts": [post("desk", "anna")],
                "departments": [{"id": "shop", "head": "boss"}],
            },
        }
    ).graph
    keys = {(u, v, k) for u, v, k in graph.edges(keys=True)}
    assert keys == {
        ("position:anna", "department:shop", "in_department"),
        ("position:boss", "department:shop", "in_department"),
        ("position:boss", "department:shop", "heads"),
        ("position:anna", "position:boss", "reports_to"),
        ("position:anna", "post:desk", "member_of"),
        ("task:sell", "task:whole", "part_of"),
        ("position:boss", "task:whole", "accountable"),
        ("position:anna", "task:sell", "accountable"),
        ("position:anna", "position:boss", "hands_to:anna-0"),
        ("position:anna", "party:maker", "hands_to:anna-0"),
        ("position:anna", "position:boss", "escalates_to:fire"),
        ("process:deal", "task:sell", "step:one"),
    }
