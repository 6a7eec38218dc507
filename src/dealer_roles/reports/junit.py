"""Findings as JUnit XML: one test case a rule, failed where it found something that counts."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from dealer_roles.reports.manifest import Manifest
from dealer_roles.reports.report import Report, Reported
from dealer_roles.reports.words import told
from dealer_roles.reports.xml_text import xml_pieces, xml_text
from dealer_roles.values.findings import Finding


class _Found:
    """What one rule found, as its test case tells it."""

    def __init__(self) -> None:
        self.failures: list[tuple[str, str, str]] = []
        self.below: list[str] = []
        self.waived = False

    def add(self, report: Report, item: Reported, lang: str) -> None:
        f = item.finding
        if report.failing(item):
            self.failures.append((f.severity, xml_text(f.message.get(lang)), _proof(f, lang)))
        elif item.counts:
            self.below.append(f"{f.severity}: {f.span}: {told(f, lang)}")
        self.waived |= item.suppression is not None


def pieces(report: Report, lang: str) -> Iterator[str]:
    """Yield the report as a JUnit test suite.

    It stands by rule, not by place, so that what it tells of all findings is held until then.
    """
    by_code = {code: _Found() for code in report.rules}
    for item in report.items:
        by_code.setdefault(item.finding.code, _Found()).add(report, item, lang)
    failures = sum(bool(found.failures) for found in by_code.values())
    suite = ET.Element(
        "testsuite", name="dealer-roles", tests=str(len(by_code)), failures=str(failures),
        errors="0",
    )  # fmt: skip
    _properties(suite, report.run)
    yield from xml_pieces(
        suite, (_case(report, code, by_code.pop(code), lang) for code in sorted(by_code))
    )


def _case(report: Report, code: str, found: _Found, lang: str) -> ET.Element:
    rule = report.rules.get(code)
    name = rule.name.get(lang) if rule else code
    case = ET.Element("testcase", classname=code, name=xml_text(name))
    for severity, message, proof in found.failures:
        ET.SubElement(case, "failure", message=message, type=severity).text = proof
    if found.waived and not found.failures:
        ET.SubElement(case, "skipped", message="waived")
    if found.below:  # it does not fail the run
        ET.SubElement(case, "system-out").text = xml_text("\n".join(found.below))
    return case


def _proof(finding: Finding, lang: str) -> str:
    lines = [f"{finding.span}", finding.fix.get(lang)]
    lines += [f"{w.span}: {w.message.get(lang)}" for w in finding.witnesses]
    return xml_text("\n".join(line for line in lines if line))


def _properties(suite: ET.Element, run: Manifest) -> None:
    """Tell what was looked at."""
    listed = ET.SubElement(suite, "properties")
    facts = [("organization", f"{one.id or '?'} ({one.origin})") for one in run.organizations]
    facts += [(name, str(count)) for name, count in run.counts.items()]
    facts += [("day", str(run.day or ""))]
    if run.baseline:
        facts += [("baseline", run.baseline), ("baseline_findings", str(run.known))]
    if run.census:
        facts += [("census", run.census), ("census_duties", str(run.counted))]
    for name, value in facts:
        ET.SubElement(listed, "property", name=name, value=xml_text(value))
