from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from dealer_roles.facade import Organization, load
from dealer_roles.publish.document.blocks import Facts, Table
from dealer_roles.publish.document.document import Document
from dealer_roles.publish.job_description.duty_groups import FEWEST, MOST, groups_of
from dealer_roles.publish.job_description.holder_facts import Subject
from dealer_roles.publish.job_description.layouts import Layout
from dealer_roles.publish.job_description.sections import job_description
from dealer_roles.values.text import Lang
from tests.support.sample import DAY, described, sample


def laid_out(layout: Layout, position: str = "warranty-specialist", lang: Lang = "zh") -> Document:
    return job_description(sample().on(DAY), position, lang, layout)


def ids(document: Document) -> list[str]:
    return [section.id for section in document.sections]


def test_what_is_signed_has_groups_of_duties_contacts_and_whom_to_call_first() -> None:
    summary = laid_out("summary")
    assert ids(summary) == [one for one in ids(described()) if one != "duties"]
    relations, escalation = summary.section("relations"), summary.section("escalation")
    assert relations is not None
    assert escalation is not None
    assert [type(block) for block in relations.blocks] == [Facts]
    assert [block.id for block in escalation.blocks if isinstance(block, Table)] == ["calls"]


def test_summary_and_annex_together_say_every_duty_and_hand_off() -> None:
    full, annex = described(), laid_out("annex")
    assert annex.section("duties") == full.section("duties")
    given = [block for block in full.section("relations").blocks if isinstance(block, Table)]  # type: ignore[union-attr] # it is there
    assert annex.section("relations").blocks == tuple(given)  # type: ignore[union-attr] # same
    assert annex.section("signatures") is None


def test_every_layout_bears_the_same_hash() -> None:
    layouts: tuple[Layout, ...] = ("full", "summary", "annex")
    assert len({laid_out(layout).meta.control for layout in layouts}) == 1


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_weights_of_groups_come_to_a_hundred(lang: Lang) -> None:
    for position in sample().positions:
        section = laid_out("summary", position, lang).section("overview")
        if section is not None:
            rows = next(block for block in section.blocks if isinstance(block, Table)).rows
            assert sum(int(row.cells[-1].text.rstrip("%")) for row in rows) == 100


def test_groups_hold_each_duty_once_and_are_as_many_as_a_reader_takes_in() -> None:
    org = load("standard").on(DAY)
    for position in org.model.positions:
        subject = Subject.of(org, position, "zh")
        groups = groups_of(subject)
        held = [duty for group in groups for duty in group.duties]
        assert sorted(map(id, held)) == sorted(map(id, subject.shown_duties()))
        assert len(groups) <= MOST
        areas = {subject.names.area(duty.task) for duty in held}
        assert len(groups) >= min(FEWEST, len(areas))


@pytest.mark.parametrize(("weight", "printed"), [(60, ["60%", "40%"]), (None, ["50%", "50%"])])
def test_a_stated_weight_is_printed_as_it_is_and_the_rest_is_shared(
    make: Callable[[dict[str, Any]], Organization], weight: int | None, printed: list[str]
) -> None:
    group = {"name": {"zh": "甲", "en": "First"}, "tasks": ["sell"]}
    stated = group if weight is None else {**group, "weight": weight}
    duties = [{"task": task, "responsibility": "accountable"} for task in ("sell", "buy")]
    clerk = {"duties": duties, "duty_groups": [stated]}
    org = make({"tasks": ["sell", "buy"], "positions": {"clerk": clerk}})
    section = org.describe("clerk", "en").section("overview")
    assert section is not None
    rows = next(block for block in section.blocks if isinstance(block, Table)).rows
    assert [row.cells[-1].text for row in rows] == printed


def test_a_weight_that_is_all_there_is_stays_what_it_is(
    make: Callable[[dict[str, Any]], Organization],
) -> None:
    group = {"name": {"zh": "甲", "en": "First"}, "tasks": ["sell"], "weight": 60}
    clerk = {"duties": ["sell"], "duty_groups": [group]}
    org = make({"tasks": ["sell"], "positions": {"clerk": clerk}})
    assert "60%" in str(org.describe("clerk", "en").to_dict())


def _group(task: str, weight: int) -> dict[str, Any]:
    return {"name": {"zh": task, "en": task}, "tasks": [task], "weight": weight}


@pytest.mark.parametrize(
    ("duties", "printed"),
    [
        (["sell", "buy"], ["60%", "40%"]),
        (["sell"], ["100%"]),  # what is left is the whole
        (["sell", "buy", "cook"], ["40%", "27%", "33%"]),  # nobody's work weighs nothing
    ],
)
def test_weights_come_to_100_whatever_work_is_there(
    make: Callable[[dict[str, Any]], Organization], duties: list[str], printed: list[str]
) -> None:
    held = [{"task": task, "responsibility": "accountable"} for task in duties]
    clerk = {"duties": held, "duty_groups": [_group("sell", 60), _group("buy", 40)]}
    org = make({"tasks": ["sell", "buy", "cook"], "positions": {"clerk": clerk}})
    assert _printed_weights(org, "clerk") == printed


