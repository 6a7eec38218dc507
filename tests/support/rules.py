"""Rules and small organizations for tests, from YAML text."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from dealer_roles.loading.checked_files import read_checked
from dealer_roles.loading.rule_sets import load_rules
from dealer_roles.organization.on_day import OnDay
from dealer_roles.rules.examples import example_organization, organization_at
from dealer_roles.rules.rule import Rule
from dealer_roles.rules.run import run_rules
from dealer_roles.source.document import YamlDocument
from dealer_roles.source.file import SourceFile
from dealer_roles.source.located import located
from dealer_roles.source.settings import DEFAULTS
from dealer_roles.values.findings import Finding
from dealer_roles.values.span import Span

ON = dt.date(2026, 1, 1)
HEAD = """\
kind: rules
rules:
- id: tried
  name: {zh: 试, en: Tried}
  why: {zh: 试, en: tried}
"""
TAIL = """\
  message: {zh: "{subject}", en: "{subject}"}
  fix: {zh: 改, en: mend}
"""


@contextmanager
def written(text: str) -> Iterator[SourceFile]:
    """Hold a file of rules that says this."""
    with tempfile.NamedTemporaryFile("w", suffix=".yaml", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        yield SourceFile(stream.name, "rules.yaml")


def documents(text: str) -> tuple[list[YamlDocument], tuple[Finding, ...]]:
    """Return the documents of a YAML text, and what is wrong with their form."""
    with written(text) as file:
        found, findings, _ = read_checked([file], DEFAULTS)
    return found, tuple(findings)


def mistakes(text: str) -> tuple[Finding, ...]:
    """Return everything that is wrong with a file of rules."""
    with written(text) as file:  # places of examples are looked up in it
        found, findings, _ = read_checked([file], DEFAULTS)
        return (*findings, *load_rules(found)[1])


def rule(what: str, check: str, more: str = "", severity: str = "error", tail: str = TAIL) -> Rule:
    """Return a rule of one check, read without its examples."""
    from dealer_roles.rules.kinds import KINDS
    from dealer_roles.rules.read_rule import read_rule
    from dealer_roles.source.document import Locator

    text = (
        f"{HEAD}  severity: {severity}\n  for: {what}\n  check: {check}\n{more}{tail}"
        "  examples: {ok: [{about: none}], bad: [{about: none}]}\n"
    )
    found, problems = documents(text)
    assert not problems, problems
    read = read_rule(found[0], 0, {kind.name: kind for kind in KINDS}, Locator(DEFAULTS))
    assert isinstance(read, Rule), read.findings
    return read


def organization(raw: str | dict[str, Any], on: dt.date = ON) -> OnDay:
    """Return an organization on a day from the short form of examples."""
    if isinstance(raw, str):
        from dealer_roles.source.yaml_nodes import read_yaml

        ((data, _),), problems = read_yaml(raw, 50)
        assert not problems, problems
    else:
        data = placed(raw)
    data = located({"on": on.isoformat(), **data}, data.line, data.column)
    org = example_organization(data, SourceFile("example.yaml", "example.yaml"))
    assert isinstance(org, OnDay), org
    return org


def built(documents: Mapping[str, Any], on: dt.date = ON) -> OnDay:
    """Return the organization on a day of documents by file name; nothing is written down."""
    file = SourceFile("drawn.yaml", "drawn.yaml")
    some = [YamlDocument(file, n, 1, placed(data)) for n, data in enumerate(documents.values())]
    org = organization_at(Span(file.label, 1, 1), some, on)
    assert isinstance(org, OnDay), org
    return org


def placed(value: Any) -> Any:
    """Return plain data all of whose mappings stand at line 1."""
    if isinstance(value, dict):
        return located({key: placed(item) for key, item in value.items()}, 1, 1)
    return [placed(item) for item in value] if isinstance(value, list) else value


def found(rule_: Rule, raw: str | dict[str, Any], on: dt.date = ON) -> tuple[Finding, ...]:
    """Return what a rule finds in an organization."""
    findings = run_rules(organization(raw, on), [rule_])
    return tuple(finding for finding in findings if finding.code == rule_.id)


def subjects(rule_: Rule, raw: str | dict[str, Any], on: dt.date = ON) -> list[str]:
    """Return what the findings of a rule are about."""
    return [finding.subject for finding in found(rule_, raw, on)]
