"""Where no organization loads, what is wrong with it is told, not that no rule would run."""

from __future__ import annotations

from pathlib import Path

import pytest

from dealer_roles.gate.check import check_all
from dealer_roles.gate.selection import CheckOptions

BROKEN = "kind: organization\nid: store\nname: {zh: 店, en: Store}\ncolour: red\n"


@pytest.mark.parametrize("count", [1, 2])
def test_the_reasons_are_findings(tmp_path: Path, count: int) -> None:
    folders = [tmp_path / f"store-{n}" for n in range(count)]
    for folder in folders:
        folder.mkdir()
        (folder / "organization.yaml").write_text(BROKEN, "utf-8")
    checked = check_all(folders, CheckOptions())
    assert len(checked) == count
    for one in checked:
        assert "schema" in {finding.code for finding in one.findings}
        assert not one.rules
