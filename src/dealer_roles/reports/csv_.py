"""Findings as CSV that Excel opens: a row each, to sort, share out and tick off."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from dealer_roles.output.cell_text import csv_text
from dealer_roles.output.clean import clean, one_line
from dealer_roles.reports.manifest import Manifest
from dealer_roles.reports.report import Report, Reported
from dealer_roles.reports.words import WAIVED, severity, why
from dealer_roles.values.text import Text
from dealer_roles.words.marks import bracketed

_BYTE_ORDER_MARK = "\ufeff"  # without it Excel reads Chinese in the code page of the machine
_HEAD = (
    Text("级别", "severity"),
    Text("状态", "state"),
    Text("规则", "rule"),
    Text("对象", "subject"),
    Text("说明", "message"),
    Text("怎样改", "how to mend it"),
    Text("为什么", "why"),
    Text("依据", "evidence"),
    Text("文件", "file"),
    Text("行", "line"),
    Text("列", "column"),
)
_FIXED = Text("已改好", "fixed")
_STATES = {"": Text(), "new": Text("新增", "new"), "unchanged": Text("基线已有", "known")}


def pieces(report: Report, lang: str) -> Iterator[str]:
    """Yield each finding as a row, those waived and those known too; last, what was looked at."""
    yield _BYTE_ORDER_MARK + _line(head.get(lang) for head in _HEAD)
    for item in report.items:
        yield _line(map(_cell, _row(report, item, lang)))
    for fingerprint, mended in report.fixed.items():
        fixed = (_FIXED.get(lang), mended.code, fingerprint)
        words = (severity(mended.severity, lang), *fixed, mended.message)
        yield _line(map(_cell, words))
    yield _line(map(_cell, _run(report.run, lang)))


def _line(cells: Iterable[object]) -> str:
    made = io.StringIO(newline="")
    csv.writer(made).writerow(cells)
    return made.getvalue()


def _row(report: Report, item: Reported, lang: str) -> tuple[object, ...]:
    found = item.finding
    return (
        severity(found.severity, lang),
        _state(item, lang),
        found.code,
        found.subject,
        found.message.get(lang),
        found.fix.get(lang),
        why(report, found, lang),
        "\n".join(f"{one_line(w.span)}: {w.message.get(lang)}" for w in found.witnesses),
        found.span.file,
        found.span.line,
        found.span.column,
    )


def _state(item: Reported, lang: str) -> str:
    accepted = item.suppression
    if accepted is None:
        return _STATES[item.state].get(lang)
    by = f"{accepted.owner}, {accepted.until}: {accepted.reason.get(lang)}"
    return bracketed(WAIVED.get(lang), by, lang)


def _run(run: Manifest, lang: str) -> tuple[object, ...]:
    return ("", "", "run", "", run.words.get(lang), "", "", "", run.place.file)


def _cell(value: object) -> object:
    """Return a value as a cell: a number stays one, a text is never a formula."""
    return value if isinstance(value, int) else csv_text(clean(str(value)))
