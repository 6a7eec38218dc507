"""Findings: problems in user data, as sorted values rather than exceptions."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Iterable
from typing import Literal

from dealer_roles.values.fields import replace
from dealer_roles.values.frozen import frozen
from dealer_roles.values.span import Span, is_bundled
from dealer_roles.values.text import NO_TEXT, Text

Severity = Literal["error", "warning", "note"]
SortKey = tuple[str, int, int, str, str]
"""File, line, column, code and subject, by which findings are sorted."""
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


@frozen
class Witness:
    """One link of the chain that proves a finding: a place, and what stands there."""

    span: Span
    message: Text


@frozen
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
        ordinal: Which of several of one code and subject it is, in the order of places.
        copy: Which of several organizations of one id it was found in.
    """

    code: str
    severity: Severity
    message: Text
    span: Span
    org: str = ""
    subject: str = ""
    fix: Text = NO_TEXT
    witnesses: tuple[Witness, ...] = ()
    ordinal: int = 0
    copy: int = 0

    @property
    def fingerprint(self) -> str:
        """A stable key: code, organization, subject, ordinal and copy; never a line number."""
        numbers = (self.ordinal, self.copy) if self.copy else (self.ordinal,)
        told = map(str, numbers if any(numbers) else ())
        key = "\x1f".join((self.code, self.org, self.subject, *told))
        return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:32]

    def sort_key(self) -> SortKey:
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


def numbered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings in order, told apart: no two have one fingerprint.

    They are counted in the order of their files wherever one stands.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    found = []
    plain = {replace(f, ordinal=0) if f.ordinal else f: None for f in findings}
    for finding in sorted(plain, key=_wherever_one_stands):
        key = (finding.code, finding.org, finding.subject)
        found.append(replace(finding, ordinal=seen[key]) if seen[key] else finding)
        seen[key] += 1
    return in_order(found)


def _wherever_one_stands(finding: Finding) -> tuple[str, SortKey]:
    file = finding.span.file
    whole = file if is_bundled(file) else os.path.abspath(file)
    return whole, finding.sort_key()
