"""Who is called when something goes wrong, by topic."""

from __future__ import annotations

from dealer_roles.publish.document.blocks import Row
from dealer_roles.publish.document.document import Section
from dealer_roles.publish.job_description.columns import cells, table
from dealer_roles.publish.job_description.holder_facts import Subject
from dealer_roles.questions.escalation import EscalationAnswer, EscalationStep, escalation
from dealer_roles.words.document_words import clauses, listed, word

_ARROW = " → "


def escalation_section(subject: Subject) -> Section | None:
    """Return one line a topic that concerns the subject, then the general line."""
    rows = [row for topic in _topics(subject) if (row := _row(subject, topic)) is not None]
    if not rows:
        return None
    lang = subject.lang
    return Section("escalation", word("escalation", lang), (table("escalation", lang, rows),))


def _topics(subject: Subject) -> tuple[str, ...]:
    """The topics of its own entries and of the ladders it stands on; then no topic at all."""
    model = subject.index.model
    own = {e.topic for e in model.escalations if e.holder in subject.holders}
    on = {
        topic
        for topic, steps in model.ladders.items()
        if any(step.position in subject.holders for step in steps)
    }
    order = [topic for topic in model.catalogue.topics if topic in own | on]
    return (*order, "")


def _row(subject: Subject, topic: str) -> Row | None:
    answer = escalation(subject.index, subject.id, topic)
    if not answer.steps or (not topic and _says_nothing(subject, answer)):
        return None
    lang = subject.lang
    matter = subject.names.topic(topic) if topic else word("any-matter", lang)
    return Row(cells(matter, _path(subject, answer)), answer.evidence)


def _says_nothing(subject: Subject, answer: EscalationAnswer) -> bool:
    """Whether nobody is named, neither by the reporting line nor by an entry of its own."""
    first = answer.steps[0]
    own = any(e.holder in subject.holders and not e.topic for e in subject.index.model.escalations)
    return not own and first.position is None and not first.party


def _path(subject: Subject, answer: EscalationAnswer) -> str:
    lang = subject.lang
    called = [_step(subject, step) for step in answer.steps if not step.alert]
    first = answer.steps[0]
    if first.position is None and not first.party:
        called[0] = _words_for(subject, answer.topic) or called[0]
    alerted = [_step(subject, step) for step in answer.steps if step.alert]
    told = word("at-once", lang).format(listed(alerted, lang)) if alerted else ""
    return clauses([_ARROW.join(called), told], lang)


def _words_for(subject: Subject, topic: str) -> str:
    """The source's own words for somebody it does not name as a position."""
    entries = subject.index.model.escalations
    own = [e for e in entries if e.holder in subject.holders and e.unnamed is not None]
    found = [e.unnamed for e in own if e.topic == topic] or [e.unnamed for e in own if not e.topic]
    return found[0].get(subject.lang) if found and found[0] is not None else ""


def _step(subject: Subject, step: EscalationStep) -> str:
    names, lang = subject.names, subject.lang
    who = step.position or step.party
    name = names.of(who) if who else word("not-named", lang)
    limit = word("decides", lang).format(names.up_to(step.limit)) if step.limit else ""
    remarks = [part for part in (names.within(step.within), limit) if part]
    if not remarks:
        return name
    joined = ("，" if lang == "zh" else ", ").join(remarks)
    return f"{name}（{joined}）" if lang == "zh" else f"{name} ({joined})"
