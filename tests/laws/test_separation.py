"""Separation: the order of groups means nothing, and a task fills one group at most."""

from __future__ import annotations

import itertools
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dealer_roles.rules.kinds.matching import most_groups
from tests.support.rules import rule, subjects

TASKS = ["approve-x", "approve-y", "make-x", "make-y"]
GLOBS = ["approve-*", "make-*", "*-x", "*-y", "*", "make-y"]

groups = st.lists(st.sets(st.sampled_from(GLOBS), min_size=1, max_size=2), min_size=2, max_size=4)


def check(wanted: list[set[str]], most: int) -> str:
    listed = ", ".join(f"{{tasks: {sorted(globs)}}}".replace("'", '"') for globs in wanted)
    return f"{{separation: {{most: {most}, groups: [{listed}]}}}}"


@st.composite
def held(draw: st.DrawFn) -> dict[str, Any]:
    duty = st.fixed_dictionaries(
        {"task": st.sampled_from(TASKS)},
        optional={"scope": st.sampled_from([{"area": "a"}, {"area": "b"}, {"area": ["a", "c"]}])},
    )
    positions = {p: draw(st.lists(duty, max_size=4)) for p in ("p", "q")}
    return {"scopes": {"area": ["a", "b", "c"]}, "tasks": TASKS, "positions": positions}


@given(held(), groups, st.data())
def test_the_order_of_groups_means_nothing(
    raw: dict[str, Any], wanted: list[set[str]], data: st.DataObject
) -> None:
    most = data.draw(st.integers(1, len(wanted) - 1))
    other = data.draw(st.permutations(wanted))
    one, two = (rule("{what: holder}", check(order, most)) for order in (wanted, other))
    assert subjects(one, str(raw)) == subjects(two, str(raw))


@given(held(), groups, st.data())
def test_a_hand_holds_as_many_groups_as_can_each_be_given_a_task_in_one_case(
    raw: dict[str, Any], wanted: list[set[str]], data: st.DataObject
) -> None:
    from fnmatch import fnmatchcase

    most = data.draw(st.integers(1, len(wanted) - 1))
    expected = set()
    for position, duties in raw["positions"].items():
        for area in ("a", "b", "c"):
            tasks = {
                d["task"] for d in duties if area in d.get("scope", {"area": "abc"}).get("area")
            }
            for some in itertools.combinations(wanted, most + 1):
                for given_to in itertools.permutations(tasks, most + 1):
                    pairs = zip(some, given_to, strict=True)
                    if all(any(fnmatchcase(t, glob) for glob in globs) for globs, t in pairs):
                        expected.add(position)
    found = subjects(rule("{what: holder}", check(wanted, most)), str(raw))
    assert {id_ for subject in found for id_ in subject.split(",")} - set(TASKS) == expected


@given(st.lists(st.sets(st.sampled_from("abcde")), max_size=5), st.sets(st.sampled_from("abcde")))
def test_most_groups_is_the_largest_matching(fitting: list[set[str]], tasks: set[str]) -> None:
    best = max(
        size
        for size in range(len(fitting) + 1)
        for some in itertools.combinations(fitting, size)
        for given_to in itertools.permutations(sorted(tasks), size)
        if all(task in group for task, group in zip(given_to, some, strict=True))
    )
    assert most_groups(tasks, fitting) == best
