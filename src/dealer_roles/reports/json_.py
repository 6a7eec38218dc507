"""Findings as our own JSON: the keys of a finding, with state and waiver where they apply."""

from __future__ import annotations

import json

from dealer_roles.reports.report import Report, Reported
from dealer_roles.values.findings import SEVERITIES


def render(report: Report, lang: str) -> str:
    """Return the report as JSON."""
    data = {
        "run": report.run.to_dict(),
        "organizations": list(report.organizations),
        "findings": [_item(item, lang) for item in report.items if item.suppression is None],
        "waived": [_item(item, lang) for item in report.items if item.suppression is not None],
        "fixed": [{"fingerprint": f, "message": m} for f, m in report.fixed.items()],
        "counts": {severity: report.count(severity) for severity in SEVERITIES},
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


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
