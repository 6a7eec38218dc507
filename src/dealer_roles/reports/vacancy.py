"""A report on nothing says so, as a finding, so that no reader of any format takes it for green."""

from __future__ import annotations

from dealer_roles.reports.report import Report, Reported
from dealer_roles.values.fields import replace
from dealer_roles.values.findings import Finding
from dealer_roles.values.span import Span
from dealer_roles.values.text import Text

CODE = "nothing-looked-at"
_WORDS = Text(
    "什么也没有检查：没有组织，或没有规则运行",
    "nothing was looked at: no organization, or no rule that ran",
)
_FIX = Text("指明组织与规则", "name an organization, and rules that run on it")


def no_position(organization: str, place: Span) -> Finding:
    """Return what a check of an organization without positions found: nothing could be wrong."""
    return Finding(
        CODE,
        "error",
        Text(
            f"组织 {organization} 没有任何岗位，规则无从检查",
            f"{organization} has no position: there was nothing that rules could look at",
        ),
        place,
        organization,
        organization,
        Text("写明岗位（kind: position）", "write its positions (kind: position)"),
    )


def honest(report: Report) -> Report:
    """Return the report; where nothing was looked at, with a finding that says so."""
    if not report.vacuous:
        return report
    finding = Finding(CODE, "error", _WORDS, report.run.place, fix=_FIX)
    return replace(report, items=(Reported(finding),))
