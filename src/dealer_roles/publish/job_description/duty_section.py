"""The duties of a job description, grouped by business area."""

from __future__ import annotations

from collections.abc import Sequence

from dealer_roles.model.entities import OWNING, Duty, Handoff
from dealer_roles.organization.evidence import of_duty
from dealer_roles.publish.document.blocks import Cell, Row
from dealer_roles.publish.document.document import Section
from dealer_roles.publish.job_description.columns import cells, table
from dealer_roles.publish.job_description.holder_facts import Subject
from dealer_roles.values.grouped import grouped
from dealer_roles.words.document_words import remarked, word
from dealer_roles.words.marks import clauses, continued, listed
from dealer_roles.words.shares import SHARE_LABELS


def duty_section(subject: Subject) -> Section | None:
    """Return the duties, numbered through all areas; ``None`` if there are none."""
    lang = subject.lang
    shown, approved = subject.shown_duties(), subject.to_approve()
    groups = grouped((subject.names.area(duty.task), duty) for duty in shown)
    if not groups:
        return None
    rows = []
    number = 0
    for area, duties in groups.items():
        rows += [Row(cells(area), band=True)] if area else []
        for duty in duties:
            number += 1
            rows.append(_row(subject, number, duty, approved.get(duty.handoff)))
    return Section("duties", word("duties", lang), (table("duties", lang, rows),))


def _row(subject: Subject, number: int, duty: Duty, handoff: Handoff | None) -> Row:
    names, lang = subject.names, subject.lang
    limits = clauses([names.within(duty.within), names.up_to(duty.limit)], lang)
    return Row(
        cells(
            str(number),
            Cell(wording_of(subject, duty, handoff), _remarks(subject, duty)),
            Cell(SHARE_LABELS[duty.responsibility].get(lang), _supported(subject, duty)),
            names.cadence(duty),
            limits,
            listed([names.form(form) for form in _forms(subject, duty)], lang),
        ),
        (of_duty(duty),),
    )


def wording_of(subject: Subject, duty: Duty, handoff: Handoff | None = None) -> str:
    """Return how the document words a duty: its own text, else the task's name.

    A share derived from a hand-off that needs approval names what is approved, and whose.
    """
    if handoff is not None:
        deliverable = subject.names.deliverable(handoff)
        giver = subject.names.of(handoff.giver)
        return word("approves-from", subject.lang).format(giver, continued(deliverable))
    return duty.text.get(subject.lang) if duty.text else subject.names.task(duty.task)


def _remarks(subject: Subject, duty: Duty) -> str:
    names, lang = subject.names, subject.lang
    found: list[str] = []
    if duty.when:
        found.append(remarked("when", duty.when.get(lang), lang))
    if duty.scope:
        found.append(remarked("scope", names.scope(duty.scope), lang))
    if others := subject.others(duty.counterparts):
        found.append(remarked("with", others, lang))
    if duty.valid:
        found.append(remarked("valid", names.valid(duty.valid), lang))
    if duty.own_work_never:
        found.append(word("own-work", lang))
    return clauses(found, lang)


def _supported(subject: Subject, duty: Duty) -> str:
    if duty.responsibility != "supporting" or not duty.supports:
        return ""
    return subject.others(duty.supports)


def _forms(subject: Subject, duty: Duty) -> Sequence[str]:
    """The duty's own forms, then those that the holder hands over in its task."""
    if duty.responsibility not in OWNING:
        return duty.forms
    given = [h.form for h in subject.given() if h.form and h.task == duty.task]
    return (*duty.forms, *given)
