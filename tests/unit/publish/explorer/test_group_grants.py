"""Whoever decides in the group is named in words, also where the explorer lists who may grant."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

from dealer_roles.publish.explorer.content import explorer_content
from tests.support.tiny import tiny


def test_the_group_stands_in_the_table_by_its_name(tmp_path: Path) -> None:
    group = {"zh": "集团财务部", "en": "Group Finance"}
    limit = {"amount": 9, "currency": "CNY"}
    steps = [{"position": "boss", "up_to": limit}, {"group": group}]
    org = tiny(
        tmp_path / "org",
        {
            "topics": ["payment"],
            "positions": {"boss": {"reports_to": None}},
            "organization": {"authority": [{"topic": "payment", "steps": steps}]},
        },
    ).on(dt.date(2026, 11, 1))
    said = json.dumps(explorer_content(org).data, ensure_ascii=False)
    assert '["集团财务部", "Group Finance"]' in said
