"""What came of a scenario."""

from __future__ import annotations

from dealer_roles.organization.evidence import Evidence
from dealer_roles.values.frozen import frozen
from dealer_roles.values.span import Span
from dealer_roles.values.text import NO_TEXT, Text


@frozen
class CaseResult:
    """A scenario and what came of it.

    Attributes:
        name: The scenario's name.
        span: Where it stands.
        failures: What was expected and not found; empty if it holds.
        evidence: What the answer rests on.
        about: What the scenarios of its file are about.
    """

    name: Text
    span: Span
    failures: tuple[Text, ...]
    evidence: tuple[Evidence, ...] = ()
    about: Text = NO_TEXT

    @property
    def passed(self) -> bool:
        """Whether the scenario holds."""
        return not self.failures

    def to_dict(self, lang: str = "en") -> dict[str, object]:
        """Return the result as plain data with its texts in ``lang``."""
        return {
            "name": self.name.get(lang),
            "about": self.about.get(lang),
            "passed": self.passed,
            "failures": [failure.get(lang) for failure in self.failures],
            **self.span.to_dict(),
            "evidence": [e.to_dict() for e in self.evidence],
        }
