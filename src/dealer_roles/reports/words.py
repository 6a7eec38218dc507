"""Words that several report formats share."""

from __future__ import annotations

from dealer_roles.reports.report import Report
from dealer_roles.values.findings import SEVERITIES

_ZH = {"error": "错误", "warning": "警告", "note": "提示"}


def severity(name: str, lang: str) -> str:
    """Return a severity in words."""
    return _ZH[name] if lang == "zh" else name


def counts(report: Report, lang: str) -> str:
    """Return how much was found, in one line."""
    found = [(s, report.count(s)) for s in SEVERITIES]
    waived = sum(item.suppression is not None for item in report.items)
    known = sum(i.state == "unchanged" and i.suppression is None for i in report.items)
    if lang == "zh":
        parts = [f"{_ZH[s]} {n}" for s, n in found if n]
        parts += [f"已豁免 {waived}"] if waived else []
        parts += [f"基线已有 {known}"] if known else []
        return "，".join(parts) + "。" if parts else "没有发现问题。"
    parts = [f"{n} {s}{'s' if n > 1 else ''}" for s, n in found if n]
    parts += [f"{waived} waived"] if waived else []
    parts += [f"{known} known from the baseline"] if known else []
    return ", ".join(parts) + "." if parts else "Nothing found."
