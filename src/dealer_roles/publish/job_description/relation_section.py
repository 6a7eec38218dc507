"""Working relations: who is dealt with, and what changes hands."""

from __future__ import annotations

from collections.abc import Iterable

from dealer_roles.model.entities import Handoff
from dealer_roles.organization.authority import deciding
from dealer_roles.organization.decider_words import decision_lines
from dealer_roles.organization.evidence import Evidence, of_duty, of_handoff
from dealer_roles.organization.ranks import in_order
from dealer_roles.publish.document.blocks import Block, Cell, Fact, Facts, Row
from dealer_roles.publish.document.document import Section
from dealer_roles.publish.job_description.columns import cells
from dealer_roles.publish.job_description.columns import table as columned
from dealer_roles.publish.job_description.holder_facts import Subject
from dealer_roles.words.document_words import remarked, word
from dealer_roles.words.marks import clauses


def relation_section(subject: Subject) -> Section | None:
    """Return who is dealt with and the hand-offs both ways; ``None`` if there are none."""
    lang = subject.lang
    given, received = subject.given_to_others(), subject.received()
    blocks: list[Block] = []
    contacts = _contacts(subject, given, received)
    if contacts:
        blocks.append(Facts(contacts, wide=True))
    if given:
        rows = [_given(subject, handoff) for handoff in given]
        blocks.append(columned("given", lang, rows, word("given", lang)))
    if received:
        rows = [_received(subject, handoff) for handoff in received]
        blocks.append(columned("received", lang, rows, word("received", lang)))
    return Section("relations", word("relations", lang), tuple(blocks)) if blocks else None


def _given(subject: Subject, handoff: Handoff) -> Row:
    names = subject.names
    to = _receiver(subject, handoff)
    what = Cell(subject.names.deliverable(handoff), _remarks(subject, handoff, "needs-approval"))
    row = cells(to, what, names.task(handoff.task), names.handed_within(handoff.within))
    return Row(row, (of_handoff(handoff),))


def _received(subject: Subject, handoff: Handoff) -> Row:
    names = subject.names
    what = Cell(subject.names.deliverable(handoff), _remarks(subject, handoff, "you-approve"))
    then = names.task(handoff.then) if handoff.then else ""
    row = cells(names.of(handoff.giver), what, then, names.handed_within(handoff.within))
    return Row(row, (of_handoff(handoff),))


def _receiver(subject: Subject, handoff: Handoff) -> Cell:
    """The receiver as written; below it who that is, where a department or superior is meant."""
    if handoff.unnamed is not None:
        return Cell(handoff.unnamed.get(subject.lang))
    written: list[str] = []
    below: list[str] = []
    for receiver in subject.index.receivers(handoff):
        if receiver.kind == "manager" and receiver.ids:
            written += receiver.ids
        else:
            written.append(receiver.written)
        if receiver.kind == "department":
            below += receiver.ids
    return Cell(subject.others(written), subject.others(below))


def _remarks(subject: Subject, handoff: Handoff, approval: str) -> str:
    names, lang = subject.names, subject.lang
    found: list[str] = []
    if handoff.when:
        found.append(remarked("when", handoff.when.get(lang), lang))
    if handoff.scope:
        found.append(remarked("scope", names.scope(handoff.scope), lang))
    if handoff.approval:
        found.append(word(approval, lang))
    found += decision_lines(names, deciding(subject.index, handoff))
    if handoff.valid:
        found.append(remarked("valid", names.valid(handoff.valid), lang))
    if handoff.signers:
        found.append(remarked("signed-by", names.several(handoff.signers), lang))
    return clauses(found, lang)


def _contacts(
    subject: Subject, given: Iterable[Handoff], received: Iterable[Handoff]
) -> tuple[Fact, ...]:
    found: dict[str, list[Evidence]] = {}
    for handoff in received:
        found.setdefault(handoff.giver, []).append(of_handoff(handoff))
    for handoff in given:
        for id_ in subject.index.receiver_ids(handoff):
            found.setdefault(id_, []).append(of_handoff(handoff))
    for duty in subject.duties():
        for id_ in (*duty.counterparts, *duty.supports):
            found.setdefault(id_, []).append(of_duty(duty))
    parties = subject.index.model.catalogue.parties
    inside = {i: e for i, e in found.items() if i not in parties and i not in subject.desk}
    outside = {i: e for i, e in found.items() if i in parties}
    made = (_contact(subject, "inside", inside), _contact(subject, "outside", outside))
    return tuple(fact for fact in made if fact.text)


def _contact(subject: Subject, key: str, found: dict[str, list[Evidence]]) -> Fact:
    evidence = tuple(dict.fromkeys(e for items in found.values() for e in items))
    names = subject.others(in_order(subject.index, found))
    return Fact(key, word(key, subject.lang), names, evidence)
