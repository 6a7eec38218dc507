"""Waivers for what the document that one begins from leaves open, until somebody decides."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Iterable

from dealer_roles.starter.wish import Wish
from dealer_roles.values.findings import Finding
from dealer_roles.values.text import Text
from dealer_roles.words.yaml_text import scalar, written

DAYS = 90
_REASON = Text(
    "来源文件即如此，待本组织决定",
    "The document that this began from says so; to be decided here",
)
_COMPENSATED = Text(
    "人手所限，暂予兼任；请确认其中所列补偿控制已在执行。改正办法：",
    "Held in one hand for want of staff; confirm that the control named here is in place. ",
)
_REMARK = Text(
    "起步文件尚未明确之处，暂予接受；处理一条，删去一条",
    "what the document that this began from leaves open, accepted for now; delete each when mended",
)


def open_points(
    findings: Iterable[Finding], controls: Container[str], owner: str, wish: Wish
) -> str:
    """Return a file of waivers that accepts findings for a while.

    Args:
        findings: What a first check finds.
        controls: The rules whose findings name a compensating control.
        owner: Who answers for it: a position.
        wish: What was wished for.
    """
    until = dt.date.today() + dt.timedelta(days=DAYS)
    items = "".join(
        f"- rule: {code}\n  subject: {scalar(subject)}\n"
        f"  reason: {written(wish.kept(_reason(finding, controls)))}\n"
        f"  owner: {owner}\n  until: {until}\n"
        for (code, subject), finding in {(f.code, f.subject): f for f in findings}.items()
    )
    return (
        "# yaml-language-server: $schema=.schemas/waivers.schema.json\n"
        f"# {wish.said(_REMARK)}\nkind: waivers\nwaivers:\n{items}"
    )


def _reason(finding: Finding, controls: Container[str]) -> Text:
    if finding.code not in controls:
        return _REASON
    return Text(_COMPENSATED.zh + finding.fix.zh, _COMPENSATED.en + finding.fix.en)
