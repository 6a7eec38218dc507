"""A position or post as the explorer shows it: duties, line, ladders by topic."""

from __future__ import annotations

from dealer_roles.model.entities import Duty
from dealer_roles.organization.names import Names
from dealer_roles.organization.on_day import OnDay
from dealer_roles.publish.explorer.labels import Two
from dealer_roles.publish.explorer.stated import stated_parts
from dealer_roles.publish.job_description.holder_facts import Subject
from dealer_roles.publish.job_description.title_block import headcount_of
from dealer_roles.questions.escalation import escalation
from dealer_roles.questions.escalation_answer import EscalationAnswer, EscalationStep
from dealer_roles.questions.escalation_words import (
    called,
    for_cases,
    remarks,
    rung_remarks,
    told,
)
from dealer_roles.words.document_words import word
from dealer_roles.words.marks import joined

Data = dict[str, object]


def holder_record(org: OnDay, two: Two, id_: str) -> Data:
    """Return a position or post as plain data.

    Args:
        org: The organization on a day.
        two: Its names.
        id_: The position or post.
    """
    position, post = org.model.positions.get(id_), org.model.posts.get(id_)
    zh, second = (Subject.of(org, id_, lang) for lang in ("zh", two.second))
    record: Data = {
        "name": two.name(id_),
        "duties": [_duty(two, d) for d in zh.duties()],
        "ladders": [_ladder(two, answer) for answer in _answers(org, id_)],
        "headcount": [headcount_of(zh), headcount_of(second)],
        "post": org.post_of.get(id_, ""),
        "members": list(post.positions) if post else [],
        "stated": stated_parts(org, id_, two.second),
        "departments": [],
        "up": "",
        "deputies": [],
        "dotted": [],
        "purpose": ["", ""],
        "at": str((position or org.model.posts[id_]).span),
    }
    if position is not None:
        record["departments"] = list(position.departments)
        record["up"] = org.lines.rise(id_).to or ""
        record["deputies"] = [two.name(id_) for id_ in position.deputies]
        record["dotted"] = list(position.also_reports_to)
        record["purpose"] = two.text(position.purpose.text if position.purpose else None)
    return record


def ladder_record(org: OnDay, two: Two, topic: str) -> list[Data]:
    """Return the ladder of a topic, as written; empty if it has none of its own."""
    return [
        {
            "who": step.position or step.party,
            "name": two.name(step.who),
            "within": two.each(lambda names, s=step: names.within(s.within)),  # type: ignore[misc]
            "limit": two.each(lambda names, s=step: names.up_to(s.limit)),  # type: ignore[misc]
            "remarks": two.each(
                lambda names, s=step: joined(rung_remarks(names, s), names.lang)  # type: ignore[misc]
            ),
            "alert": step.alert,
            "why": two.text(step.note),
            "at": str(step.span),
        }
        for step in org.model.ladders.get(topic, ())
    ]


def _duty(two: Two, duty: Duty) -> Data:
    return {
        "task": duty.task,
        "who": duty.holder,
        "share": duty.responsibility,
        "text": two.each(lambda names: duty.text.get(names.lang) if duty.text else ""),
        "scope": two.scope(duty.scope),
        "when": two.text(duty.when),
        "within": two.each(lambda names: names.within(duty.within)),
        "limit": two.each(lambda names: names.up_to(duty.limit)),
        "cadence": two.each(lambda names: names.cadence(duty)),
        "with": list(duty.counterparts),
        "forms": list(duty.forms),
        "at": str(duty.span),
        "src": duty.sources,
    }


def _remarks(names: Names, step: EscalationStep) -> str:
    at_once = [word("alert", names.lang)] if step.alert else []
    return joined([*at_once, *remarks(names, step)], names.lang)


def _answers(org: OnDay, id_: str) -> list[EscalationAnswer]:
    """The general line, and every topic that the holder has an entry for or stands in."""
    model = org.model
    group = {id_, org.holder(id_), *org.members(id_)}
    topics = {e.topic for holder in group for e in org.escalations_of_holder.get(holder, ())}
    topics |= {
        t
        for t, steps in model.ladders.items()
        if any(s.position in group or s.manager or s.head for s in steps)
    }
    ordered = ["", *(t for t in model.catalogue.topics if t in topics)]
    return [escalation(org, id_, topic or None) for topic in ordered]


def _ladder(two: Two, answer: EscalationAnswer) -> Data:
    return {
        "topic": answer.topic,
        "ends": two.sentence(answer.why),
        "told": two.each(lambda names: told(names, answer)),
        "branches": [
            {
                "cases": two.each(lambda names, b=branch: for_cases(names, b.cases)),  # type: ignore[misc]
                "steps": [step.number for step in answer.chain(branch)],
                "again": answer.goes_on(branch),
            }
            for branch in answer.branches
            if branch.last
        ],
        "steps": [
            {
                "number": step.number,
                "after": step.after,
                "who": step.position or step.party,
                "name": two.each(lambda names, s=step: called(names, s)),  # type: ignore[misc]
                "remarks": two.each(
                    lambda names, s=step: _remarks(names, s)  # type: ignore[misc]
                ),
                "alert": step.alert,
                "why": two.sentence(step.why),
                "at": str(step.evidence[0].span) if step.evidence else "",
            }
            for step in answer.steps
        ],
    }
