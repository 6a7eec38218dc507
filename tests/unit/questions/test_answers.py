"""What the YAML cases do not show: values, notebooks, far ends of scopes and time."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import dealer_roles as dr
from dealer_roles.facade import Organization
from dealer_roles.values.errors import UnknownId
from tests.spec.runner import cases
from tests.support.tiny import documents_of, write_documents

Make = Callable[[dict[str, Any]], Organization]


@pytest.fixture
def store(make: Make) -> Organization:
    return make(
        {
            "tasks": ["sell", "bill", {"id": "keep", "split_by": ["area"]}],
            "scopes": {"area": ["parts", "cars"], "place": ["gate", "hall"]},
            "positions": {
                "boss": {"reports_to": None, "duties": ["sell", "bill"]},
                "anna": {
                    "reports_to": "boss",
                    "duties": ["sell", {"task": "keep", "scope": {"area": "parts"}}],
                    "handoffs": [{"task": "sell", "to": "boss"}],
                },
            },
        }
    )


def test_every_answer_shows_itself_in_a_notebook(store: Organization) -> None:
    for answer in (
        store.owner("sell"),
        store.escalation("anna"),
        store.overlaps(),
        store.gaps(),
        store.handoffs(),
        store.duties(),
    ):
        shown = answer._repr_html_()
        assert shown.startswith("<table>")
        assert shown.endswith("</table>")


def test_answers_behave_as_tuples(store: Organization) -> None:
    duties = store.duties()
    assert len(duties) == 4
    assert duties[0] == list(duties)[0]  # noqa: RUF015 - the index is what is tested
    assert duties[1:3] == tuple(duties)[1:3]
    assert duties == store.duties()
    assert hash(store.owner("sell")) == hash(store.owner("sell"))


def test_an_answer_speaks_the_language_asked_for(store: Organization) -> None:
    assert "争议" in str(store.owner("sell").to_dict("zh")["why"])
    assert "contested" in str(store.owner("sell").to_dict("en")["why"])


@pytest.mark.parametrize("on", [None, "2026-01-31", dt.date(2026, 1, 31)])
def test_a_day_is_a_date_a_text_or_today(store: Organization, on: Any) -> None:
    assert store.owner("bill", on=on).owners == ("boss",)


def test_a_text_that_is_no_date_is_refused(store: Organization) -> None:
    with pytest.raises(ValueError, match="ISO date"):
        store.owner("bill", on="tomorrow")


def test_a_scope_is_given_as_text_or_list_and_checked(store: Organization) -> None:
    assert store.owner("keep", {"area": "parts"}).owners == ("anna",)
    assert store.owner("keep", {"area": ["parts", "cars"]}).owners == ("anna",)
    assert store.owner("keep", {"area": "parts", "place": "gate"}).owners == ("anna",)
    assert store.owner("keep", {"area": "cars"}).status == "unowned"
    with pytest.raises(UnknownId, match="did you mean parts"):
        store.owner("keep", {"area": "part"})


def test_what_is_shown_cannot_be_changed(store: Organization) -> None:
    with pytest.raises(TypeError):
        store.positions["x"] = store.positions["anna"]  # type: ignore[index] # that is the point
    with pytest.raises(AttributeError):
        store.extra = 1  # type: ignore[attr-defined] # that is the point
    with pytest.raises(AttributeError):
        store.owner("sell").owners = ()  # type: ignore[misc] # that is the point


def test_an_organization_answers_the_same_in_many_threads(store: Organization) -> None:
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(8) as pool:
        tasks = ["sell", "bill", "keep"] * 100
        found = list(pool.map(store.owner, tasks))
    assert found == [store.owner(task) for task in tasks]


@pytest.mark.parametrize("size", [2, 16, 17, 200])
def test_cells_mean_the_same_however_many_values_there_are(make: Make, size: int) -> None:
    dims = ["a", "b", "c"]
    organization = make(
        {
            "tasks": [{"id": "sell", "split_by": dims}],
            "scopes": {dim: [f"{dim}{n}" for n in range(size)] for dim in dims},
            "positions": {
                "anna": {"duties": ["sell"]},
                "ben": {"duties": [{"task": "sell", "scope": {"a": "a1", "b": ["b0", "b1"]}}]},
                "cleo": {"duties": [{"task": "sell", "scope": {"c": "c0"}}]},
            },
        }
    )
    found = {overlap.positions for overlap in organization.overlaps()}
    assert found == {("anna", "ben", "cleo")}
    answer = organization.owner("sell")
    assert {cell.owners for cell in answer.cells} == {
        ("anna", "ben", "cleo"),
        ("anna", "ben"),
        ("anna", "cleo"),
        ("anna",),
    }
    inside = organization.owner("sell", {"a": "a1", "b": "b1", "c": "c1"})
    assert inside.owners == ("anna", "ben")


def test_a_cell_of_the_values_nobody_names_has_a_name(make: Make) -> None:
    organization = make(
        {
            "tasks": ["sell"],
            "scopes": {"area": ["parts", "cars", "tyres"]},
            "positions": {
                "anna": {
                    "reports_to": None,
                    "duties": [{"task": "sell", "scope": {"area": "cars"}}],
                },
                "ben": {
                    "reports_to": "anna",
                    "duties": [{"task": "sell", "responsibility": "supporting"}],
                },
            },
        }
    )
    answer = organization.owner("sell")
    assert "nobody owns area other than cars (parts, tyres)" in answer.why.en
    assert "area 除 cars 外（parts、tyres）" in answer.why.zh
    (rest,) = [cell.to_dict() for cell in answer.cells if not cell.owners]
    assert rest["scope"] == {"area": ["parts", "tyres"]}
    assert rest["not"] == {"area": ["cars"]}
    (gap,) = organization.gaps()
    assert gap.message.en == "nobody owns the task sell for area other than cars (parts, tyres)"


def test_declaring_a_part_unowned_does_not_excuse_the_rest(make: Make) -> None:
    organization = make(
        {
            "tasks": ["sell"],
            "scopes": {"area": ["parts", "cars"]},
            "positions": {
                "anna": {
                    "reports_to": None,
                    "duties": [{"task": "sell", "responsibility": "informed"}],
                }
            },
            "organization": {
                "unowned": [
                    {"task": "sell", "scope": {"area": "cars"}, "reason": {"zh": "外", "en": "out"}}
                ]
            },
        }
    )
    assert not organization.owner("sell").declared
    assert organization.owner("sell", {"area": "cars"}).declared
    assert [gap.kind for gap in organization.gaps()] == ["task-only-supported"]


def test_periods_may_reach_the_ends_of_time(make: Make) -> None:
    valid = {"from": "0001-01-01", "to": "9999-12-31"}
    organization = make(
        {
            "tasks": ["sell"],
            "positions": {
                "anna": {"duties": [{"task": "sell", "valid": valid}]},
                "ben": {"duties": ["sell"]},
            },
        }
    )
    (overlap,) = organization.overlaps("ever")
    assert overlap.positions == ("anna", "ben")
    assert organization.owner("sell", on="0001-01-01").status == "contested"
    assert organization.owner("sell", on=dt.date.max).status == "contested"


def test_a_gap_is_about_what_its_subject_begins_with(store: Organization) -> None:
    about = {gap.subject: gap.about for gap in store.gaps()}
    assert about["keep[area=cars]"] == "keep"


def test_what_an_answer_says_as_data_it_says_as_attribute() -> None:
    """``task``, ``position`` and the like mean the same in Python as in JSON, in every answer."""
    org = dr.load("standard")
    escalation = org.escalation("service-advisor", topic="major-complaint")
    d13 = dr.load("d13")
    answers: list[Any] = [
        org.owner("issue-invoice"), escalation, *escalation.steps, *org.duties("sales-consultant"),
        *org.handoffs(), *d13.overlaps(), *dr.load("d15").gaps(), *org.authority(), *org.deputies(),
    ]  # fmt: skip
    assert len({type(answer) for answer in answers}) == 9
    for answer in answers:
        data = answer.to_dict()
        for key in ("task", "position", "responsibility", "topic", "kind", "status", "positions"):
            if key in data:
                said = getattr(answer, key)
                assert (list(said) if isinstance(said, tuple) else said or None) == data[key], key
        for item in data["evidence"][:1] if answer.evidence else ():
            assert answer.evidence[0].span.line == item["line"]
    duty = org.duties("sales-consultant")[0]
    assert (duty.span, list(duty.sources)) == (duty.evidence[0].span, duty.to_dict()["sources"])


def with_names(value: Any) -> Any:
    """Return plain data in which whatever has an id and a name is named otherwise than its id."""
    if isinstance(value, list):
        return [with_names(one) for one in value]
    if not isinstance(value, dict):
        return value
    made = {key: with_names(one) for key, one in value.items()}
    if "id" in made and "name" in made:
        made["name"] = {"zh": f"名{len(made['id'])}", "en": f"Name {len(made['id'])}"}
    return made


SCOPE_WORDS = re.compile(r"在范围 .* 内|（范围：.*）|（[a-z]+=.*）")


def test_problems_name_things_and_give_their_ids_in_brackets(tmp_path: Path) -> None:
    asked = [case for _, case in cases() if {*case["ask"]} & {"gaps", "overlaps"}]
    kinds: set[str] = set()
    for number, case in enumerate(asked):
        folder = write_documents(tmp_path / str(number), with_names(documents_of(case["given"])))
        org = dr.load(folder, cache=False)
        model = org.on().model
        ids = {*model.positions, *model.posts, *model.departments, *model.processes}
        ids |= {*model.catalogue.tasks, *model.catalogue.topics, *model.catalogue.parties}
        for one in (*org.gaps(), *org.overlaps()):
            kinds.add(one.kind)
            bare = re.sub(
                r"「[^」]*」\([^)]*\)|在范围 .* 内|（范围：.*）|（[a-z]+=.*）", "", one.why.zh
            )
            assert ids.isdisjoint(re.findall(r"[a-z][a-z0-9-]*", bare)), one.why.zh
    assert len(kinds) > 20
