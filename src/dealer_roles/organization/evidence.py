"""What an answer rests on: a place in a file, and what stands there."""

from __future__ import annotations

from typing import Literal

from dealer_roles.model.entities import (
    Authority,
    AuthorityRow,
    AuthorityStep,
    Duty,
    Escalation,
    Handoff,
    LadderStep,
    Position,
    Unowned,
)
from dealer_roles.values.frozen import frozen
from dealer_roles.values.span import Span
from dealer_roles.values.validity import Validity

Layer = Literal["organization", "catalogue", "derived"]


@frozen
class Evidence:
    """One fact that an answer rests on.

    Attributes:
        kind: ``duty``, ``handoff``, ``escalation``, ``ladder``, ``line``, ``unowned`` …
        span: Where it stands.
        position: The holder it speaks of: a position or a post.
        task: The task it speaks of.
        responsibility: The kind of share, of a duty.
        sources: The statements it comes from.
        basis: Why it holds where no statement says so.
        layer: Who set it: the organization, the catalogue, or derived from a hand-off.
        ref: The id of the hand-off, topic or step, where it has one.
        decision: The decision record that settled a conflict of sources.
        valid: When it holds, if not always.
    """

    kind: str
    span: Span
    position: str = ""
    task: str = ""
    responsibility: str = ""
    sources: tuple[str, ...] = ()
    basis: str = ""
    layer: Layer = "organization"
    ref: str = ""
    decision: str = ""
    valid: Validity | None = None

    def to_dict(self) -> dict[str, object]:
        """Return the evidence as plain data."""
        return {
            **self.span.to_dict(),
            "kind": self.kind,
            "position": self.position,
            "task": self.task,
            "responsibility": self.responsibility,
            "sources": list(self.sources),
            "basis": self.basis,
            "layer": self.layer,
            "ref": self.ref,
            "decision": self.decision,
            "valid": self.valid.to_dict() if self.valid else {},
        }


def of_duty(duty: Duty) -> Evidence:
    """Return a duty as evidence; a derived one points at its hand-off."""
    return Evidence(
        "duty",
        duty.span,
        duty.holder,
        duty.task,
        duty.responsibility,
        duty.sources,
        duty.basis,
        "derived" if duty.handoff else "organization",
        duty.handoff,
        duty.decision,
        duty.valid,
    )


def of_handoff(handoff: Handoff) -> Evidence:
    """Return a hand-off as evidence."""
    return Evidence(
        "handoff",
        handoff.span,
        handoff.giver,
        handoff.task,
        sources=handoff.sources,
        basis=handoff.basis,
        ref=handoff.id,
        valid=handoff.valid,
    )


def of_authority(position: Position, held: Authority) -> Evidence:
    """Return an entry of what a position may decide as evidence."""
    return Evidence(
        "authority",
        position.span,
        position.id,
        held.task,
        sources=held.sources,
        basis=held.basis,
        ref=held.topic,
    )


def of_escalation(entry: Escalation) -> Evidence:
    """Return an escalation entry as evidence."""
    return Evidence(
        "escalation",
        entry.span,
        entry.holder,
        sources=entry.sources,
        basis=entry.basis,
        ref=entry.topic,
        valid=entry.valid,
    )


def of_ladder(topic: str, step: LadderStep) -> Evidence:
    """Return a step of a ladder as evidence."""
    return Evidence("ladder", step.span, step.position or step.party, ref=topic)


def of_table(row: AuthorityRow, step: AuthorityStep) -> Evidence:
    """Return a step of the authority table as evidence."""
    return Evidence(
        "authority-table",
        step.span,
        step.who,
        row.task,
        sources=row.sources,
        basis=row.basis,
        ref=row.topic,
    )


def of_line(position: Position) -> Evidence:
    """Return a position's reporting line as evidence."""
    return Evidence("line", position.span, position.id)


def of_vacancy(position: Position) -> Evidence:
    """Return that a position is vacant as evidence; who acts is its reference."""
    acting = position.vacant.acting if position.vacant else ""
    return Evidence("vacancy", position.span, position.id, ref=acting)


def of_deputies(position: Position) -> Evidence:
    """Return who is stated to stand in for a position as evidence."""
    return Evidence("deputy", position.span, position.id, ref=", ".join(position.deputies))


def of_unowned(declared: Unowned) -> Evidence:
    """Return a declaration that nobody owns a task as evidence."""
    return Evidence("unowned", declared.span, task=declared.task, sources=declared.sources)
