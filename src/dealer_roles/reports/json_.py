"""Findings as our own JSON: the keys of a finding, with state and waiver where they apply."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dealer_roles.output.json_text import json_pieces
from dealer_roles.reports.report import Mended, Report, Reported
from dealer_roles.values.findings import SEVERITIES


def pieces(report: Report, lang: str) -> Iterator[str]:
    """Yield the report as JSON."""
    yield from json_pieces(as_data(report, lang))


def as_data(report: Report, lang: str) -> dict[str, Any]:
    """Return the report as plain data; findings are made when their turn comes."""
    return {
        "run": report.run.to_dict(),
        "organizations": list(report.organizations),
        "findings": (_item(item, lang) for item in report.items if item.suppression is None),
        "waived": (_item(item, lang) for item in report.waived),
        "fixed": [_mended(f, m) for f, m in report.fixed.items()],
        "counts": {severity: report.count(severity) for severity in SEVERITIES},
    }


def _mended(fingerprint: str, one: Mended) -> dict[str, object]:
    found: dict[str, object] = {"fingerprint": fingerprint, "code": one.code}
    found |= {"severity": one.severity, "message": one.message}
    return found | (one.place.to_dict() if one.place else {})


def _item(item: Reported, lang: str) -> dict[str, object]:
    data = item.finding.to_dict(lang)
    if item.state:
        data["state"] = item.state
    if item.suppression is not None:
        data["waiver"] = {
            "reason": item.suppression.reason.get(lang),
            "owner": item.suppression.owner,
            "until": item.suppression.until.isoformat(),
        }
    return data
