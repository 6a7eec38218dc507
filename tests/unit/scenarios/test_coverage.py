"""What no scenario and no rule ever touches."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from dealer_roles.facade import load
from dealer_roles.gate.scenario_tests import run_tests
from dealer_roles.scenarios.coverage import ScenarioCoverage
from tests.support.tiny import write_tiny

DAY = dt.date(2026, 11, 1)
GIVEN: dict[str, Any] = {
    "tasks": ["sell", "wash"],
    "topics": ["fire"],
    "positions": {
        "boss": {"duties": ["wash"], "reports_to": None},
        "anna": {
            "reports_to": "boss",
            "duties": ["sell"],
            "handoffs": [{"task": "sell", "to": "boss"}],
        },
        "carl": {"reports_to": None, "duties": [], "escalations": [{"to": "boss"}]},
    },
    "organization": {"ladders": {"fire": [{"position": "anna"}, {"position": "boss"}]}},
}
EVERYTHING = {
    "anna/sell": "owner: {task: sell, status: owned}",
    "boss/wash": "owner: {task: wash, status: owned}",
    "anna-0": "handoff: {from: anna, to: boss}",
    "carl/": "escalation: {position: carl, reaches: boss}",
    "fire/boss": "escalation: {position: anna, topic: fire, reaches: boss}",
    "fire/anna": "escalation: {position: anna, topic: fire, calls: [boss]}",
}
RULE = """
kind: rules
rules:
- id: washing
  name: {zh: 洗, en: Washing}
  why: {zh: 洗, en: Cars get dirty}
  severity: note
  for: {what: task, id: wash}
  check: {ownership: {at_least: 1}}
  message: {zh: 洗, en: Nobody washes}
  fix: {zh: 洗, en: Wash}
  examples:
    ok: [{positions: {a: [wash]}}]
    bad: [{positions: {a: [{task: wash, responsibility: supporting}]}}]
"""


def covered(folder: Path, *questions: str, rules: str = "") -> ScenarioCoverage:
    store = write_tiny(folder / "store", GIVEN)
    cases = "".join(f"- name: {{zh: 问, en: Asked}}\n  {q}\n" for q in questions)
    if cases:
        (store / "asked.yaml").write_text(f"kind: expectations\ncases:\n{cases}", "utf-8")
    if rules:
        (store / "rules.yaml").write_text(rules, "utf-8")
    return run_tests(load(store).loaded, DAY).coverage


def names(found: ScenarioCoverage) -> set[str]:
    return {name for _, name, _ in found.untouched}


def test_untouched_facts_are_named_with_kind_and_place_in_the_order_of_files(
    tmp_path: Path,
) -> None:
    found = covered(tmp_path)
    assert found.total == len(found.untouched) == 6
    assert {kind for kind, _, _ in found.untouched} == {"duty", "handoff", "escalation", "ladder"}
    places = [span for _, _, span in found.untouched]
    assert places == sorted(places)
    assert all(place.line for place in places)


@pytest.mark.parametrize(("name", "question"), EVERYTHING.items())
def test_a_question_touches_what_its_answer_rests_on(
    tmp_path: Path, name: str, question: str
) -> None:
    assert name in names(covered(tmp_path / "without"))
    assert name not in names(covered(tmp_path / "with", question))


def test_a_rule_that_names_a_task_touches_its_duties(tmp_path: Path) -> None:
    found = covered(tmp_path, rules=RULE)
    assert "boss/wash" not in names(found)
    assert "anna/sell" in names(found)


def test_everything_asked_is_everything_touched(tmp_path: Path) -> None:
    found = covered(tmp_path, *EVERYTHING.values())
    assert names(found) == set()
    assert found.share == 1.0
    assert found.why.en == "6 of 6 duties, hand-offs and ladder steps are touched (100%)"
    assert found.to_dict()["untouched"] == []
