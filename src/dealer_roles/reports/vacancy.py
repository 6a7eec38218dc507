"""A report on nothing says so, as a finding, so that no reader of any format takes it for green."""

from __future__ import annotations

from dataclasses import replace

from dealer_roles.reports.report import Report, Reported
from dealer_roles.values.findings import Finding
from dealer_roles.values.text import Text

CODE = "nothing-looked-at"
_WORDS = Text(
    "什么也没有检查：没有组织，或没有规则运行",
    "nothing was looked at: no organization, or no rule that ran",
)
_FIX = Text("指明组织与规则", "name an organization, and rules that run on it")


def honest(report: Report) -> Report:
    """Return the report; where nothing was looked at, with a finding that says so."""
    if not report.vacuous:
        return report
    finding = Finding(CODE, "error", _WORDS, report.run.place, fix=_FIX)
    return replace(report, items=(Reported(finding),))
