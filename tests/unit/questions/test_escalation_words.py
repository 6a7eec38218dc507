"""What every document says of an escalation, word for word in both languages."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dealer_roles.facade import Organization
from dealer_roles.organization.names import Names
from dealer_roles.questions.escalation_words import (
    called,
    condition,
    for_cases,
    remarks,
    rung_remarks,
    told,
)
from dealer_roles.values.scope import ANY
from dealer_roles.values.text import Lang
from tests.support.tiny import tiny

DAY = dt.date(2026, 11, 1)
LANGUAGES: tuple[Lang, ...] = ("zh", "en")
SALES = {"business": "sales"}
GIVEN: dict[str, Any] = {
    "tasks": ["sell"],
    "topics": ["fire"],
    "parties": ["maker"],
    "scopes": {"business": ["sales", "service", "parts"]},
    "organization": {
        "ladders": {
            "fire": [
                {"manager": True, "within": "7 minutes"},
                {
                    "position": "carl",
                    "for": {"business": ["sales", "parts"]},
                    "within": "8 hours",
                    "limit": {"amount": 2100, "currency": "CNY"},
                    "note": {"zh": "带上合同", "en": "bring the contract"},
                    "skip": "subject",
                },
                {"position": "boss", "for": SALES, "alert": True},
                {
                    "position": "dora",
                    "alert": True,
                    "within": "9 days",
                    "limit": {"amount": 500, "currency": "CNY"},
                },
                {"party": "maker", "alert": True, "for": SALES},
            ]
        }
    },
    "positions": {
        "boss": {"reports_to": None, "duties": ["sell"]},
        "carl": {"reports_to": "boss"},
        "dora": {"reports_to": "boss"},
        "emil": {"reports_to": {"unnamed": {"zh": "区域经理", "en": "the regional manager"}}},
        "anna": {
            "reports_to": "dora",
            "escalations": [
                {
                    "topic": "fire",
                    "to": "carl",
                    "within": "6 minutes",
                    "limit": {"amount": 40, "currency": "CNY"},
                    "scope": SALES,
                    "when": {"zh": "技术问题", "en": "a technical matter"},
                },
                {"topic": "fire", "to": "maker", "scope": {"business": "service"}},
            ],
        },
    },
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Organization:
    return tiny(tmp_path_factory.mktemp("words") / "store", GIVEN)


def both_languages(made: Organization) -> list[Names]:
    return [Names(made.on(DAY).model, lang) for lang in LANGUAGES]


def said(made: Organization, who: str) -> list[tuple[str, list[str]]]:
    """Who is called in each step and what is said of it, one language after the other."""
    steps = made.escalation(who, "fire", DAY).steps
    return [
        (called(names, step), remarks(names, step))
        for names in both_languages(made)
        for step in steps
        if step.after == 0
    ]


def test_a_step_says_the_ladder_then_the_condition_then_what_the_entry_says_itself(
    made: Organization,
) -> None:
    assert said(made, "anna") == [
        (
            "carl",
            [
                "8小时内",
                "权限≤2,100元",
                "技术问题时，适用于sales",
                "本岗规定6分钟内，权限≤40元",
                "带上合同",
            ],
        ),
        ("maker", ["适用于service"]),
        ("dora", ["7分钟内", "权限≤500元"]),
        (
            "carl",
            [
                "within 8 hours",
                "limit up to CNY 2,100",
                "where a technical matter, for sales",
                "own rule: within 6 minutes, limit up to CNY 40",
                "bring the contract",
            ],
        ),
        ("maker", ["for service"]),
        ("dora", ["within 7 minutes", "limit up to CNY 500"]),
    ]


def test_whom_the_source_does_not_name_is_called_in_its_words_or_not_named(
    made: Organization,
) -> None:
    zh, en = both_languages(made)
    (step, *_) = made.escalation("emil", "fire", DAY).steps
    assert (called(zh, step), called(en, step)) == ("区域经理", "the regional manager")
    nobody = replace(step, unnamed=None)
    assert (called(zh, nobody), called(en, nobody)) == (
        "此处未指明的上级",
        "a superior not named here",
    )


def test_a_condition_without_a_case_and_a_case_without_a_condition(made: Organization) -> None:
    zh, en = both_languages(made)
    carl, maker, *_ = (s for s in made.escalation("anna", "fire", DAY).steps if s.after == 0)
    assert [condition(n, replace(carl, scope=ANY)) for n in (zh, en)] == [
        "技术问题时",
        "where a technical matter",
    ]
    assert [condition(n, maker) for n in (zh, en)] == ["适用于service", "for service"]
    assert [condition(n, replace(maker, scope=ANY)) for n in (zh, en)] == ["", ""]


def test_several_cases_are_listed_and_none_is_every_case(made: Organization) -> None:
    zh, en = both_languages(made)
    sales, service = ((("business", frozenset({value})),) for value in ("sales", "service"))
    assert for_cases(zh, [sales, service]) == "适用于sales、service"
    assert for_cases(en, [sales, service]) == "for sales, service"
    assert for_cases(en, []) == ""


def test_a_rung_says_its_cases_the_alert_who_is_skipped_and_its_note(made: Organization) -> None:
    zh, en = both_languages(made)
    rungs = made.on(DAY).model.ladders["fire"]
    assert [rung_remarks(zh, rung) for rung in rungs] == [
        [],
        ["适用于sales、parts", "被投诉人回避", "带上合同"],
        ["适用于sales", "同时告知"],
        ["同时告知"],
        ["适用于sales", "同时告知"],
    ]
    assert [rung_remarks(en, rung) for rung in rungs] == [
        [],
        ["for sales, parts", "skipped if complained about", "bring the contract"],
        ["for sales", "told at once"],
        ["told at once"],
        ["for sales", "told at once"],
    ]


def test_who_is_told_at_once_has_a_time_to_act_an_amount_and_cases(made: Organization) -> None:
    zh, en = both_languages(made)
    answer = made.escalation("anna", "fire", DAY)
    assert told(zh, answer) == (
        "同时告知dora（7分钟内介入处置，权限≤500元）、boss（适用于sales）、maker（适用于sales）"
    )
    assert told(en, answer) == (
        "told at once: dora (to act within 7 minutes, limit up to CNY 500), boss (for sales), "
        "maker (for sales)"
    )
    assert told(en, made.escalation("anna", on=DAY)) == ""


def test_whose_limit_is_nothing_decides_no_amount(tmp_path: Path) -> None:
    rung = {"position": "dora", "limit": {"amount": 0, "currency": "CNY"}}
    ladders = {"ladders": {"fire": [{"position": "carl"}, rung, {"position": "boss"}]}}
    made = tiny(tmp_path / "store", {**GIVEN, "organization": ladders})
    assert said(made, "carl") == [
        ("dora", ["无审批额度"]),
        ("dora", ["decides no amount"]),
    ]
