"""Things of one name, or nearly; duties stated twice; several tops; relations to oneself."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealer_roles.facade import load
from dealer_roles.loading.read import read
from dealer_roles.loading.rule_sets import bundled_rules
from dealer_roles.values.name_likeness import near_pairs, near_same, same_key
from tests.support.rules import rule, subjects
from tests.support.tiny import write_tiny

ORGANIZATION = "{what: organization}"


def _named(of: str, alike: str = "same") -> Any:
    return rule(ORGANIZATION, f"{{names: {{of: [{of}], alike: {alike}}}}}")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Wash a car", "wash  a CAR"),
        ("Wash a car", "Wash a car."),
        ("洗车", "洗 车"),
        ("ＡＢＣ 组", "ABC组"),
        ("Follow-up", "Follow up"),
    ],
)
def test_case_width_spaces_and_punctuation_make_no_other_name(one: str, other: str) -> None:
    assert same_key(one) == same_key(other)


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("Check the accounts", "Check account", True),
        ("Accounts check", "Check accounts", True),
        ("Reconcile statements", "Reconcille statements", True),
        ("核对账目", "账目核对", True),
        ("配件的入库", "配件入库", True),
        ("售前客户经理", "售后客户经理", False),
        ("一号车间主管", "二号车间主管", False),
        ("Workshop A", "Workshop B", False),
        ("Shift 1 team 2", "Shift 2 team 1", False),
        ("Sell cars", "Send cars", False),
        ("Sell cars", "Wash floors", False),
    ],
)
def test_near_is_another_order_or_one_slip(one: str, other: str, near: bool) -> None:
    assert near_same(one, other) == near_same(other, one) == near


def _positions(*names: dict[str, str]) -> dict[str, Any]:
    return {
        "positions": {
            f"p{n}": {"name": name, "duties": ["keep-stock"]} for n, name in enumerate(names)
        }
    }


def test_one_language_in_common_is_one_name() -> None:
    names = ({"zh": "甲", "en": "Clerk"}, {"zh": "乙", "en": "clerk"}, {"zh": "丙", "en": "Cook"})
    assert subjects(_named("position"), _positions(*names)) == ["p0,p1"]


def test_three_of_one_name_are_one_finding() -> None:
    names = ({"zh": "甲", "en": "Clerk"},) * 3
    assert subjects(_named("position"), _positions(*names)) == ["p0,p1,p2"]


def test_near_says_nothing_of_what_is_the_same() -> None:
    names = ({"zh": "甲", "en": "Clerk"},) * 2
    assert subjects(_named("position", "near"), _positions(*names)) == []


def _duties(*duties: dict[str, Any]) -> dict[str, Any]:
    return {"positions": {"anna": {"duties": [{"task": "keep-stock", **d} for d in duties]}}}


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({}, 1),
        ({"text": {"zh": "管库", "en": "Mind the stock"}}, 1),
        ({"scope": {"area": "parts"}}, 0),
        ({"when": {"zh": "夜间", "en": "at night"}}, 0),
        ({"responsibility": "informed"}, 0),
        ({"valid": {"to": "2020-12-31"}}, 0),
    ],
)
def test_a_share_stated_twice_is_found_whatever_it_is_worded_like(
    more: dict[str, Any], found: int
) -> None:
    assert len(subjects(_named("duty"), _duties({}, more))) == found


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ({}, {"responsibility": "informed"}, 1),
        ({"responsibility": "responsible"}, {"responsibility": "consulted"}, 1),
        ({"scope": {"area": "parts"}}, {"responsibility": "informed"}, 1),
        (
            {"scope": {"area": "parts"}},
            {"responsibility": "informed", "scope": {"area": "vehicles"}},
            0,
        ),
        ({}, {"responsibility": "supporting"}, 0),
    ],
)
def test_who_owns_something_is_not_informed_of_it_as_well(
    one: dict[str, Any], other: dict[str, Any], found: int
) -> None:
    assert len(subjects(_named("duty", "near"), _duties(one, other))) == found


def test_a_flood_of_one_share_is_compared_once() -> None:
    flood: list[dict[str, Any]] = [{}, {"responsibility": "informed"}]
    assert len(subjects(_named("duty", "near"), _duties(*(flood * 400)))) == 1


def test_several_tops_are_found_and_a_merged_desk_is_one() -> None:
    (one_top,) = [r for r in bundled_rules() if r.id == "one-top"]
    boss: dict[str, Any] = {"reports_to": None}
    two = {"positions": {"boss": boss, "owner": boss}}
    assert len(subjects(one_top, two)) == 1
    assert subjects(one_top, {**two, "posts": {"desk": {"positions": ["boss", "owner"]}}}) == []
    assert subjects(one_top, {"positions": {"boss": {}, "owner": {}}}) == []  # nothing is stated


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"deputy": "anna"}, True),
        ({"deputy": ["bert", "anna"]}, True),
        ({"duties": [{"task": "sell", "responsibility": "supporting", "supports": "anna"}]}, True),
        (
            {
                "duties": [
                    {"task": "sell", "responsibility": "supporting", "supports": ["bert", "anna"]}
                ]
            },
            True,
        ),
        ({"also_reports_to": "anna"}, True),
        ({"also_reports_to": ["bert", "anna"]}, True),
        ({"vacant": {"since": "2026-01-01", "acting": "anna"}}, True),
        ({"deputy": "bert", "also_reports_to": "bert"}, False),
    ],
)
def test_nobody_stands_in_for_or_supports_himself(
    tmp_path: Path, fields: dict[str, Any], found: bool
) -> None:
    people = {"anna": {"duties": ["sell"], **fields}, "bert": {"duties": [], "deputy": "anna"}}
    loaded = read(write_tiny(tmp_path / "store", {"tasks": ["sell"], "positions": people}))
    assert [f.code for f in loaded.findings] == ["relates-to-itself"] * found


@pytest.mark.parametrize(
    ("checked", "found"), [("file", True), (["sell", "file"], True), ("sell", False)]
)
def test_no_task_checks_itself(tmp_path: Path, checked: Any, found: bool) -> None:
    tasks = ["sell", {"id": "file", "controls": [{"task": checked, "how": "approve"}]}]
    given = {"tasks": tasks, "positions": {"anna": {"duties": ["sell"]}}}
    loaded = read(write_tiny(tmp_path / "store", given))
    assert [f.code for f in loaded.findings] == ["relates-to-itself"] * found


def test_a_flood_of_things_is_told_by_its_beginning_and_their_number(tmp_path: Path) -> None:
    lesser = {"task": "sell", "responsibility": "informed"}
    people = {f"p{number}": {"reports_to": None, "duties": [lesser]} for number in range(60)}
    store = load(write_tiny(tmp_path / "store", {"tasks": ["sell"], "positions": people}))
    found = {finding.code: finding for finding in store.check()}
    assert " and 40 more" in found["one-top"].message.en
    assert " 等 60 项" in found["one-top"].message.zh
    proof = [witness.message.en for witness in found["no-forgotten-task"].witnesses]
    assert (len(proof), proof[-1]) == (51, f"and {61 - 50} more")  # the task itself is one


WORDS = st.sampled_from(
    [
        "check",
        "chek",
        "cheek",
        "checks",
        "the",
        "repair",
        "repairs",
        "Order",
        "order",
        "2",
        "检查",
        "查检",
    ]
)


@given(st.lists(st.lists(WORDS, max_size=4).map(" ".join), max_size=8))
def test_the_pairs_found_by_what_they_share_are_those_found_one_by_one(names: list[str]) -> None:
    every = combinations([(n, name) for n, name in enumerate(names) if name], 2)
    told_apart = [(one, other) for one, other in every if same_key(one[1]) != same_key(other[1])]
    near = {(a, b) for (a, x), (b, y) in told_apart if near_same(x, y)}
    assert {
        (a, b) for a, b in near_pairs(names) if same_key(names[a]) != same_key(names[b])
    } == near
