"""Findings as Markdown: a job's summary page, or a comment."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dealer_roles.output.clean import one_line
from dealer_roles.reports.report import Report, Reported
from dealer_roles.reports.words import counts, severity
from dealer_roles.values.text import Text

_TITLE = Text("## dealer-roles: 检查结果", "## dealer-roles: check")
_HEADS = Text("| 级别 | 规则 | 说明 | 位置 |", "| severity | rule | message | where |")
_WAIVED = Text("### 已豁免", "### Waived")
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&!])")


def pieces(report: Report, lang: str) -> Iterator[str]:
    """Yield the report as a Markdown table; every text is escaped."""
    yield f"{_TITLE.get(lang)}\n\n{counts(report, lang)}\n\n"
    yield f"{escape(report.run.words.get(lang))}\n"
    before = f"\n{_HEADS.get(lang)}\n|---|---|---|---|\n"
    for item in report.items:
        if item.counts:
            yield before + _row(item, lang)
            before = ""
    before = f"\n{_WAIVED.get(lang)}\n\n"
    for item in report.waived:
        yield before + _waived(item, lang)
        before = ""


def _row(item: Reported, lang: str) -> str:
    f = item.finding
    where = escape(f"{f.span.file}:{f.span.line}")
    fix = f"<br>→ {escape(f.fix.get(lang))}" if f.fix.get(lang) else ""
    words = escape(f.message.get(lang))
    return f"| {severity(f.severity, lang)} | {escape(f.code)} | {words}{fix} | {where} |\n"


def _waived(item: Reported, lang: str) -> str:
    s = item.suppression
    assert s is not None
    return (
        f"- {escape(item.finding.code)} {escape(item.finding.subject)}: "
        f"{escape(s.reason.get(lang))} ({escape(s.owner)}, {s.until})\n"
    )


def escape(text: str) -> str:
    """Return text that Markdown shows as it is, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(one_line(text).split()))
