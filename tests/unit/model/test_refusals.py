"""Misfits are worded for people: what is wrong, where, and how to mend it."""

from __future__ import annotations

from typing import Any

import pytest

from dealer_roles.model.refusals import misfits
from dealer_roles.model.schema_files import kinds, schema, schema_text
from dealer_roles.values.text import Text

GOOD: dict[str, Any] = {"kind": "position", "id": "anna"}
DUTY = {"task": "sell", "responsibility": "accountable"}


def duty(**fields: Any) -> dict[str, Any]:
    return {**GOOD, "duties": [{**DUTY, **fields}]}


CASES: dict[str, tuple[dict[str, Any], tuple[Any, ...], str, str]] = {
    "missing key": ({"kind": "position"}, (), "the key 'id' is missing", "add id: The id of the"),
    "unknown key": ({**GOOD, "dutys": []}, (), "unknown key 'dutys'", "did you mean duties?"),
    "strange key": ({**GOOD, "zzz": 1}, (), "unknown key 'zzz'", "known keys: "),
    "wrong type": (
        duty(text=[]),
        ("duties", 0, "text"),
        "should be a mapping (key: value) or text",
        "",
    ),
    "no text": (
        {**GOOD, "outcomes": [{"basis": "practice"}]},
        ("outcomes", 0),
        "the text is missing",
        "write zh, en",
    ),
    "no language": (
        {**GOOD, "name": {"zhh": "x"}},
        ("name",),
        "unknown key 'zhh'",
        "did you mean zh?",
    ),
    "words under no language": (
        {**GOOD, "outcomes": [{"text": "more sales", "basis": "practice"}]},
        ("outcomes", 0),
        "unknown key 'text'",
        "did you mean en?",
    ),
    "Chinese words under no language": (
        {**GOOD, "outcomes": [{"name": "销量", "basis": "practice"}]},
        ("outcomes", 0),
        "unknown key 'name'",
        "did you mean zh?",
    ),
    "number for text": ({**GOOD, "id": 12}, ("id",), "should be text, but is 12", "in quotes"),
    "null": ({**GOOD, "name": None}, ("name",), "but is null", "or delete the key"),
    "choice": (
        duty(responsibility="acountable"),
        ("duties", 0, "responsibility"),
        "is not one of the choices",
        "did you mean accountable?",
    ),
    "far choice": (
        duty(responsibility="boss"),
        ("duties", 0, "responsibility"),
        "is not one of the choices",
        "one of: accountable",
    ),
    "name beside the keys": (
        {**GOOD, "zh": "店长", "en": "Boss"},
        (),
        "the language 'zh' is no key here",
        "write the name as `name: {zh: 店长, en: Boss}`",
    ),
    "effort": (duty(effort="3 days"), ("duties", 0, "effort"), "should be working time", ""),
    "limit": (duty(within="soon"), ("duties", 0, "within"), "should be a limit", ""),
    "date": (
        duty(valid={"from": "1 May"}),
        ("duties", 0, "valid", "from"),
        "should be a date such as 2026-01-31",
        "",
    ),
    "unreal date": (
        duty(valid={"from": "2026-02-30"}),
        ("duties", 0, "valid", "from"),
        "should be a real date",
        "",
    ),
    "currency": (
        duty(limit={"amount": 5, "currency": "yuan"}),
        ("duties", 0, "limit", "currency"),
        "a currency code such as CNY",
        "",
    ),
    "too small": (
        duty(limit={"amount": -5, "currency": "CNY"}),
        ("duties", 0, "limit", "amount"),
        "must be at least 0",
        "",
    ),
    "empty list": (duty(sources=[]), ("duties", 0, "sources"), "needs at least 1 item, not 0", ""),
    "blank": (
        {**GOOD, "name": {"zh": " ", "en": "x"}},
        ("name", "zh"),
        "text that is not blank",
        "",
    ),
    "constant": (duty(own_work="always"), ("duties", 0, "own_work"), "must be 'never'", ""),
    "scope key": (duty(scope={"Area": "x"}), ("duties", 0, "scope"), "should be an id", ""),
}


@pytest.mark.parametrize("name", CASES)
def test_a_misfit_says_what_is_wrong_where_and_how_to_mend_it(name: str) -> None:
    data, path, message, fix = CASES[name]
    (misfit,) = misfits("position", data)
    assert misfit.path == path
    assert message in misfit.message.en
    assert fix in misfit.fix.en
    assert misfit.message.zh
    assert misfit.message.zh != misfit.message.en


def test_a_name_beside_the_keys_is_not_missed_as_well() -> None:
    task = {"id": "sell", "en": "Sell"}
    given = {"kind": "tasks", "area": {"id": "work", "en": "Work"}, "tasks": [task]}
    (misfit,) = misfits("tasks", given)
    assert misfit.fix.en == "write the name as `name: {en: Sell}`"
    assert (misfit.path, misfit.key) == (("tasks", 0), "en")


def test_a_good_document_has_no_misfit() -> None:
    assert misfits("position", GOOD) == []


def test_a_misspelt_key_that_is_needed_is_told_once() -> None:
    (misfit,) = misfits("position", {**GOOD, "duties": [{"tsk": "a", **DUTY}]} | {})[:1]
    assert misfit.key == "tsk"
    found = misfits("position", {**GOOD, "duties": [{"tsk": "a", "responsibility": "informed"}]})
    assert [(m.key, m.fix) for m in found] == [
        ("tsk", Text("是否想写 task？", "did you mean task?"))
    ]


def test_a_long_value_is_cut_in_messages() -> None:
    (misfit,) = misfits("position", {**GOOD, "id": "X" * 70})
    assert len(misfit.message.en) < 200


def test_schemas_are_known_by_kind_and_handed_out_as_copies() -> None:
    assert "position" in kinds()
    schema("position").clear()
    assert schema("position")
    with pytest.raises(KeyError):
        schema_text("../secret")
