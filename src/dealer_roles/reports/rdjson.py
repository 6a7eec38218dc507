"""Findings as Reviewdog's diagnostic JSON."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from dealer_roles.output.json_text import json_pieces
from dealer_roles.reports.manifest import Manifest
from dealer_roles.reports.report import Report
from dealer_roles.reports.words import told, why
from dealer_roles.values.findings import Finding
from dealer_roles.values.span import Span

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def pieces(report: Report, lang: str) -> Iterator[str]:
    """Yield the findings that count as ``rdjson``, and what was looked at."""
    found = (_diagnostic(report, item.finding, lang) for item in report.items if item.counts)
    data = {
        "source": {"name": "dealer-roles"},
        "diagnostics": chain(found, (_run(report.run, lang),)),
    }
    yield from json_pieces(data)


def _diagnostic(report: Report, finding: Finding, lang: str) -> dict[str, object]:
    start = {"line": finding.span.line, "column": _byte_column(report, finding.span)}
    return {
        "message": _message(report, finding, lang),
        "location": {"path": finding.span.file, "range": {"start": start}},
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.code},
    }


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
