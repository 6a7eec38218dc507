"""Who hands what to whom?"""

from __future__ import annotations

from collections.abc import Sequence

from dealer_roles.model.entities import Handoff
from dealer_roles.organization.authority import Decider, deciding
from dealer_roles.organization.evidence import Evidence, of_handoff
from dealer_roles.organization.on_day import OnDay
from dealer_roles.organization.receivers import Receiver
from dealer_roles.organization.with_ids import words_of, words_of_all
from dealer_roles.questions.arguments import require_party, require_task
from dealer_roles.questions.vacancy_words import with_vacancies
from dealer_roles.values.answers import Answers
from dealer_roles.values.duration import TimeLimit
from dealer_roles.values.frozen import frozen
from dealer_roles.values.html_table import html_table
from dealer_roles.values.scope import Scope, scope_dict
from dealer_roles.values.text import NO_TEXT, Text
from dealer_roles.values.validity import Validity
from dealer_roles.words.marks import all_said


@frozen
class HandoffView:
    """A hand-off with its receivers resolved.

    Attributes:
        from_: The giver: a position or a post.
        to: The written receiver: an id, several joined by a comma and a space, or
            ``manager``; empty if the source names nobody.
        to_kind: ``position``, ``post``, ``department``, ``party``, ``manager``,
            ``unnamed``, or ``several``.
        receivers: The positions and parties that really receive it.
        deliverable: What is handed over; ``form`` is its form in the catalogue, if any.
        decided_by: Who decides on it up to how much, as the authority table says.
        why: How the receivers were found.
    """

    id: str
    from_: str
    to: str
    to_kind: str
    receivers: tuple[str, ...]
    deliverable: Text
    form: str
    task: str
    then: str
    approval: bool
    decided_by: tuple[Decider, ...]
    signers: tuple[str, ...]
    within: TimeLimit | None
    when: Text | None
    scope: Scope
    valid: Validity | None
    sources: tuple[str, ...]
    basis: str
    why: Text
    evidence: tuple[Evidence, ...]

    def to_dict(self, lang: str = "en") -> dict[str, object]:
        """Return the hand-off as plain data with its texts in ``lang``."""
        return {
            "id": self.id,
            "from": self.from_,
            "to": self.to or None,
            "to_kind": self.to_kind,
            "receivers": list(self.receivers),
            "deliverable": self.deliverable.to_dict(),
            "form": self.form or None,
            "task": self.task,
            "then": self.then or None,
            "approval": self.approval,
            "decided_by": [decider.to_dict() for decider in self.decided_by],
            "signers": list(self.signers),
            "within": self.within.get("en") if self.within else None,
            "when": self.when.get(lang) if self.when else None,
            "scope": scope_dict(self.scope),
            "valid": self.valid.to_dict() if self.valid else {},
            "sources": list(self.sources),
            "basis": self.basis,
            "why": self.why.get(lang),
            "evidence": [e.to_dict() for e in self.evidence],
        }


@frozen
class Handoffs(Answers[HandoffView]):
    """Hand-offs in the order of their givers and files."""

    def to_dict(self, lang: str = "en") -> dict[str, object]:
        """Return all hand-offs as plain data with their texts in ``lang``."""
        return {"handoffs": [item.to_dict(lang) for item in self.items]}

    def _repr_html_(self) -> str:
        rows = [(h.id, h.from_, h.to, h.deliverable.zh, h.task, h.then) for h in self.items]
        return html_table(("id", "from", "to", "deliverable", "task", "then"), rows)


def handoffs(
    org: OnDay, from_: str | None = None, to: str | None = None, task: str | None = None
) -> Handoffs:
    """Return the hand-offs that fit every given filter.

    Args:
        org: The organization on a day.
        from_: The giver, or a position whose post gives.
        to: The written receiver, or one who really receives.
        task: The giver's or the receiver's task.

    Raises:
        UnknownId: A filter names an id that nobody knows.
    """
    for end in (from_, to):
        if end is not None:
            require_party(org, end)
    if task is not None:
        require_task(org, task)
    return Handoffs(
        tuple(
            view(org, handoff)
            for handoff in _pool(org, from_, to, task)
            if (from_ is None or from_ in (handoff.giver, *org.members(handoff.giver)))
            and (to is None or to in handoff.to or to in org.receiver_ids(handoff))
            and (task is None or task in (handoff.task, handoff.then))
        )
    )


