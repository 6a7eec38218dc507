"""Scenarios that lie in a folder: run, counted, and told with their places."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from dealer_roles.facade import load
from dealer_roles.gate.scenario_tests import TestRun, run_tests
from tests.support.tiny import write_tiny

DAY = dt.date(2026, 11, 1)
HEAD = "kind: expectations\ncases:\n"
SOLD = "- name: {zh: 甲卖, en: Anna sells}\n  owner: {task: sell, owned_by: anna}\n"
WRONG = "- name: {zh: 乙卖, en: Bert sells}\n  owner: {task: sell, owned_by: bert}\n"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    past = {"task": "wash", "valid": {"to": "2025-12-31"}}
    return write_tiny(
        tmp_path / "store",
        {
            "tasks": ["sell", "wash"],
            "positions": {"anna": {"duties": ["sell", past]}, "bert": {"duties": []}},
        },
    )


def run(store: Path, text: str) -> TestRun:
    (store / "expectations.yaml").write_text(HEAD + text, "utf-8")
    return run_tests(load(store).loaded, DAY)


def test_a_run_holds_if_every_scenario_does(store: Path) -> None:
    assert run(store, SOLD).passed
    assert not run(store, SOLD + WRONG).passed


def test_a_failure_stands_at_its_line_with_its_name_and_the_evidence(store: Path) -> None:
    failed = run(store, SOLD + WRONG).results[1]
    assert (failed.name.en, failed.span.line, failed.span.column) == ("Bert sells", 5, 3)
    assert failed.span.file.endswith("expectations.yaml")
    assert failed.failures[0].en == "owned by: expected bert, got anna"
    assert failed.evidence[0].position == "anna"


def test_a_scenario_may_name_its_day(store: Path) -> None:
    washed = "- name: {zh: 洗, en: Washed}\n  owner: {task: wash, owned_by: anna}\n"
    assert not run(store, washed).passed
    assert run(store, washed + "  on: 2025-06-01\n").passed


def test_a_scenario_that_asks_nothing_fails(store: Path) -> None:
    (result,) = run(store, "- name: {zh: 空, en: Empty}\n").results
    assert result.failures[0].en == "the scenario asks nothing"


def test_a_scenario_may_ask_two_things(store: Path) -> None:
    two = SOLD + "  nothing: {gaps: none}\n"
    assert [f.en for r in run(store, two).results for f in r.failures]


def test_as_plain_data_a_run_counts_and_speaks_the_language_asked_for(store: Path) -> None:
    plain = run(store, SOLD + WRONG).to_dict("zh")
    assert (plain["passed"], plain["failed"]) == (1, 1)
    assert "期望 bert" in str(plain["cases"])


def test_without_scenarios_nothing_holds_and_nothing_is_touched(store: Path) -> None:
    found = run_tests(load(store).loaded, DAY)
    assert (found.passed, found.results) == (False, ())
    assert found.coverage.share == 0.0
