"""Findings as GitLab's Code Quality report."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import chain

from dealer_roles.output.json_text import json_pieces
from dealer_roles.reports.manifest import Manifest
from dealer_roles.reports.report import Report, Reported
from dealer_roles.reports.words import sentences, told, why
from dealer_roles.values.findings import Finding

_SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}


RUN = "run"
"""The name under which a list of issues, which has no other place for it, says what was read."""


def pieces(report: Report, lang: str) -> Iterator[str]:
    """Yield the findings that count as a Code Quality report, and what was looked at."""
    found = (_issue(report, item, lang) for item in report.items if item.counts)
    yield from json_pieces(chain(found, (_run(report.run, lang),)))


def _issue(report: Report, item: Reported, lang: str) -> dict[str, object]:
    finding = item.finding
    return {
        "type": "issue",
        "check_name": finding.code,
        "description": told(finding, lang),
        "content": {"body": _body(report, finding, lang)},
        "categories": ["Clarity"],
        "severity": _SEVERITIES[finding.severity],
        "fingerprint": finding.fingerprint,
        "location": {"path": finding.span.file, "lines": {"begin": finding.span.line}},
    }


def _run(run: Manifest, lang: str) -> dict[str, object]:
    """Return what was looked at; its fingerprint stays: no merge request shows it as new."""
    ids = "\x1f".join((RUN, *sorted(one.id or one.origin for one in run.organizations)))
    return {
        "type": "issue",
        "check_name": RUN,
        "description": run.words.get(lang),
        "categories": ["Clarity"],
        "severity": "info",
        "fingerprint": hashlib.sha256(ids.encode("utf-8", "surrogatepass")).hexdigest()[:32],
        "location": {"path": run.place.file, "lines": {"begin": run.place.line}},
    }


def _body(report: Report, finding: Finding, lang: str) -> str:
    return sentences((why(report, finding, lang), finding.fix.get(lang)), lang)
