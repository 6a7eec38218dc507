"""Findings as GitLab's Code Quality report."""

from __future__ import annotations

import json

from dealer_roles.reports.report import Report

_SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}


def render(report: Report, lang: str) -> str:
    """Return the findings that count as a Code Quality report."""
    data = [
        {
            "type": "issue",
            "check_name": item.finding.code,
            "description": item.finding.message.get(lang),
            "content": {"body": item.finding.fix.get(lang)},
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
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
