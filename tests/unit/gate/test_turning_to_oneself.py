"""Who hands over, escalates or deals with himself is told so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dealer_roles.facade import load
from dealer_roles.gate.check import check_loaded
from dealer_roles.gate.checked import may_be_known
from dealer_roles.gate.selection import CheckOptions
from dealer_roles.gate.turning_to_oneself import CODE
from dealer_roles.loading.read import read
from tests.support.tiny import write_tiny


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"duties": [{"task": "sell", "with": ["bert", "anna"]}]}, True),
        ({"handoffs": [{"task": "sell", "to": "anna"}]}, True),
        ({"handoffs": [{"task": "sell", "to": ["bert", "anna"]}]}, True),
        ({"handoffs": [{"task": "sell", "then": "sell", "to": "shop"}]}, True),  # she owns it
        ({"handoffs": [{"task": "sell", "to": "yard"}], "department": "yard"}, True),  # its head
        ({"handoffs": [{"task": "sell", "to": "yard"}]}, False),  # nobody is there
        ({"handoffs": [{"task": "sell", "to": "desk"}]}, True),  # she sits there
        ({"escalations": [{"to": "desk"}]}, True),
        ({"escalations": [{"to": "anna"}]}, True),
        ({"escalations": [{"to": "anna", "valid": {"to": "2020-12-31"}}]}, False),  # no more
        ({"escalations": [{"to": "ann"}]}, False),  # another id that begins alike
        ({"handoffs": [{"task": "sell", "to": "shop"}], "escalations": [{"to": "manager"}]}, False),
    ],
)
def test_who_turns_to_himself_is_warned_of_and_answered(
    tmp_path: Path, fields: dict[str, Any], found: bool
) -> None:
    people = {"anna": {"duties": ["sell"], **fields}, "bert": {"duties": []}, "ann": {}}
    desk = {"id": "desk", "name": "Desk", "positions": ["anna", "dora"]}
    given = {
        "tasks": ["sell"],
        "departments": ["shop", "yard"],
        "organization": {"posts": [desk]},
        "positions": {**people, "dora": {}},
    }
    store = load(write_tiny(tmp_path / "store", given))
    said = [(f.code, f.severity, f.subject) for f in store.check() if f.code == CODE]
    assert said == [(CODE, "warning", "anna")] * found


def test_a_baseline_may_hold_it_as_it_holds_what_rules_find(tmp_path: Path) -> None:
    people = {"anna": {"duties": ["sell"], "escalations": [{"to": "anna"}]}}
    store = write_tiny(tmp_path / "store", {"tasks": ["sell"], "positions": people})
    checked = check_loaded(read(store), CheckOptions())
    assert [may_be_known(f, checked) for f in checked.findings if f.code == CODE] == [True]
