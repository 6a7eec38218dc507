"""Stores in which one hand does and checks: each way of holding both is found, and found once."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import yaml

import dealer_roles as dr
from dealer_roles.values.findings import Finding

Fields = dict[str, Any]
KEEP, REVIEW = "keep-accounts", "review-accounts"
LONG_AGO, ONE_DAY = dt.date(2020, 1, 1), dt.date(2999, 1, 1)


def _duty(given: str | Fields) -> Fields:
    fields = {"task": given} if isinstance(given, str) else given
    return {"responsibility": "accountable", **fields}


def _with_duties(fields: Fields) -> Fields:
    return {**fields, "duties": [_duty(item) for item in fields.get("duties", [])]}


def _write(path: Path, data: Fields) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")


def check(tmp_path: Path, positions: dict[str, Fields], **organization: Any) -> list[Finding]:
    """Write a store and return what the strict profile says about a hand that holds tasks."""
    whole = {
        "kind": "organization",
        "id": "shop",
        "name": {"zh": "店", "en": "Shop"},
        "catalogue": ["bundled"],
        "coverage": "stated",
        **organization,
    }
    whole["posts"] = [
        _with_duties({"name": {"zh": "岗", "en": "Desk"}, **post})
        for post in organization.get("posts", [])
    ]
    if tasks := whole.pop("tasks", None):
        whole["catalogue"] = ["bundled", "own"]
        area = {"id": "own", "zh": "自有", "en": "Own"}
        _write(tmp_path / "own" / "tasks.yaml", {"kind": "tasks", "area": area, "tasks": tasks})
    _write(tmp_path / "organization.yaml", whole)
    for id_, fields in positions.items():
        data = {"kind": "position", "id": id_, **_with_duties(fields)}
        _write(tmp_path / "positions" / f"{id_}.yaml", data)
    findings = dr.load(str(tmp_path)).check(profile="strict")
    told = ("do-and", "pay-and", "keep-and", "run-and", "sell-and")
    return [f for f in findings if f.code.startswith(told)]


def duties(*given: str | Fields, **fields: Any) -> Fields:
    return {"duties": list(given), **fields}


def vacant(since: dt.date, acting: str, *given: str) -> Fields:
    return duties(*given, vacant={"since": since, "acting": acting})


def desk(*positions: str, headcount: int = 1, **fields: Any) -> Fields:
    return {"id": "desk", "positions": list(positions), "headcount": headcount, **fields}


BOOKS = {"accountant": duties(KEEP), "finance-manager": duties(REVIEW)}
AWAY = {"accountant": duties(KEEP), "hr-specialist": duties("recruit-staff")}
OWN = [
    {
        "id": "check-cash",
        "name": {"zh": "核对现金", "en": "Check the cash"},
        "formerly": ["audit-cash"],
        "controls": [{"task": "handle-cash", "how": "count"}],
    },
    {"id": "handle-cash", "name": {"zh": "经手现金", "en": "Handle the cash"}},
]
FOUND: dict[str, tuple[dict[str, Fields], Fields]] = {
    "a desk of one": (BOOKS, {"posts": [desk("accountant", "finance-manager")]}),
    "a desk's own duty": (
        {"accountant": duties(KEEP), "hr-specialist": duties("recruit-staff")},
        {"posts": [desk("accountant", "hr-specialist", duties=[REVIEW])]},
    ),
    "the deputy": (
        {"accountant": duties(KEEP), "finance-manager": duties(REVIEW, deputy="accountant")},
        {},
    ),
    "the second deputy": (
        {
            **AWAY,
            "finance-manager": duties(REVIEW, deputy=["hr-specialist", "accountant"]),
        },
        {},
    ),
    "the deputy's desk": (
        {**AWAY, "finance-manager": duties(REVIEW, deputy="hr-specialist")},
        {"posts": [desk("hr-specialist", "accountant")]},
    ),
    "who acts": (
        {"accountant": duties(KEEP), "finance-manager": vacant(LONG_AGO, "accountant", REVIEW)},
        {},
    ),
    "the desk of who acts": (
        {**AWAY, "finance-manager": vacant(LONG_AGO, "hr-specialist", REVIEW)},
        {"posts": [desk("hr-specialist", "accountant")]},
    ),
    "who acts for the deputy": (
        {
            "accountant": duties(KEEP),
            "hr-specialist": vacant(LONG_AGO, "accountant", "recruit-staff"),
            "finance-manager": duties(REVIEW, deputy="hr-specialist"),
        },
        {},
    ),
    "who acts for two": (
        {
            "accountant": vacant(LONG_AGO, "hr-specialist", KEEP),
            "finance-manager": vacant(LONG_AGO, "hr-specialist", REVIEW),
            "hr-specialist": duties("recruit-staff"),
        },
        {},
    ),
    "co-heads": (BOOKS, {"departments": [{"id": "finance", "heads": [*BOOKS]}]}),
    "scopes that meet": (
        {
            "inventory-keeper": duties(
                {"task": "keep-stock", "scope": {"area": ["parts", "accessories"]}},
                {"task": "count-stock", "scope": {"area": "parts"}},
            )
        },
        {},
    ),
    "days that meet": (
        {
            "accountant": duties(
                {"task": KEEP, "valid": {"to": ONE_DAY}},
                {"task": REVIEW, "valid": {"from": LONG_AGO}},
            )
        },
        {},
    ),
    "a former id": (
        {
            "cashier": duties(
                "audit-cash",
                "handle-cash",
                name={"zh": "出纳", "en": "Cashier"},
                department="finance",
            )
        },
        {"tasks": OWN},
    ),
    "the whole of a part": (
        {"service-manager": duties("handle-complaint", "approve-complaint-compensation")},
        {},
    ),
    "the whole of a part that another owns in other cases": (
        {
            "service-manager": duties("handle-complaint", "approve-complaint-compensation"),
            "sales-manager": duties({"task": "resolve-complaint", "scope": {"business": "sales"}}),
        },
        {},
    ),
    "a share of those who do it": (
        {
            "accountant": duties(
                {"task": KEEP, "responsibility": "responsible"},
                {"task": REVIEW, "responsibility": "responsible"},
            )
        },
        {},
    ),
}


@pytest.mark.parametrize("name", FOUND)
def test_one_hand_that_does_and_checks_is_found_once(tmp_path: Path, name: str) -> None:
    positions, organization = FOUND[name]
    assert len(check(tmp_path, positions, **organization)) == 1


APART: dict[str, tuple[dict[str, Fields], Fields]] = {
    "two positions": (BOOKS, {}),
    "scopes that do not meet": (
        {
            "inventory-keeper": duties(
                {"task": "keep-stock", "scope": {"area": "accessories"}},
                {"task": "count-stock", "scope": {"area": "parts"}},
            )
        },
        {},
    ),
    "days that do not meet": (
        {
            "accountant": duties(
                {"task": KEEP, "valid": {"to": LONG_AGO}},
                {"task": REVIEW, "valid": {"from": dt.date(2020, 1, 2)}},
            )
        },
        {},
    ),
    "a vacancy to come": (
        {"accountant": duties(KEEP), "finance-manager": vacant(ONE_DAY, "accountant", REVIEW)},
        {},
    ),
    "a supporting share": (
        {"accountant": duties(KEEP, {"task": REVIEW, "responsibility": "supporting"})},
        {},
    ),
    "not on one's own work": (
        {
            "quality-inspector": duties(
                "repair-vehicle", {"task": "final-inspect-repair", "own_work": "never"}
            )
        },
        {},
    ),
}


@pytest.mark.parametrize("name", APART)
def test_two_hands_are_not_found(tmp_path: Path, name: str) -> None:
    positions, organization = APART[name]
    assert check(tmp_path, positions, **organization) == []


def test_it_says_who_stands_in_for_whom(tmp_path: Path) -> None:
    positions, organization = FOUND["who acts"]
    (found,) = check(tmp_path, positions, **organization)
    assert "Accountant (accountant), standing in for Finance Manager" in found.message.en
    assert "「会计」(accountant)代理「财务经理」(finance-manager)期间" in found.message.zh
