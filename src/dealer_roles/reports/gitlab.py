"""Findings as GitLab's Code Quality report."""

from __future__ import annotations

from dealer_roles.output.json_text import json_text
from dealer_roles.reports.report import Report
from dealer_roles.reports.words import sentences, told, why
from dealer_roles.values.findings import Finding

_SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}


def render(report: Report, lang: str) -> str:
    """Return the findings that count as a Code Quality report."""
    data = [
        {
            "type": "issue",
            "check_name": item.finding.code,
            "description": told(item.finding, lang),
            "content": {"body": _body(report, item.finding, lang)},
            "categories": ["Clarity"],
            "severity": _SEVERITIES[item.finding.severity],
            "fingerprint": item.finding.fingerprint,
            "location": {
                "path": item.finding.span.file,
                "lines": {"begin": item.finding.span.line},
            },
        }
        for item in report.items
        if item.counts
    ]
    return json_text(data)


def _body(report: Report, finding: Finding, lang: str) -> str:
    return sentences((why(report, finding, lang), finding.fix.get(lang)), lang)
