"""Sentences of answers with names in place of ids, in Chinese."""

from __future__ import annotations

from pathlib import Path

import pytest

from dealer_roles.facade import load
from dealer_roles.organization.in_names import InNames
from dealer_roles.values.text import Text
from tests.support.tiny import tiny

GIVEN = {
    "departments": ["shop"],
    "scopes": {"area": ["parts", "cars", "oil"]},
    "positions": {
        "boss": {"name": {"zh": "店长", "en": "Boss"}, "reports_to": None, "department": "shop"},
        "clerk": {"name": {"zh": "文员", "en": "Clerk"}, "reports_to": "boss"},
        "other-clerk": {"name": {"zh": "文员", "en": "Clerk"}, "reports_to": "boss"},
        "pdi": {"name": {"zh": "PDI专员", "en": "PDI"}, "reports_to": "boss"},
        "nameless": {"reports_to": "boss"},
    },
}


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("boss 的直接上级", "店长的直接上级"),
        ("由 boss、clerk 代理", "由店长、文员 (clerk) 代理"),
        ("由 pdi 代理", "由 PDI专员代理"),
        ("自 2026-01-01 起由 boss 代理（boss）", "自 2026-01-01 起由店长代理（店长）"),
        ("岗位「店长」(boss)没有职责", "岗位「店长」(boss)没有职责"),
        ("见 boss.yaml 与 /org/boss:3", "见 boss.yaml 与 /org/boss:3"),
        ("stranger 的直接上级", "stranger 的直接上级"),
        ("boss-2 的直接上级", "boss-2 的直接上级"),
    ],
)  # fmt: skip
def test_an_id_is_read_as_its_name(tmp_path: Path, said: str, read: str) -> None:
    text = InNames(tiny(tmp_path, GIVEN).on().model)(Text(said, "boss as written"))
    assert (text.zh, text.en) == (read, "boss as written")


def test_what_a_word_before_it_says_is_read_as_that() -> None:
    read = InNames(load("standard").on().model)
    said = "事项 complaint 的升级阶梯，任务 issue-invoice，流程 warranty-claim，complaint"
    assert (
        read(Text(said)).zh
        == "事项「客户投诉」的升级阶梯，任务「开具发票」，流程「保修索赔」，complaint"
    )
    assert read(Text("任务 complaint 无人负责")).zh == "任务 complaint 无人负责"


def test_a_part_of_a_scope_is_read_by_its_values() -> None:
    read = InNames(load("standard").on().model)
    assert read(Text("在范围 business=service 内")).zh == "在范围售后内"
    assert read(Text("business 除 sales 外（service）")).zh == "非销售"
    assert read(Text("business=nothing，nothing=1")).zh == "business=nothing，nothing=1"
