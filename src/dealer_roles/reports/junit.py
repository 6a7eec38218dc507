"""Findings as JUnit XML: one test case a rule, failed where it found something that counts."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from dealer_roles.reports.manifest import Manifest
from dealer_roles.reports.report import Report, Reported
from dealer_roles.reports.words import told
from dealer_roles.reports.xml_text import xml_document, xml_text


def render(report: Report, lang: str) -> str:
    """Return the report as a JUnit test suite."""
    codes = sorted({*report.rules, *(item.finding.code for item in report.items)})
    failing = {
        code: [i for i in report.items if i.finding.code == code and report.failing(i)]
        for code in codes
    }
    waived = {
        code: [i for i in report.items if i.finding.code == code and i.suppression]
        for code in codes
    }
    failures = sum(bool(found) for found in failing.values())
    suite = ET.Element(
        "testsuite", name="dealer-roles", tests=str(len(codes)), failures=str(failures), errors="0"
    )
    _properties(suite, report.run)
    for code in codes:
        rule = report.rules.get(code)
        name = rule.name.get(lang) if rule else code
        case = ET.SubElement(suite, "testcase", classname=code, name=xml_text(name))
        for item in failing[code]:
            _failure(case, item, lang)
        if waived[code] and not failing[code]:
            ET.SubElement(case, "skipped", message="waived")
        _below(case, report, lang)
    return xml_document(suite)


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


def _below(case: ET.Element, report: Report, lang: str) -> None:
    """Tell what a rule found that does not fail the run."""
    lines = [
        f"{i.finding.severity}: {i.finding.span}: {told(i.finding, lang)}"
        for i in report.items
        if i.finding.code == case.get("classname") and i.counts and not report.failing(i)
    ]
    if lines:
        ET.SubElement(case, "system-out").text = xml_text("\n".join(lines))


def _failure(case: ET.Element, item: Reported, lang: str) -> None:
    f = item.finding
    element = ET.SubElement(case, "failure", message=xml_text(f.message.get(lang)), type=f.severity)
    lines = [f"{f.span}", f.fix.get(lang)]
    lines += [f"{w.span}: {w.message.get(lang)}" for w in f.witnesses]
    element.text = xml_text("\n".join(line for line in lines if line))
