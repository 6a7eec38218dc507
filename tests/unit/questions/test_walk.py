"""A case on its way through a process: who holds it, how long, and what it crosses."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from dealer_roles.facade import Organization
from dealer_roles.questions.walk import Walk, walk
from dealer_roles.values.errors import UnknownId

Make = Callable[[dict[str, Any]], Organization]
DAY = dt.date(2026, 11, 1)
TASKS = ["take", "check", "pay"]


def walked(make: Make, steps: list[dict[str, Any]], **positions: dict[str, Any]) -> Walk:
    people: dict[str, Any] = {
        "desk": {"department": "shop", "duties": ["take"]},
        "clerk": {"department": "office", "duties": ["check"]},
        "cashier": {"department": "office", "duties": ["pay"]},
    }
    for id_, fields in positions.items():
        people[id_] = {**people.get(id_, {}), **fields}
    given = {
        "tasks": TASKS,
        "departments": ["shop", "office"],
        "positions": people,
        "processes": {"deal": steps},
    }
    return walk(make(given).on(DAY), "deal")


def step(id_: str, task: str, **fields: Any) -> dict[str, Any]:
    return {"id": id_, "task": task, **fields}


THREE = [step("a", "take"), step("b", "check"), step("c", "pay")]


def test_each_step_is_held_by_the_owner_of_its_task(make: Make) -> None:
    found = walked(make, THREE)
    assert [s.holders for s in found.steps] == [("desk",), ("clerk",), ("cashier",)]
    assert [s.departments for s in found.steps] == [("shop",), ("office",), ("office",)]
    assert all(s.evidence and s.why.en for s in found.steps)


def test_a_step_leads_to_the_next_one_unless_it_says_otherwise(make: Make) -> None:
    branching = [step("a", "take", next=["c", "b"]), step("b", "check"), step("c", "pay")]
    ways = [(m.source, m.target) for m in walked(make, branching).moves]
    assert ways == [("a", "c"), ("a", "b"), ("b", "c")]


def test_changes_of_hands_and_departments_are_told_apart(make: Make) -> None:
    first, second = walked(make, THREE).moves
    assert (first.changes_hands, first.crosses) == (True, True)
    assert (second.changes_hands, second.crosses) == (True, False)


def test_one_holder_of_two_steps_keeps_the_case(make: Make) -> None:
    (move,) = walked(
        make, THREE[:2], desk={"duties": ["take", "check"]}, clerk={"duties": []}
    ).moves
    assert (move.changes_hands, move.crosses, move.handoffs) == (False, False, ())


def test_a_handoff_to_the_next_holder_carries_the_case(make: Make) -> None:
    given = {"handoffs": [{"task": "take", "then": "check", "to": "clerk"}]}
    first, second = walked(make, THREE, desk=given).moves
    assert (first.handoffs, second.handoffs) == (("desk-0",), ())
    assert first.evidence[0].ref == "desk-0"


def test_a_case_that_comes_straight_back_plays_ping_pong(make: Make) -> None:
    steps = [step("a", "take"), step("b", "check"), step("c", "take")]
    assert [m.ping_pong for m in walked(make, steps).moves] == [False, True]


def test_a_case_that_comes_back_by_way_of_a_third_does_not(make: Make) -> None:
    steps = [step("a", "take"), step("b", "check"), step("c", "pay"), step("d", "take")]
    assert [m.ping_pong for m in walked(make, steps).moves] == [False, False, False]


def test_limits_add_up_along_the_longest_way_and_steps_without_one_are_named(make: Make) -> None:
    steps = [
        step("a", "take", within="2 hours", next=["b", "c"]),
        step("b", "check", within="3 hours", next=["d"]),
        step("c", "check", within="30 minutes", next=["d"]),
        step("d", "pay"),
    ]
    found = walked(make, steps)
    assert (found.hours, found.unlimited) == (5.0, ("d",))


def test_a_step_without_a_limit_has_that_of_its_owners_duty(make: Make) -> None:
    duty = {"task": "check", "within": "4 hours"}
    found = walked(make, THREE[:2], clerk={"duties": [duty]})
    assert [str(s.within or "") for s in found.steps] == ["", "4 hours"]
    assert found.hours == 4.0


def test_a_way_back_is_not_added_twice(make: Make) -> None:
    steps = [step("a", "take", within="1 hour"), step("b", "check", within="1 hour", next=["a"])]
    assert walked(make, steps).hours == 2.0


def test_a_step_that_nobody_owns_is_held_by_nobody(make: Make) -> None:
    found = walked(make, THREE[:2], clerk={"duties": []})
    assert found.steps[1].holders == ()
    assert found.moves[0].changes_hands


def test_the_walk_says_in_one_sentence_what_it_counts(make: Make) -> None:
    why = walked(make, THREE).why
    assert why.en.startswith("3 steps, 2 changes of hands, 1 across departments, 0 back and forth")
    assert why.zh.startswith("3 个步骤，换手 2 次，跨部门 1 次")


def test_as_plain_data_it_speaks_the_language_asked_for(make: Make) -> None:
    steps = [step("a", "take", when={"zh": "来店", "en": "on a visit"}, optional=True)]
    plain = walked(make, steps).steps[0].to_dict("zh")
    assert (plain["when"], plain["optional"], plain["within"]) == ("来店", True, None)


def test_an_unknown_process_suggests_the_nearest(make: Make) -> None:
    org = make({"tasks": TASKS, "processes": {"deal": THREE}})
    with pytest.raises(UnknownId, match="deal"):
        walk(org.on(DAY), "dael")
