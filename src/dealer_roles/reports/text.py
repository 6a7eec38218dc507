"""Findings for people: place, message, the source line with a caret, the way to mend it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from dealer_roles.output.clean import MARK, one_line
from dealer_roles.reports.report import Report, Reported
from dealer_roles.reports.words import WAIVED, counts, place, severity
from dealer_roles.values.span import Span
from dealer_roles.values.text import Text

_FIXED = Text("已修复：", "Fixed since the baseline:")

MOST_SHOWN = 120


def pieces(report: Report, lang: str) -> Iterator[str]:
    """Yield the report as plain text."""
    for item in report.items:
        yield _lines(_item(item, report, lang))
    if report.fixed:
        yield _lines([_FIXED.get(lang)])
        yield _lines(f"  {one_line(mended.message)}" for mended in report.fixed.values())
    yield _lines([one_line(report.run.words.get(lang)), counts(report, lang)])


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _item(item: Reported, report: Report, lang: str) -> Iterator[str]:
    finding = item.finding
    marks = [severity(finding.severity, lang), finding.code]
    if item.state:
        marks.append(item.state)
    if item.suppression is not None:
        marks.append(WAIVED.get(lang))
    yield f"{place(finding)}: {one_line(finding.message.get(lang))} [{', '.join(marks)}]"
    yield from _excerpt(finding.span, report.excerpts.get(finding.span))
    if finding.fix.get(lang):
        yield f"    → {one_line(finding.fix.get(lang))}"
    for witness in finding.witnesses:
        yield f"    · {one_line(witness.span)}: {one_line(witness.message.get(lang))}"
    if item.suppression is not None:
        s = item.suppression
        until = Text(f"至 {s.until}", f"until {s.until}").get(lang)
        yield f"    = {one_line(s.reason.get(lang))} ({one_line(s.owner)}, {until})"
    yield ""


def _excerpt(span: Span, source: str | None) -> Iterator[str]:
    if source is None:
        return
    start = max(0, span.column - 1 - MOST_SHOWN // 2)
    shown = _visible(source[start : start + MOST_SHOWN].rstrip())
    margin = f"{span.line:>5} | "
    yield margin + shown
    yield " " * (len(margin) - 2) + "| " + " " * _width(shown[: span.column - 1 - start]) + "^"


def _width(text: str) -> int:
    """Return the columns a text takes on a terminal: wide characters take two."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )


def _visible(source: str) -> str:
    """Replace what a terminal would obey, character by character: columns stay."""
    return "".join(c if c.isprintable() or c == " " else MARK for c in source)
