"""Many organizations in one run: nothing is lost, and what is broken stops nobody."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from dealer_roles.gate.check import check_all, report_of
from dealer_roles.gate.many import WORTH_WORKERS
from dealer_roles.gate.selection import CheckOptions
from dealer_roles.reports.formats import render_report
from dealer_roles.values.errors import UnknownId, UnknownOrganization
from tests.support.tiny import write_tiny

OPTIONS = CheckOptions("strict", on=dt.date(2026, 11, 1))


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    root = tmp_path_factory.mktemp("stores")
    given = {
        "tasks": ["sell"],
        "positions": {"boss": {"duties": ["sell"]}, "chief": {"duties": ["sell"]}},
    }
    return [
        str(write_tiny(root / f"s{n}", {**given, "organization": {"id": f"s{n}"}}))
        for n in range(WORTH_WORKERS + 2)
    ]


def test_workers_find_what_one_process_finds(
    stores: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    several = report_of(check_all(stores, OPTIONS))
    monkeypatch.setattr("dealer_roles.gate.many.WORTH_WORKERS", 1_000)
    alone = report_of(check_all(stores, OPTIONS))
    assert several.items
    for format_ in ("json", "sarif", "text"):
        assert render_report(several, format_, "en") == render_report(alone, format_, "en")


def test_a_missing_and_a_broken_one_are_findings_and_the_rest_go_on(
    stores: list[str], tmp_path: Path
) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "organization.yaml").write_text("kind: [", "utf-8")
    names = [str(tmp_path / "nowhere"), *stores, str(broken)]
    checked = check_all(names, OPTIONS)
    assert len(checked) == len(names)
    assert [f.code for f in checked[0].findings] == ["organization-unreadable"]
    assert not checked[0].loaded.stands
    assert [f.code for f in checked[-1].findings] == ["yaml-syntax"]
    assert all(one.findings and one.loaded.stands for one in checked[1:-1])


def test_one_alone_that_is_missing_cannot_be_checked(tmp_path: Path) -> None:
    with pytest.raises(UnknownOrganization):
        check_all([str(tmp_path / "nowhere")], OPTIONS)


def test_a_rule_that_nobody_knows_is_refused_also_of_many(stores: list[str]) -> None:
    with pytest.raises(UnknownId):
        check_all(stores, CheckOptions(select=("no-such-rule",)))


def test_what_cannot_be_built_says_why_and_not_that_no_rule_runs(tmp_path: Path) -> None:
    (tmp_path / "organization.yaml").write_text("kind: organization\nid: 5 5\n", "utf-8")
    (checked,) = check_all([tmp_path], CheckOptions())
    assert checked.findings
    assert not checked.rules
