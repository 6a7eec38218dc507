"""What a person asks in Chinese is answered in Chinese: by names, an id only beside its name."""

from __future__ import annotations

import re

import pytest

from dealer_roles.facade import load
from tests.support.command import ran

_ID = re.compile(r"(?<![(\w./:=-])[a-z]+(?:-[a-z]+)+(?![\w./:=)-])")
ASKED = {
    "standard": [
        "owner issue-invoice", "escalation service-advisor --topic major-complaint",
        "escalation finance-specialist", "deputies", "walk warranty-claim",
    ],
    "d05": ["gaps", "overlaps"],
    "d14": ["gaps", "escalation service-advisor --topic price-exception"],
    "d13": ["overlaps", "gaps", "duties inventory-keeper"],
    "d15": ["gaps", "owner appraise-staff"],
}  # fmt: skip
CASES = [(org, command) for org, commands in ASKED.items() for command in commands]


@pytest.mark.parametrize(("org", "command"), CASES)
def test_no_id_stands_without_its_name(
    capsys: pytest.CaptureFixture[str], org: str, command: str
) -> None:
    done = ran(capsys, *command.split(), "--org", org, "--lang", "zh")
    assert done.out.count("\n") >= 1
    model = load(org).on().model
    known = {*model.positions, *model.posts, *model.catalogue.tasks, *model.catalogue.topics}
    assert [found for found in _ID.findall(done.out) if found in known] == []


def test_an_id_without_its_name_is_seen() -> None:
    assert _ID.findall("finance-manager 的直接上级，财务经理 (finance-manager)") == [
        "finance-manager"
    ]
