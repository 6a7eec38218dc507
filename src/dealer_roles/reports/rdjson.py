"""Findings as Reviewdog's diagnostic JSON."""

from __future__ import annotations

import json

from dealer_roles.reports.report import Report
from dealer_roles.values.span import Span

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def render(report: Report, lang: str) -> str:
    """Return the findings that count as ``rdjson``."""
    data = {
        "source": {"name": "dealer-roles"},
        "diagnostics": [
            {
                "message": item.finding.message.get(lang),
                "location": {
                    "path": item.finding.span.file,
                    "range": {
                        "start": {
                            "line": item.finding.span.line,
                            "column": _byte_column(report, item.finding.span),
                        }
                    },
                },
                "severity": _SEVERITIES[item.finding.severity],
                "code": {"value": item.finding.code},
            }
            for item in report.items
            if item.counts
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _byte_column(report: Report, span: Span) -> int:
    """Return the column as Reviewdog counts it: in UTF-8 bytes, from 1."""
    line = report.excerpts.get(span)
    return span.column if line is None else len(line[: span.column - 1].encode()) + 1