def test_a_post_of_two_positions_that_each_state_a_whole_has_one_whole(
    make: Callable[[dict[str, Any]], Organization],
) -> None:
    org = make(
        {
            "tasks": ["sell", "buy"],
            "positions": {
                "clerk": {"duties": ["sell"], "duty_groups": [_group("sell", 100)]},
                "buyer": {"duties": ["buy"], "duty_groups": [_group("buy", 100)]},
            },
            "organization": {
                "posts": [
                    {
                        "id": "both",
                        "name": {"zh": "兼", "en": "Both"},
                        "positions": ["clerk", "buyer"],
                    }
                ]
            },
        }
    )
    assert _printed_weights(org, "both") == ["50%", "50%"]


def test_where_positions_of_a_desk_state_too_many_groups_each_position_is_one(
    make: Callable[[dict[str, Any]], Organization],
) -> None:
    tasks = [f"task-{n}" for n in range(12)]
    halves = {"clerk": tasks[:6], "cook": tasks[6:]}
    positions = {
        id_: {
            "duties": mine,
            "duty_groups": [{"name": {"zh": t, "en": t}, "tasks": [t], "weight": 16} for t in mine],
        }
        for id_, mine in halves.items()
    }
    post = {"id": "both", "name": {"zh": "合岗", "en": "Both"}, "positions": list(halves)}
    org = make({"tasks": tasks, "positions": positions, "organization": {"posts": [post]}})
    subject = Subject.of(org.on(), "both", "en")
    groups = groups_of(subject)
    assert [group.name for group in groups] == [subject.names.of(id_) for id_ in halves]
    assert sum(len(group.duties) for group in groups) == len(tasks)
    (printed,) = (s for s in org.describe("both", "en").sections if s.id == "overview")
    (table,) = (block for block in printed.blocks if isinstance(block, Table))
    assert [row.cells[0].text for row in table.rows if row.band] == [g.name for g in groups]
    lines = [row.cells[2].text for row in table.rows if not row.band]
    assert sorted(lines) == ["8%"] * 8 + ["9%"] * 4


@pytest.mark.parametrize(
    ("duties", "printed"),
    [
        (["sell"], [["sell", "say sell", "100%"]]),
        (["sell", "buy"], [["sell", "say sell", "50%"], ["buy", "say buy", "50%"]]),
        ([f"task-{n}" for n in range(MOST + 1)], None),
    ],
)
def test_where_one_area_is_all_there_is_each_duty_stands_for_itself_in_its_words(
    make: Callable[[dict[str, Any]], Organization],
    duties: list[str],
    printed: list[list[str]] | None,
) -> None:
    held = [
        {"task": t, "responsibility": "accountable", "text": {"zh": f"说{t}", "en": f"say {t}"}}
        for t in duties
    ]
    org = make({"tasks": duties, "positions": {"clerk": {"duties": held}}})
    section = org.describe("clerk", "en").section("overview")
    assert section is not None
    rows = next(block for block in section.blocks if isinstance(block, Table)).rows
    said = [[cell.text for cell in row.cells] for row in rows]
    assert said == printed if printed else len(said) == 1


def _printed_weights(org: Organization, holder: str) -> list[str]:
    section = org.describe(holder, "en").section("overview")
    assert section is not None
    rows = next(block for block in section.blocks if isinstance(block, Table)).rows
    return [row.cells[-1].text for row in rows]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("position", sorted(load("standard").positions))
def test_each_position_of_the_standard_names_its_groups_and_none_is_a_trifle(
    position: str, lang: Lang
) -> None:
    subject = Subject.of(load("standard").on(), position, lang)
    stated = [group.name.get(lang) for group in subject.members[0].duty_groups]
    assert [group.name for group in groups_of(subject)] == stated
    assert 3 <= len(stated) <= MOST
    weights = [group.weight or 0 for group in subject.members[0].duty_groups]
    assert sum(weights) == 100
    assert min(weights) >= 5


@pytest.mark.parametrize("position", sorted(load("standard").positions))
def test_the_standard_s_duties_stand_in_groups_of_a_size_one_takes_in(position: str) -> None:
    subject = Subject.of(load("standard").on(), position, "zh")
    groups, duties = groups_of(subject), list(subject.duties())
    if len(duties) >= MOST:
        assert FEWEST <= len(groups) <= MOST
        weights = [int(w.rstrip("%")) for w in _printed_weights(load("standard"), position)]
        assert sum(weights) == 100
        assert max(weights) <= 50


def test_the_organization_s_clauses_and_fields_appear_where_it_says_and_nowhere_else(
    make: Callable[[dict[str, Any]], Organization],
) -> None:
    field = {"id": "workplace", "name": {"zh": "工作地点", "en": "Place of work"}}
    clause = {"zh": "保密", "en": "Confidential", "where": "other"}
    org = make(
        {
            "tasks": ["sell"],
            "organization": {"clauses": [clause], "document_fields": [field]},
            "positions": {
                "clerk": {"duties": ["sell"], "more": {"workplace": {"zh": "展厅", "en": "Hall"}}},
                "cook": {"duties": ["sell"]},
            },
        }
    )
    clerk, cook = org.describe("clerk", "en"), org.describe("cook", "en")
    assert [f.text for f in clerk.facts.items if f.label == "Place of work"] == ["Hall"]
    assert not [f for f in cook.facts.items if f.label == "Place of work"]
    assert "Confidential" in str(clerk.section("other"))
    assert clerk.section("integrity") is None
