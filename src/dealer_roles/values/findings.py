"""Findings: problems in user data, as sorted values rather than exceptions."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from dealer_roles.values.span import Span
from dealer_roles.values.text import NO_TEXT, Text

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


@dataclass(frozen=True, slots=True)
class Witness:
    """One link of the chain that proves a finding: a place, and what stands there."""

    span: Span
    message: Text


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem, where it stands and how to mend it.

    Attributes:
        code: The id of the check or rule.
        severity: ``error``, ``warning`` or ``note``.
        message: What is wrong, in both languages.
        span: Where it stands.
        org: The id of the organization; empty if the file belongs to none.
        subject: What it is about: sorted ids joined by a comma, or a place in the file.
        fix: How to mend it; both texts are empty if there is nothing to add.
        witnesses: The places that prove it.
    """

    code: str
    severity: Severity
    message: Text
    span: Span
    org: str = ""
    subject: str = ""
    fix: Text = NO_TEXT
    witnesses: tuple[Witness, ...] = ()

    @property
    def fingerprint(self) -> str:
        """A stable key: code, organization and subject; never a line number."""
        key = "\x1f".join((self.code, self.org, self.subject))
        return hashlib.sha256(key.encode()).hexdigest()[:32]

    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Order findings by place, then code, then subject."""
        return (self.span.file, self.span.line, self.span.column, self.code, self.subject)

    def to_dict(self, lang: str = "en") -> dict[str, object]:
        """Return the finding as plain data with its texts in ``lang``."""
        return {
            "code": self.code,
            "severity": self.severity,
            "message": self.message.get(lang),
            "org": self.org,
            **self.span.to_dict(),
            "subject": self.subject,
            "fingerprint": self.fingerprint,
            "fix": self.fix.get(lang),
            "witnesses": [
                {**w.span.to_dict(), "message": w.message.get(lang)} for w in self.witnesses
            ],
        }


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings sorted, each only once."""
    return tuple(sorted(dict.fromkeys(findings), key=Finding.sort_key))
