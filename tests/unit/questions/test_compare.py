"""Organizations side by side: where they agree on who owns what."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from dealer_roles.questions.compare import Comparison, TaskComparison, compare
from dealer_roles.values.errors import InvalidArgument
from tests.support.tiny import tiny

DAY = dt.date(2026, 11, 1)
TASKS = ["sell", "bill", "wash"]


def compared(folder: Path, *stores: dict[str, Any]) -> Comparison:
    organizations = [
        tiny(
            folder / f"s{n}",
            {"tasks": TASKS, "organization": {"id": f"s{n}", **store.pop("organization", {})}}
            | store,
        ).on(DAY)
        for n, store in enumerate(stores)
    ]
    return compare(organizations)


def of(found: Comparison, task: str) -> TaskComparison:
    return next(item for item in found if item.task == task)


def people(**duties: list[Any]) -> dict[str, Any]:
    return {"positions": {id_: {"duties": items} for id_, items in duties.items()}}


def test_the_same_owner_everywhere_is_agreement(tmp_path: Path) -> None:
    found = of(compared(tmp_path, people(anna=["sell"]), people(anna=["sell"])), "sell")
    assert found.verdict == "agree"
    assert found.owners == (("s0", ("anna",)), ("s1", ("anna",)))


def test_other_owners_are_disagreement_and_each_is_named(tmp_path: Path) -> None:
    found = of(compared(tmp_path, people(anna=["sell"]), people(bert=["sell"])), "sell")
    assert found.verdict == "disagree"
    assert "s0: anna; s1: bert" in found.why.en
    assert {e.position for e in found.evidence} == {"anna", "bert"}


def test_an_owner_against_none_is_disagreement(tmp_path: Path) -> None:
    supports = {"task": "sell", "responsibility": "supporting"}
    found = of(compared(tmp_path, people(anna=["sell"]), people(anna=[supports])), "sell")
    assert (found.verdict, dict(found.owners)["s1"]) == ("disagree", ())
    assert "s1: —" in found.why.en


def test_what_only_one_does_is_told_apart(tmp_path: Path) -> None:
    found = of(compared(tmp_path, people(anna=["sell", "bill"]), people(anna=["sell"])), "bill")
    assert (found.verdict, found.owners) == ("only-one", (("s0", ("anna",)),))
    assert found.why.zh.startswith("只有 s0")


def test_what_nobody_does_is_not_compared(tmp_path: Path) -> None:
    found = compared(tmp_path, people(anna=["sell"]), people(anna=["sell"]))
    assert [item.task for item in found] == ["sell"]


def test_a_desk_is_spelled_out_as_its_positions(tmp_path: Path) -> None:
    desk = {"id": "desk", "name": {"zh": "台", "en": "Desk"}, "positions": ["anna", "bert"]}
    store = {**people(anna=["sell"], bert=[]), "organization": {"posts": [desk]}}
    found = of(compared(tmp_path, store, people(anna=["sell"])), "sell")
    assert dict(found.owners) == {"s0": ("anna", "bert"), "s1": ("anna",)}


def test_the_day_decides_whose_duty_counts(tmp_path: Path) -> None:
    past = {"task": "sell", "valid": {"to": "2025-12-31"}}
    found = of(compared(tmp_path, people(anna=[past]), people(anna=["sell"])), "sell")
    assert (found.verdict, dict(found.owners)["s0"]) == ("disagree", ())


def test_it_shows_itself_as_a_table_and_as_plain_data(tmp_path: Path) -> None:
    found = compared(tmp_path, people(anna=["sell"]), people(bert=["sell"]))
    assert "<th>s1</th>" in found._repr_html_()
    plain = found.to_dict("zh")
    assert plain["organizations"] == ["s0", "s1"]
    assert plain["tasks"][0]["why"].startswith("负责人不同")  # type: ignore[index]


def test_the_authority_tables_are_compared_row_by_row(tmp_path: Path) -> None:
    def table(up_to: int, topic: str) -> dict[str, Any]:
        limit = {"amount": up_to, "currency": "CNY"}
        steps = [{"position": "anna", "up_to": limit}, {"position": "bert"}]
        store = people(anna=["sell"], bert=["bill"])
        return {
            **store,
            "topics": ["discount", "waste", "gift"],
            "organization": {
                "authority": [{"topic": t, "steps": steps} for t in ("discount", topic)]
                + [{"topic": "waste", "steps": [{"position": "bert"}]}]
            },
        }

    found = compared(tmp_path, table(100, "gift"), table(200, "gift"))
    assert {row.topic: row.verdict for row in found.authority} == {
        "discount": "disagree",
        "gift": "disagree",
        "waste": "agree",
    }
    (waste,) = [row for row in found.authority if row.topic == "waste"]
    assert [org for org, _ in waste.deciders] == ["s0", "s1"]
    assert len(waste.evidence) == 2
    plain = found.to_dict()["authority"]
    assert isinstance(plain, list)
    assert plain[0]["deciders"]["s1"][0]["up_to"] == {"amount": 200.0, "currency": "CNY"}


def test_a_row_of_one_table_alone_is_told_apart(tmp_path: Path) -> None:
    store = people(anna=["sell"])
    row = {"authority": [{"topic": "discount", "steps": [{"position": "anna"}]}]}
    one = {**store, "topics": ["discount"], "organization": row}
    found = compared(tmp_path, one, {**people(anna=["sell"]), "topics": ["discount"]})
    assert [row.verdict for row in found.authority] == ["only-one"]


def test_two_of_one_id_are_refused_since_one_answer_would_hide_the_other(tmp_path: Path) -> None:
    one = {"organization": {"id": "one"}, "positions": {"anna": {"duties": ["sell"]}}}
    other = {"organization": {"id": "one"}, "positions": {"bert": {"duties": ["sell"]}}}
    with pytest.raises(InvalidArgument, match="one of each id"):
        compared(tmp_path, one, other)
