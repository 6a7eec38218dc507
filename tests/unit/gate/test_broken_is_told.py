"""Where no organization loads, what is wrong with it is told, not that no rule would run."""

from __future__ import annotations

from pathlib import Path

import pytest

from dealer_roles.gate.check import check_all, check_loaded
from dealer_roles.gate.selection import CheckOptions
from dealer_roles.loading.read import read
from dealer_roles.values.errors import UnknownId

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


RULES = "kind: rules\nrules:\n- {id: of-our-own, colour: red}\n"


@pytest.mark.parametrize("broken", ["organization.yaml", "rules.yaml"])
@pytest.mark.parametrize("selected", ["of-our-own", "of-our-*"])
def test_a_rule_that_cannot_be_read_is_not_called_unknown(
    tmp_path: Path, broken: str, selected: str
) -> None:
    (tmp_path / "organization.yaml").write_text(BROKEN.replace("colour: red\n", ""), "utf-8")
    (tmp_path / "rules.yaml").write_text(RULES, "utf-8")
    with (tmp_path / broken).open("a", encoding="utf-8") as file:
        file.write("size: 3\n")
    (one,) = check_all([tmp_path], CheckOptions(select=(selected,)))
    assert broken in {Path(f.span.file).name for f in one.findings if f.severity == "error"}
    check_loaded(read(tmp_path), CheckOptions(select=(selected,)))


def test_a_rule_that_nobody_knows_is_refused_where_all_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "organization.yaml").write_text(BROKEN.replace("colour: red\n", ""), "utf-8")
    with pytest.raises(UnknownId, match="of-our-own"):
        check_all([tmp_path], CheckOptions(select=("of-our-own",)))
    with pytest.raises(UnknownId, match="of-our-own"):
        check_loaded(read(tmp_path), CheckOptions(select=("of-our-own",)))
