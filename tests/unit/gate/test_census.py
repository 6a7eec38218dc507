"""A census is read whole or refused, and a run says what it compared with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dealer_roles.gate.check import check_all, report_of
from dealer_roles.gate.guard import Losses, losses, read_census, write_census
from dealer_roles.gate.selection import CheckOptions
from dealer_roles.loading.read import read
from dealer_roles.values.errors import InvalidSettings
from tests.support.tiny import write_tiny

BROKEN = [
    "", "[]", "{}", "null", "12", '{"duties": []}', '{"duties": {"org": []}}',
    '{"duties": {"org": 1}}', '{"duties": {"org": {"boss": null}}}',
    '{"duties": {"org": {"boss": "many"}}}', '{"duties": {"org": {"boss": Infinity}}}',
    '{"duties": {"org": {"boss": NaN}}}', '{"duties": {"org": {"boss": [1]}}}',
    "[" * 100_000, '{"duties": {"org": {"boss": ' + "9" * 5_000 + "}}}",
]  # fmt: skip


@pytest.fixture
def org(tmp_path: Path) -> Path:
    positions = {"boss": {"reports_to": None, "duties": ["sell", "bill"]}}
    return write_tiny(tmp_path / "org", {"tasks": ["sell", "bill"], "positions": positions})


@pytest.mark.parametrize("text", BROKEN, ids=lambda text: text[:40])
def test_what_is_no_census_is_refused_in_both_languages(tmp_path: Path, text: str) -> None:
    (tmp_path / "census.json").write_text(text, "utf-8")
    with pytest.raises(InvalidSettings) as caught:
        read_census(tmp_path / "census.json")
    assert caught.value.message.zh != caught.value.message.en


@pytest.mark.parametrize("counts", [{}, {"org": {}}, {"org": {"boss": 0}}, {"other": {"boss": 2}}])
def test_a_census_without_a_duty_of_the_organization_compares_nothing_and_says_so(
    org: Path, counts: dict[str, dict[str, int]]
) -> None:
    found = losses(counts, read(org).require(), 0.2)
    assert [finding.code for finding in found] == ["guard-without-census"]


def test_an_organization_without_duties_lost_none(tmp_path: Path) -> None:
    bare = write_tiny(tmp_path / "org", {"positions": {"boss": {"reports_to": None}}})
    model = read(bare).require()
    assert list(losses({model.id: {"boss": 0}}, model, 0.2)) == []


def test_a_run_says_which_census_it_compared_with_and_how_large_it_is(
    org: Path, tmp_path: Path
) -> None:
    model = read(org).require()
    write_census(tmp_path / "census.json", {model.id: {"boss": 2}})
    lost = Losses(read_census(tmp_path / "census.json"), 0.2, "census.json")
    run = report_of(check_all((str(org),), CheckOptions(), lost), lost=lost).run
    assert run.to_dict()["census"] == {"file": "census.json", "duties": 2}
    assert "census census.json (2 duties)" in run.words.en
    assert "职责普查 census.json（2 项职责）" in run.words.zh
    without = report_of(check_all((str(org),), CheckOptions())).run
    assert without.to_dict()["census"] is None
    assert "· census" not in without.words.en
    assert json.loads(json.dumps(run.to_dict())) == run.to_dict()
