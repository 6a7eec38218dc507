"""Names that are nearly one, in Chinese and in English, inside an organization and between two."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import dealer_roles as dr
from dealer_roles.facade import Organization
from dealer_roles.values.name_likeness import likeness
from tests.support.command import exit_code
from tests.support.tiny import tiny, write_tiny

Make = Callable[[dict[str, Any]], Organization]


def task(id_: str, zh: str, en: str) -> dict[str, Any]:
    return {"id": id_, "name": {"zh": zh, "en": en}}


NEAR = [
    ("客户满意度回访", "客户满意度的回访"),
    ("回访客户", "客户回访"),
    ("编制月度销售报表", "编制月度销售报告"),
    ("Follow up service visits", "Follow-up of service visits"),
    ("Approve the payroll", "Approve payrolls"),
    ("Inspect delivered parts", "Inspect parts delivered"),
    ("开具发票", "开发票"),
    ("销售顾问", "汽车销售顾问"),
    ("Issue invoices", "Invoice issuing"),
    ("Receive showroom customers", "Receiving customers in the showroom"),
]
FAR = [
    ("销售新车", "销售配件"),
    ("清理1号工位", "清理2号工位"),
    ("Open repair orders", "Close the month"),
    ("收银", "出纳"),
    ("审核维修报价", "审批维修报价"),
    ("收取定金", "退还定金"),
    ("新车交付", "二手车交付"),
    ("Deliver new cars", "Deliver used cars"),
]


@pytest.mark.parametrize(("one", "other"), NEAR)
def test_near_names_score_high(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one) >= 0.7


@pytest.mark.parametrize(("one", "other"), FAR)
def test_other_names_score_low(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one) < 0.7


def test_pairs_come_with_a_score_and_an_edit_that_nobody_makes(make: Make) -> None:
    tasks = [
        task("visit", "客户满意度回访", "Customer satisfaction visits"),
        task("visits", "客户满意度的回访", "Customer satisfaction visit"),
        task("sell", "销售新车", "Sell new cars"),
    ]
    organization = make(
        {"tasks": tasks, "positions": {"anna": {"duties": ["visit", "visits", "sell"]}}}
    )
    (pair,) = organization.similar()
    assert (pair.one.id, pair.other.id, pair.one.kind) == ("visit", "visits", "task")
    assert pair.score == 0.95
    assert [str(p) for p in pair.places] == [str(organization.duties(task="visits")[0].duty.span)]
    assert "keep visit and write it in the 1 place of visits" in pair.why.en
    assert set(organization.tasks) == {"visit", "visits", "sell"}


def test_wordings_of_duties_are_compared_across_tasks(make: Make) -> None:
    words = {"zh": "每日清点备用金并登记", "en": "Count the float daily and log it"}
    again = {"zh": "每日清点备用金，并登记", "en": "Count the float daily, and log it"}
    positions = {
        "anna": {"duties": [{"task": "count", "text": words}]},
        "ben": {"duties": [{"task": "cash", "text": again}]},
    }
    found = make({"tasks": ["count", "cash"], "positions": positions}).similar()
    assert [(p.one.kind, p.one.holder, p.other.holder) for p in found if p.one.kind == "duty"] == [
        ("duty", "anna", "ben")
    ]


def test_two_organizations_share_no_pair_in_what_both_take_from_one_catalogue() -> None:
    one, other = dr.load("d05"), dr.load("d14")
    pairs = one.similar(other, least=0.6)
    assert pairs.compared > 50
    assert all(p.one.id != p.other.id for p in pairs if p.one.kind != "duty")
    assert all((p.one.org, p.other.org) == ("d05", "d14") for p in pairs)


def test_two_stores_with_words_of_their_own_are_compared(tmp_path: Path) -> None:
    def store(name: str, id_: str, zh: str, en: str) -> Organization:
        given = {
            "tasks": [task(id_, zh, en)],
            "positions": {"anna": {"duties": [id_]}},
            "organization": {"id": name},
        }
        return tiny(tmp_path / name, given)

    north = store("north", "call-back", "客户回访", "Call customers back")
    south = store("south", "return-calls", "回访客户", "Call back customers")
    (pair,) = north.similar(south)
    assert (pair.one.org, pair.other.org, pair.one.id) == ("north", "south", "call-back")


@pytest.mark.parametrize("least", [-0.1, 1.1])
def test_how_alike_is_from_0_to_1(make: Make, least: float) -> None:
    with pytest.raises(ValueError, match="from 0 to 1"):
        make({"tasks": ["a"], "positions": {"anna": {"duties": ["a"]}}}).similar(least=least)


def test_the_command_says_how_many_names_it_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_tiny(
        tmp_path / "org", {"tasks": ["a"], "positions": {"anna": {"duties": ["a"]}}}
    )
    assert exit_code("duties", "--similar", "--org", str(folder), "--lang", "en") == 0
    assert "2 names compared, 0 pairs" in capsys.readouterr().out
    both = ("--org", "d05", "--org", "d14")
    assert exit_code("duties", "--similar", *both, "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)["compared"] > 2
    assert exit_code("duties", *both) == 2
