"""Whoever decides in the group is named in words, wherever it is listed who may grant."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from dealer_roles.organization.on_day import OnDay
from dealer_roles.publish.authority_table.authority_page import authority_table
from dealer_roles.publish.explorer.content import explorer_content
from dealer_roles.values.text import Lang
from tests.support.tiny import tiny


@pytest.fixture
def org(tmp_path: Path) -> OnDay:
    group = {"zh": "集团财务部", "en": "Group Finance"}
    limit = {"amount": 9, "currency": "CNY"}
    steps = [{"position": "boss", "up_to": limit}, {"group": group}]
    return tiny(
        tmp_path / "org",
        {
            "topics": ["payment"],
            "positions": {"boss": {"reports_to": None}},
            "organization": {"authority": [{"topic": "payment", "steps": steps}]},
        },
    ).on(dt.date(2026, 11, 1))


def test_the_group_stands_in_the_explorer_by_its_name(org: OnDay) -> None:
    said = json.dumps(explorer_content(org).data, ensure_ascii=False)
    assert '["集团财务部", "Group Finance"]' in said


@pytest.mark.parametrize(
    ("lang", "last"), [("zh", ["集团财务部", "不限"]), ("en", ["Group Finance", "no limit"])]
)
def test_the_group_stands_in_the_authority_table_by_its_name(
    org: OnDay, lang: Lang, last: list[str]
) -> None:
    table = authority_table(org, lang)
    assert table is not None
    assert [cell.text for cell in table.rows[-1].cells[2:4]] == last
