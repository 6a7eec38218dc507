"""Reports for the tests of their formats."""

from __future__ import annotations

import datetime as dt
from typing import Any

from dealer_roles.reports.manifest import LookedAt, Manifest
from dealer_roles.reports.report import Mended, Report, Reported, RuleInfo, Suppression
from dealer_roles.values.findings import Finding, Severity, Witness
from dealer_roles.values.span import Span
from dealer_roles.values.text import Text

LINE = "  name: {zh: 岗位, en: Desk}  # 说明"
PLACE = Span("store/positions/desk.yaml", 7, 15)  # of 位, after a wide character
HOSTILE = (
    "bell \x07 nul \x00 escape \x1b[31m",
    "two\nlines\r\nand ::error file=x::y",
    "100% a:b, c=d | e `f` <script>alert(1)</script> & ]]> {{ x }} [l](javascript:1) ![i](j) # h",
    "rare \U00020bb7 \ud83d half",
)


RUN = Manifest(
    (LookedAt("store", "./store", place=Span("store/organization.yaml")),),
    files_read=3,
    rules=7,
    day=dt.date(2026, 11, 1),
)


def finding(message: str = "wrong", severity: Severity = "error", subject: str = "desk") -> Finding:
    """Return a finding at :data:`PLACE`, with a fix and a witness."""
    return Finding(
        "keep-count-stock",
        severity,
        Text(f"{message}。", message),
        PLACE,
        "store",
        subject,
        Text("改正", "mend it"),
        (Witness(Span("store/positions/clerk.yaml", 3, 1), Text("在此", f"here {message}")),),
    )


def report(*items: Reported, **more: object) -> Report:
    """Return a report of items with the line at :data:`PLACE` and the rule they break."""
    rule = RuleInfo("keep-count-stock", Text("分开", "Apart"), Text("为何", "Why"))
    given: dict[str, Any] = {"run": RUN, **more}
    return Report(items, {rule.id: rule}, excerpts={PLACE: LINE}, organizations=("store",), **given)


def waived(message: str = "accepted") -> Reported:
    """Return an item that a waiver accepts."""
    reason = Suppression(Text("人少", f"few | people {message}"), "boss", dt.date(2027, 3, 31))
    return Reported(finding(message, subject="waived"), suppression=reason)


def mixed() -> Report:
    """Return an error, a warning, a note, one known before, one waived and one mended."""
    return report(
        Reported(finding("first"), "new"),
        Reported(finding("second", "warning", "a"), "new"),
        Reported(finding("third", "note", "b"), "new"),
        Reported(finding("known", "error", "c"), "unchanged"),
        waived(),
        fixed={"f" * 32: Mended("mended-rule", "gone", "warning", Span("store/gone.yaml", 3))},
    )
