"""Who is called when something goes wrong, by topic."""

from __future__ import annotations

from dealer_roles.publish.document.blocks import Row
from dealer_roles.publish.document.document import Section
from dealer_roles.publish.job_description.columns import cells, table
from dealer_roles.publish.job_description.holder_facts import Subject
from dealer_roles.questions.escalation import escalation
from dealer_roles.questions.escalation_answer import EscalationAnswer, EscalationBranch
from dealer_roles.questions.escalation_words import bracketed, called, for_cases, remarks, told
from dealer_roles.words.document_words import clauses, word

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
        if any(s.position in subject.holders or s.manager or s.head for s in steps)
    }
    order = [topic for topic in model.catalogue.topics if topic in own | on]
    return (*order, "")


def _row(subject: Subject, topic: str) -> Row | None:
    answer = escalation(subject.index, subject.id, topic)
    if not (answer.steps or answer.told) or (not topic and _says_nothing(subject, answer)):
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
    """Every branch, one after another, and who is told at once."""
    branches = [_branch(subject, answer, branch) for branch in answer.branches if branch.last]
    return clauses([*branches, told(subject.names, answer)], subject.lang)


def _branch(subject: Subject, answer: EscalationAnswer, branch: EscalationBranch) -> str:
    names, lang = subject.names, subject.lang
    at_once = {one.position or one.party for one in answer.told}
    steps = [
        bracketed(called(names, step), remarks(names, step), lang)
        for step in answer.chain(branch)
        if (step.position or step.party) not in at_once or step.when or step.entry_within
    ]
    cases = for_cases(names, branch.cases)
    colon = "：" if lang == "zh" else ": "
    again = [word("again", lang)] if branch.ends == "again" else []
    way = _ARROW.join([*steps, *again])
    return f"{cases}{colon}{way}" if cases and way else way
