"""A call with the wrong sort of argument is refused at once, and says what is allowed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

import dealer_roles as dr
from tests.support.sample import sample

Call = Callable[[Any], object]

IDS: dict[str, Call] = {
    "owner": lambda wrong: store().owner(wrong),
    "escalation": lambda wrong: store().escalation(wrong),
    "escalation topic": lambda wrong: store().escalation("service-manager", topic=wrong),
    "escalation subject": lambda wrong: store().escalation("service-manager", subject=wrong),
    "handoffs from": lambda wrong: store().handoffs(from_=wrong),
    "handoffs to": lambda wrong: store().handoffs(to=wrong),
    "handoffs task": lambda wrong: store().handoffs(task=wrong),
    "duties position": lambda wrong: store().duties(position=wrong),
    "duties task": lambda wrong: store().duties(task=wrong),
    "duties source": lambda wrong: store().duties(source=wrong),
    "walk": lambda wrong: store().walk(wrong),
    "describe": lambda wrong: store().describe(wrong),
    "publish": lambda wrong: store().publish("job-description", position=wrong),
    "authority": lambda wrong: store().authority(wrong),
    "authority position": lambda wrong: store().authority(position=wrong),
    "workload": lambda wrong: store().workload(wrong),
    "deputies": lambda wrong: store().deputies(wrong),
}
DAYS: dict[str, Call] = {
    "owner": lambda day: store().owner("make-claim", on=day),
    "escalation": lambda day: store().escalation("service-manager", on=day),
    "overlaps": lambda day: store().overlaps(day),
    "gaps": lambda day: store().gaps(day),
    "handoffs": lambda day: store().handoffs(on=day),
    "duties": lambda day: store().duties(on=day),
    "walk": lambda day: store().walk("warranty-claim", on=day),
    "check": lambda day: store().check(on=day),
    "describe": lambda day: store().describe("service-manager", on=day),
    "publish": lambda day: store().publish("matrix", format="csv", on=day),
    "on": lambda day: store().on(day),
    "authority": lambda day: store().authority(on=day),
    "entries": lambda day: store().entries("tasks", on=day),
    "diff": lambda day: store().diff(store(), on=day),
    "similar": lambda day: store().similar(on=day),
    "workload": lambda day: store().workload(on=day),
    "deputies": lambda day: store().deputies(on=day),
    "ask": lambda day: store().ask("overlaps", day),
}
SCOPES: dict[str, Call] = {
    "owner": lambda scope: store().owner("make-claim", scope),
    "escalation": lambda scope: store().escalation("service-manager", case=scope),
}
WORDS: dict[str, Call] = {
    "ask question": lambda word: store().ask(word),
    "check profile": lambda word: store().check(word),
    "describe lang": lambda word: store().describe("service-manager", lang=word),
    "publish product": lambda word: store().publish(word),
    "publish format": lambda word: store().publish("matrix", format=word),
    "publish lang": lambda word: store().publish("matrix", format="csv", lang=word),
}
NO_IDS = (5, b"owner", ("a",), ["a"], {"a": 1}, 1.5, True)
NO_DAYS = (
    "tomorrow", "2026/5/1", "20260501", "2026-W05-6", "2026-02-30", "", 20260501,
    dt.datetime(2026, 5, 1), dt.time(), ["2026-05-01"], False,
)  # fmt: skip
NO_SCOPES: tuple[object, ...] = (
    "area=parts", 5, 0, "", (), [], ["area"], {"area": 5}, {"area": []}, {"area": None},
    {5: "parts"}, {"area": [5]}, {"area": {"parts": 1}},
)  # fmt: skip
NO_WORDS = ("never", 5, None, ["zh"], "")


def store() -> dr.Organization:
    return sample()


@pytest.mark.parametrize("wrong", NO_IDS, ids=repr)
@pytest.mark.parametrize("name", IDS)
def test_an_id_is_text(name: str, wrong: object) -> None:
    with pytest.raises(dr.InvalidArgument, match="as text"):
        IDS[name](wrong)


@pytest.mark.parametrize("name", IDS)
def test_an_empty_id_is_nobody_s_and_never_left_out(name: str) -> None:
    with pytest.raises((dr.UnknownId, dr.InvalidArgument)):
        IDS[name]("")


@pytest.mark.parametrize("wrong", NO_DAYS, ids=repr)
@pytest.mark.parametrize("name", DAYS)
def test_a_day_is_a_date(name: str, wrong: object) -> None:
    with pytest.raises(dr.InvalidArgument, match="ISO date"):
        DAYS[name](wrong)


@pytest.mark.parametrize("wrong", NO_SCOPES, ids=repr)
@pytest.mark.parametrize("name", SCOPES)
def test_a_scope_is_a_mapping_to_values(name: str, wrong: object) -> None:
    with pytest.raises((dr.InvalidArgument, dr.UnknownId)):
        SCOPES[name](wrong)


@pytest.mark.parametrize("wrong", NO_WORDS, ids=repr)
@pytest.mark.parametrize("name", WORDS)
def test_a_word_is_one_of_those_that_are_named(name: str, wrong: object) -> None:
    if name == "publish format" and wrong is None:
        assert WORDS[name](None)  # the usual one
        return
    with pytest.raises(dr.InvalidArgument, match="one of"):
        WORDS[name](wrong)


@pytest.mark.parametrize("wrong", [5, None, b"standard", ["standard"]], ids=repr)
def test_an_organization_is_named_by_text_or_a_path(wrong: Any) -> None:
    with pytest.raises(dr.InvalidArgument, match="name"):
        dr.load(wrong)


def test_every_question_is_among_those_that_are_asked_wrongly() -> None:
    asked = {name.split()[0] for table in (IDS, DAYS, SCOPES, WORDS) for name in table}
    methods = {
        name
        for name in dir(dr.Organization)
        if callable(getattr(dr.Organization, name)) and not name.startswith("_")
    }
    assert asked == methods


@pytest.mark.parametrize("option", ["lenient", "cache"])
@pytest.mark.parametrize("given", ["no", 1, None])
def test_an_option_that_is_neither_true_nor_false_is_refused(option: str, given: object) -> None:
    with pytest.raises(dr.InvalidArgument, match=f"{option} cannot be"):
        dr.load("d14", **{option: given})  # type: ignore[arg-type]


@pytest.mark.parametrize("path", ["./nosuch", "nosuch/", "/nosuch/at/all"])
def test_a_path_that_leads_nowhere_is_called_one(path: str) -> None:
    with pytest.raises(dr.UnknownOrganization) as caught:
        dr.load(path)
    assert caught.value.message.en == f"there is no folder {path!r}"
    assert "bundled" not in str(caught.value)
    assert caught.value.message.zh == f"没有文件夹 {path!r}"


@pytest.mark.parametrize(
    ("things", "wrong", "near"),
    [
        ("positions", "sales-consultent", "sales-consultant"),
        ("positions", "销售顾问", "sales-consultant"),
        ("tasks", "issue-invoce", "issue-invoice"),
        ("departments", "sale", "sales"),
        ("parties", "custmer", "customer"),
        ("topics", "major-complaints", "major-complaint"),
        ("processes", "service-visits", "service-visit"),
    ],
)
def test_a_definition_asked_for_by_a_wrong_id_is_told_the_near_ones(
    things: str, wrong: str, near: str
) -> None:
    known = getattr(dr.load(), things)
    with pytest.raises(dr.UnknownId) as caught:
        known[wrong]
    assert caught.value.suggestions[0] == near
    assert known.get(wrong) is None
    assert wrong not in known
    assert known.get(near) is known[near]
    with pytest.raises(TypeError, match="item assignment"):
        known[near] = known[near]
