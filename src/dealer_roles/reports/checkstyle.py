"""Findings as Checkstyle XML, which Jenkins and many editors read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from xml.etree import ElementTree as ET

from dealer_roles.reports.report import Report
from dealer_roles.reports.words import sentences, told, why
from dealer_roles.reports.xml_text import xml_pieces, xml_text
from dealer_roles.values.findings import Finding

_SEVERITIES = {"error": "error", "warning": "warning", "note": "info"}


def pieces(report: Report, lang: str) -> Iterator[str]:
    """Yield the findings that count, grouped by file."""
    root = ET.Element("checkstyle", version="4.3")
    root.append(ET.Comment(_comment(report.run.words.get(lang))))
    yield from xml_pieces(root, _files(report, lang))


def _files(report: Report, lang: str) -> Iterator[ET.Element]:
    counting = (item.finding for item in report.items if item.counts)
    for file, findings in groupby(counting, key=lambda f: f.span.file):
        group = ET.Element("file", name=xml_text(file))
        for f in findings:
            ET.SubElement(
                group,
                "error",
                line=str(f.span.line),
                column=str(f.span.column),
                severity=_SEVERITIES[f.severity],
                message=xml_text(_message(report, f, lang)),
                source=f"dealer-roles.{f.code}",
            )
        yield group


def _comment(words: str) -> str:
    """Return what was looked at as a comment, which must not hold two hyphens in a row."""
    return f" {xml_text(words).replace('--', '- -')} "


def _message(report: Report, finding: Finding, lang: str) -> str:
    return sentences((told(finding, lang), why(report, finding, lang)), lang)
