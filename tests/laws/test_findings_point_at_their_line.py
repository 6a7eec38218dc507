"""A finding on a thing points at its line, and at the organization only where that is meant.

The whole organization stands at one line. What points there although it names a position,
a task, a duty or a hand-off cannot be mended from the place it shows, and is one of hundreds
on a line of a pull request.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from dealer_roles.facade import load
from dealer_roles.gate.check import check_all
from dealer_roles.gate.selection import CheckOptions
from dealer_roles.loading.bundled import bundled
from dealer_roles.loading.loaded import Loaded
from dealer_roles.loading.rule_sets import bundled_rules
from dealer_roles.model.organization import OrganizationModel
from dealer_roles.rules.example_documents import documents_of
from dealer_roles.rules.kinds import KINDS
from dealer_roles.source.file import SourceFile
from dealer_roles.source.yaml_nodes import read_yaml
from dealer_roles.values.findings import Finding
from tests.support.tiny import write_tiny

PART = re.compile(r"[\[/#]|->")


def strays(name: str) -> tuple[int, list[str]]:
    """Return how many findings a strict check makes, and those that stand nowhere near."""
    (checked,) = check_all([name], CheckOptions("strict"))
    assert isinstance(checked.loaded, Loaded)
    model = checked.loaded.model
    assert model is not None, checked.findings
    stray = [
        f"{f.code} {f.subject}: {f.message.en}"
        for f in checked.findings
        if f.span[:2] == model.span[:2] and (_named(f, model) or _shown(f, model))
    ]
    return len(checked.findings), stray


def _named(finding: Finding, model: OrganizationModel) -> set[str]:
    """Return the ids in a subject that are something other than the organization."""
    ids = {PART.split(part, maxsplit=1)[0] for part in finding.subject.split(",")}
    handoffs = {handoff.id for handoff in model.handoffs}
    here = (model.positions, model.posts, model.processes, model.catalogue.tasks, handoffs)
    return (ids - {model.id}) & {id_ for some in here for id_ in some}


def _shown(finding: Finding, model: OrganizationModel) -> list[str]:
    return [str(w.span) for w in finding.witnesses if w.span[:2] != model.span[:2]]


@cache
def example_data() -> tuple[tuple[str, Any, str], ...]:
    """Return every example of every bundled rule, and of every kind of rule with that rule."""
    found = [
        (rule.id, raw, "") for rule in bundled_rules() for _, side in rule.examples for raw in side
    ]
    for kind in KINDS:
        text = "- " + kind.example.replace("\n", "\n  ")
        (((rule,), _),), _problems = read_yaml(text, 50)
        examples = rule["examples"]
        found += [(kind.name, raw, text) for side in examples for raw in examples[side]]
    return tuple(found)


def folders(base: Path) -> Iterator[tuple[str, Path]]:
    for number, (name, raw, rule) in enumerate(example_data()):
        folder = base / str(number)
        for place, document in enumerate(documents_of(raw, SourceFile("x", "x"))):
            data = json.loads(json.dumps(document.data))
            main = data["kind"] == "organization"
            path = folder / ("organization.yaml" if main else f"{place}.yaml")
            path.parent.mkdir(exist_ok=True)
            text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
            path.write_text(("---\n" if main else "# a line before it\n") + text, "utf-8")
        if rule:
            (folder / "rules.yaml").write_text(f"kind: rules\nrules:\n{rule}", "utf-8")
        yield name, folder


def test_no_finding_of_an_example_strays(tmp_path: Path) -> None:
    findings, stray = 0, set()
    for _, folder in folders(tmp_path):
        many, found = strays(f"{folder}/")
        findings += many
        stray |= set(found)
    assert findings > 500
    assert sorted(stray) == []


@pytest.mark.parametrize("name", bundled())
def test_no_finding_of_a_bundled_organization_strays(name: str) -> None:
    assert strays(name)[1] == []


def test_a_task_that_nothing_names_stands_where_it_is_asked_for(tmp_path: Path) -> None:
    given = {
        "organization": {"coverage": "complete", "catalogue": ["bundled"]},
        "positions": {"anna": {"duties": ["wash"]}},
        "tasks": ["wash", "dry"],
    }
    folder = write_tiny(tmp_path / "store", given)
    (checked,) = check_all([f"{folder}/"], CheckOptions())
    lines = (folder / "organization.yaml").read_text("utf-8").splitlines()
    where = {f.subject: f.span for f in checked.findings if f.code == "no-forgotten-task"}
    assert lines[where["issue-invoice"].line - 1] == "coverage: complete"
    assert where["dry"].file.endswith("catalogue/tasks.yaml")
    gaps = {gap.subject: gap.span for gap in load(folder).gaps() if gap.kind == "task-unowned"}
    assert gaps == {subject: where[subject] for subject in gaps}
    assert len(gaps) > 300
