"""What a gap is."""

from __future__ import annotations

import re
from typing import Literal

from dealer_roles.organization.evidence import Evidence
from dealer_roles.values.answers import Answers
from dealer_roles.values.frozen import frozen
from dealer_roles.values.html_table import html_table
from dealer_roles.values.span import Span
from dealer_roles.values.text import Text
from dealer_roles.values.timeline import intervals_as_data
from dealer_roles.values.validity import Validity

GapKind = Literal[
    "task-unowned",
    "task-only-supported",
    "cell-unowned",
    "declared-yet-owned",
    "step-unowned",
    "handoff-missing",
    "receiver-without-share",
    "receiver-absent",
    "position-without-duties",
    "no-way-to-the-top",
    "department-without-head",
    "ladder-loops",
    "ladder-ends-nowhere",
    "ladder-limits-shrink",
    "escalation-ambiguous",
    "ladder-overridden",
    "authority-open-ended",
    "authority-falls",
    "authority-contradicted",
    "line-not-stated",
    "vacant-nobody-acting",
]
_SUFFIX = re.compile(r"\[|/|->")
ABOUT: dict[GapKind, str] = {
    "task-unowned": "task",
    "task-only-supported": "task",
    "cell-unowned": "task",
    "declared-yet-owned": "task",
    "step-unowned": "process",
    "handoff-missing": "process",
    "receiver-without-share": "handoff",
    "receiver-absent": "handoff",
    "position-without-duties": "position",
    "no-way-to-the-top": "position",
    "department-without-head": "department",
    "ladder-loops": "ladder",
    "ladder-ends-nowhere": "ladder",
    "ladder-limits-shrink": "ladder",
    "escalation-ambiguous": "ladder",
    "ladder-overridden": "ladder",
    "authority-open-ended": "authority",
    "authority-falls": "authority",
    "authority-contradicted": "authority",
    "line-not-stated": "organization",
    "vacant-nobody-acting": "position",
}
"""What each kind of gap is about: the thing whose id its subject begins with."""


@frozen
class Gap:
    """Something that is missing.

    Attributes:
        kind: What kind of thing is missing.
        subject: What it is about, e.g. a task's or a position's id.
        message: What is missing, in both languages.
        span: Where to look, or to add something.
        evidence: What it rests on.
        severity: ``note`` where nothing need be wrong, else ``warning``.
        intervals: When it is missing; only asked with ``on="ever"``.
        told: What is missing in each interval, where that changes over time; else empty.
    """

    kind: GapKind
    subject: str
    message: Text
    span: Span
    evidence: tuple[Evidence, ...] = ()
    severity: Literal["warning", "note"] = "warning"
    intervals: tuple[Validity, ...] = ()
    told: tuple[Text, ...] = ()

    @property
    def about(self) -> str:
        """The id of the thing that it is about, without a cell, step or receiver."""
        return _SUFFIX.split(self.subject)[0]

    @property
    def why(self) -> Text:
        """The reason, which is the message."""
        return self.message

    def to_dict(self, lang: str = "en") -> dict[str, object]:
        """Return the gap as plain data with its texts in ``lang``."""
        return {
            "kind": self.kind,
            "subject": self.subject,
            "message": self.message.get(lang),
            "why": self.message.get(lang),
            "severity": self.severity,
            **self.span.to_dict(),
            "evidence": [e.to_dict() for e in self.evidence],
            "intervals": intervals_as_data(self.intervals, self.told, "message", lang),
        }


@frozen
class Gaps(Answers[Gap]):
    """All gaps of an organization, sorted by kind and subject."""

    def to_dict(self, lang: str = "en") -> dict[str, object]:
        """Return all gaps as plain data with their texts in ``lang``."""
        return {"gaps": [item.to_dict(lang) for item in self.items]}

    def _repr_html_(self) -> str:
        rows = [(g.kind, g.subject, g.message.en, g.span) for g in self.items]
        return html_table(("kind", "subject", "message", "where"), rows)
