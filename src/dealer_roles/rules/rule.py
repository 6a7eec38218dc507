"""A rule as a value."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dealer_roles.rules.kind import Check
from dealer_roles.rules.language.conditions import Condition
from dealer_roles.rules.language.selection import Selector
from dealer_roles.values.fields import field
from dealer_roles.values.findings import SEVERITIES, Severity
from dealer_roles.values.frozen import frozen
from dealer_roles.values.later import with_late_fields
from dealer_roles.values.span import Span, is_bundled
from dealer_roles.values.text import NO_TEXT, Text


@frozen
class Threshold:
    """A severity and the measure from which on it holds."""

    at_least: float
    severity: Severity


@with_late_fields("examples")
@frozen
class Rule:
    """A rule that was read and found sound.

    Attributes:
        id: Its id, the code of its findings.
        why: Why it is worth having.
        severities: By threshold, the lowest first.
        selector: What it speaks of.
        when: The condition under which it speaks.
        kind: The kind of its check.
        check: The parameters of its check.
        message: The template of its findings' message.
        fix: The template of how to mend them.
        profile: The smallest profile it belongs to.
        about: What the rules of its file are about.
        names: The ids of tasks that it names outright.
        examples: The raw examples: what should pass, and what should not.
        span: Where it stands.
    """

    id: str
    name: Text
    why: Text
    severities: tuple[Threshold, ...]
    selector: Selector
    when: Condition | None
    kind: str
    check: Check
    message: Text
    fix: Text
    profile: str
    span: Span
    about: Text = NO_TEXT
    names: tuple[str, ...] = ()
    examples: tuple[tuple[str, Sequence[Any]], ...] = field(default=(), compare=False, repr=False)

    @property
    def worst(self) -> Severity:
        """The gravest severity that its findings can have."""
        return min((t.severity for t in self.severities), key=SEVERITIES.index)

    @property
    def bundled(self) -> bool:
        """Whether it ships with the package."""
        return is_bundled(self.span.file)

    def severity_of(self, measure: float) -> Severity:
        """Return the severity of a finding by how much it is."""
        reached = [t.severity for t in self.severities if measure >= t.at_least]
        return reached[-1] if reached else "note"
