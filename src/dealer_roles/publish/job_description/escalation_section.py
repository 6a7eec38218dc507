"""Who is called when something goes wrong, by topic."""

from __future__ import annotations

from collections.abc import Iterator

from dealer_roles.publish.document.blocks import Row
from dealer_roles.publish.document.document import Section
from dealer_roles.publish.job_description.columns import cells, table
from dealer_roles.publish.job_description.holder_facts import Subject
from dealer_roles.questions.escalation import escalation
from dealer_roles.questions.escalation_answer import (
    EscalationAnswer,
    EscalationBranch,
    EscalationStep,
)
from dealer_roles.questions.escalation_words import called, for_cases, remarks, told
from dealer_roles.values.fields import replace
from dealer_roles.values.scope import ANY
from dealer_roles.words.document_words import word
from dealer_roles.words.marks import bracketed, clauses, introduced, joined, listed

_ARROW = " → "


def escalation_section(subject: Subject) -> Section | None:
    """Return one line a topic that concerns the subject, then the general line."""
    rows = [row for topic in _topics(subject) if (row := _row(subject, topic)) is not None]
    if not rows:
        return None
    lang = subject.lang
    return Section("escalation", word("escalation", lang), (table("escalation", lang, rows),))


def first_calls_section(subject: Subject) -> Section | None:
    """Return whom to call first and for what, a line a person: what fits a short document."""
    lang = subject.lang
    calls: dict[str, list[str]] = {}
    alerts: list[str] = []
    for topic in _topics(subject):
        if _row(subject, topic) is None:
            continue
        answer = escalation(subject.index, subject.id, topic or None)
        matter = subject.names.topic(topic) if topic else word("any-matter", lang)
        for who, within in _first_calls(subject, answer):
            calls.setdefault(who, []).append(bracketed(matter, within, lang))
        told_ = [subject.names.of(one.position or one.party) for one in answer.told]
        alerts += [bracketed(matter, listed(told_, lang), lang)] if told_ else []
    if alerts:
        calls[word("now", lang)] = alerts
    if not calls:
        return None
    rows = [Row(cells(who, listed(found, lang))) for who, found in calls.items()]
    return Section("escalation", word("escalation", lang), (table("calls", lang, rows),))


def _first_calls(subject: Subject, answer: EscalationAnswer) -> Iterator[tuple[str, str]]:
    """Yield who is called first in each branch, and how soon."""
    for branch in answer.branches:
        chain = [step for step in answer.chain(branch) if not step.alert]
        if branch.last and chain:
            within = subject.names.within(chain[0].entry_within or chain[0].within)
            yield called(subject.names, chain[0]), within


def _topics(subject: Subject) -> tuple[str, ...]:
    """The topics of its own entries and of the ladders it stands on; then no topic at all."""
    model, entries = subject.index.model, subject.index.escalations_of_holder
    own = {e.topic for holder in subject.holders for e in entries.get(holder, ())}
    on = {
        topic
        for topic, steps in model.ladders.items()
        if any(s.position in subject.holders or s.manager or s.head for s in steps)
    }
    order = [topic for topic in model.catalogue.topics if topic in own | on]
    return (*order, "")


def _row(subject: Subject, topic: str) -> Row | None:
    answer = escalation(subject.index, subject.id, topic or None)
    if not (answer.steps or answer.told) or (not topic and _says_nothing(subject, answer)):
        return None
    lang = subject.lang
    matter = subject.names.topic(topic) if topic else word("any-matter", lang)
    return Row(cells(matter, _path(subject, answer)), answer.evidence)


def _says_nothing(subject: Subject, answer: EscalationAnswer) -> bool:
    """Whether nobody is named, neither by the reporting line nor by an entry of its own."""
    first = answer.steps[0]
    entries = subject.index.escalations_of_holder
    own = any(not e.topic for holder in subject.holders for e in entries.get(holder, ()))
    return not own and first.position is None and not first.party


def _path(subject: Subject, answer: EscalationAnswer) -> str:
    """Every branch, one after another, and who is told at once."""
    branches = [_branch(subject, answer, branch) for branch in answer.branches if branch.last]
    return clauses([*branches, told(subject.names, answer)], subject.lang)


def _is_told_anyhow(step: EscalationStep) -> bool:
    """Whether all that is said of a step is said where he is told at once."""
    return step.alert and not (step.when or step.scope or step.entry_within or step.entry_limit)


def _branch(subject: Subject, answer: EscalationAnswer, branch: EscalationBranch) -> str:
    names, lang = subject.names, subject.lang
    joins = {one.at for one in answer.branches if answer.goes_on(one)}
    shown = [
        replace(step, scope=ANY) if branch.cases else step
        for step in answer.chain(branch)
        if not _is_told_anyhow(step) or {step.number, step.continues} & joins
    ]
    steps = [bracketed(called(names, s), joined(remarks(names, s), lang), lang) for s in shown]
    cases = for_cases(names, branch.cases)
    again = [word("again", lang)] if answer.goes_on(branch) else []
    way = _ARROW.join([*steps, *again])
    return introduced(cases, way, lang) if cases and way else way
