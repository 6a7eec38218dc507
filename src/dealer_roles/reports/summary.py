"""Findings as Markdown: a job's summary page, or a comment."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dealer_roles.output.clean import one_line
from dealer_roles.reports.report import Report, Reported
from dealer_roles.reports.words import counts, severity
from dealer_roles.values.findings import SEVERITIES
from dealer_roles.values.text import Text

_TITLE = Text("## dealer-roles: 检查结果", "## dealer-roles: check")
_HEADS = Text("| 级别 | 规则 | 说明 | 位置 |", "| severity | rule | message | where |")
_WAIVED = Text("### 已豁免", "### Waived")
_BEYOND = Text(
    "\n另有 {} 项，页面放不下，未列出。\n", "\n{} more are not listed: the page has no room.\n"
)
MOST_ROWS = 2_000
MOST_BYTES = 900_000
"""GitHub takes no summary of a job larger than a megabyte."""
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&!])")


def pieces(report: Report, lang: str) -> Iterator[str]:
    """Yield the report as a Markdown table; every text is escaped.

    What would make it longer than a page may be is left out and counted, the gravest last.
    """
    yield f"{_TITLE.get(lang)}\n\n{counts(report, lang)}\n\n"
    yield f"{escape(report.run.words.get(lang))}\n"
    counted = (item for item in report.gravest(MOST_ROWS) if item.counts)
    room, left = MOST_BYTES, sum(map(report.count, SEVERITIES)) + report.count_waived
    for title, rows in (
        (f"\n{_HEADS.get(lang)}\n|---|---|---|---|\n", (_row(item, lang) for item in counted)),
        (f"\n{_WAIVED.get(lang)}\n\n", (_waived(item, lang) for item in report.waived)),
    ):
        before = title
        for row in rows:
            room -= (size := len(row.encode("utf-8", "surrogatepass")))
            if room < 0:
                room += size
                continue
            yield before + row
            before, left = "", left - 1
    if left:
        yield _BEYOND.get(lang).format(left)


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
