"""Findings as Reviewdog's diagnostic JSON."""

from __future__ import annotations

from dealer_roles.output.json_text import json_text
from dealer_roles.reports.manifest import Manifest
from dealer_roles.reports.report import Report
from dealer_roles.reports.words import told, why
from dealer_roles.values.findings import Finding
from dealer_roles.values.span import Span

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def render(report: Report, lang: str) -> str:
    """Return the findings that count as ``rdjson``, and what was looked at."""
    data = {
        "source": {"name": "dealer-roles"},
        "diagnostics": [
            *(
                {
                    "message": _message(report, item.finding, lang),
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
            ),
            _run(report.run, lang),
        ],
    }
    return json_text(data)


def _run(run: Manifest, lang: str) -> dict[str, object]:
    """Return what was looked at as a remark on a whole file: Reviewdog refuses keys of our own."""
    return {
        "message": run.words.get(lang),
        "location": {"path": run.place.file},
        "severity": "INFO",
        "code": {"value": "run"},
    }


def _message(report: Report, finding: Finding, lang: str) -> str:
    return "\n".join(t for t in (told(finding, lang), why(report, finding, lang)) if t)


def _byte_column(report: Report, span: Span) -> int:
    """Return the column as Reviewdog counts it: in UTF-8 bytes, from 1."""
    line = report.excerpts.get(span)
    return span.column if line is None else len(line[: span.column - 1].encode()) + 1
