"""A baseline excuses what was found before, never what was lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dealer_roles.gate.baseline import baseline_of
from dealer_roles.gate.check import check_all, report_of
from dealer_roles.gate.guard import GUARDS, Losses, census, losses
from dealer_roles.gate.selection import CheckOptions
from dealer_roles.loading.loaded import Loaded
from dealer_roles.loading.read import read
from dealer_roles.values.errors import UnknownId
from dealer_roles.values.findings import in_order
from tests.support.tiny import write_tiny


def test_a_loss_counts_whatever_a_baseline_holds(tmp_path: Path) -> None:
    people = {"anna": {"duties": ["sell", "bill"]}, "bert": {"duties": ["keep"]}}
    given = {"tasks": ["sell", "bill", "keep"], "positions": people}
    folder = write_tiny(tmp_path / "store", given)
    before = census([read(str(folder)).require()])
    (folder / "positions" / "bert.yaml").unlink()
    (checked,) = check_all([str(folder)], CheckOptions())
    assert isinstance(checked.loaded, Loaded)
    assert checked.loaded.model is not None
    lost = tuple(losses(before, checked.loaded.model, 0.1))
    assert {finding.code for finding in lost} == set(GUARDS)
    every = in_order((*checked.findings, *lost))
    report = report_of([replace(checked, findings=every)], baseline_of(every))
    counting = [item.finding.code for item in report.items if item.counts]
    assert sorted(counting) == sorted(GUARDS)
    assert report.fails("error")


@pytest.mark.parametrize("counted", [{"store": {"anna": 9, "bert": 9}}, {"other": {"anna": 1}}])
def test_a_loss_breaks_no_definition_and_hides_no_mistyped_rule(
    tmp_path: Path, counted: dict[str, dict[str, int]]
) -> None:
    given = {"tasks": ["sell"], "positions": {"anna": {"reports_to": None, "duties": ["sell"]}}}
    folder = write_tiny(tmp_path / "store", {"id": "store", **given})
    lost = Losses(counted, 0.1)
    (checked,) = check_all([folder], CheckOptions(), lost)
    assert [f for f in checked.findings if f.code.startswith("guard-") and f.severity == "error"]
    assert not checked.broken
    with pytest.raises(UnknownId, match="nosuch"):
        check_all([folder], CheckOptions(select=("nosuch",)), lost)