def _pool(org: OnDay, from_: str | None, to: str | None, task: str | None) -> Sequence[Handoff]:
    """Return the fewest hand-offs, in their order, among which those asked for are."""
    found: list[Sequence[Handoff]] = [org.model.handoffs]
    if from_ is not None:
        found.append(org.handoffs_given.get(from_, ()))
    if to is not None:
        found.append(org.handoffs_received.get(to, ()))
    if task is not None:
        found.append(org.handoffs_touching.get(task, ()))
    return min(found, key=len)


def view(org: OnDay, handoff: Handoff) -> HandoffView:
    """Return a hand-off of this organization with its receivers resolved."""
    receivers = org.receivers(handoff)
    kinds = {receiver.kind for receiver in receivers}
    deciders = tuple(d for found in deciding(org, handoff) for d in found.deciders)
    evidence = (of_handoff(handoff), *(e for d in deciders for e in d.evidence))
    why, evidence = with_vacancies(org, _why(org, handoff), evidence, org.receiver_ids(handoff))
    return HandoffView(
        id=handoff.id,
        from_=handoff.giver,
        to=", ".join(handoff.to),
        to_kind=next(iter(kinds)) if len(receivers) == 1 else "several",
        receivers=org.receiver_ids(handoff),
        deliverable=handoff.deliverable,
        form=handoff.form,
        task=handoff.task,
        then=handoff.then,
        approval=handoff.approval,
        decided_by=deciders,
        signers=handoff.signers,
        within=handoff.within,
        when=handoff.when,
        scope=handoff.scope,
        valid=handoff.valid,
        sources=handoff.sources,
        basis=handoff.basis,
        why=why,
        evidence=evidence,
    )


def _why(org: OnDay, handoff: Handoff) -> Text:
    return all_said(_receives(org, handoff, receiver) for receiver in org.receivers(handoff))


def _receives(org: OnDay, handoff: Handoff, receiver: Receiver) -> Text:
    """Say who is meant by a receiver as written, and who that is."""
    written, who = (words_of_all(org.model, ids) for ids in ((receiver.written,), receiver.ids))
    if receiver.kind == "unnamed":
        name = handoff.unnamed or NO_TEXT
        return Text(f"来源称接收方为「{name.zh}」", f"the source calls the receiver '{name.en}'")
    if receiver.absent:
        return Text(f"本组织没有{written.zh}", f"{written.en} is absent here")
    if receiver.kind == "manager":
        return _superior(org, handoff.giver, receiver)
    if receiver.kind == "department":
        return Text(
            f"{written.zh}部门由{who.zh or '无人'}接收",
            f"in {written.en} it goes to {who.en or 'nobody'}",
        )
    return Text(f"写明的接收方{written.zh}", f"{written.en} as written")


def _superior(org: OnDay, giver: str, receiver: Receiver) -> Text:
    """Say who the superior is, and in whose place, since those are absent here."""
    who, gone = (words_of_all(org.model, ids) for ids in (receiver.ids, receiver.passed_over))
    if not receiver.ids:
        words = _nobody_above(org, giver, receiver)
        return Text(f"直接上级：{words.zh}", f"the superior: {words.en}")
    if not gone.en:
        return Text(f"直接上级：{who.zh}", f"the superior: {who.en}")
    return Text(
        f"直接上级：{who.zh}（本组织没有{gone.zh}，由其通常上级接收）",
        f"the superior: {who.en} ({gone.en} is absent here, so its usual superior receives)",
    )


def _nobody_above(org: OnDay, giver: str, receiver: Receiver) -> Text:
    if receiver.end == "top":
        who = words_of(org.model, giver)
        return Text(f"{who.zh}之上没有人", f"nobody is above {who.en}")
    if receiver.end == "absent":
        gone = words_of_all(org.model, receiver.passed_over)
        return Text(f"本组织没有{gone.zh}", f"{gone.en} is absent here")
    positions = org.model.positions
    asked = [id_ for id_ in (giver, *org.members(org.holder(giver))) if id_ in positions]
    words = next(filter(None, (positions[id_].line.unnamed for id_ in asked)), None)
    return Text("此处未指明", "not named here") if words is None else words
