"""Everything that the explorer shows, as plain data in both languages."""

from __future__ import annotations

from collections.abc import Iterable

from dealer_roles.model.entities import Handoff
from dealer_roles.organization.on_day import OnDay
from dealer_roles.publish.explorer.findable import Findable, Words, findable, other_words
from dealer_roles.publish.explorer.granting import granting
from dealer_roles.publish.explorer.labels import Two
from dealer_roles.publish.explorer.people import holder_record, ladder_record
from dealer_roles.publish.pictures.lanes import lanes, step_note
from dealer_roles.publish.pictures.picture import Picture
from dealer_roles.questions.gaps import gaps
from dealer_roles.questions.overlaps import overlaps
from dealer_roles.questions.owner import owner
from dealer_roles.questions.walk import walk
from dealer_roles.values.frozen import frozen
from dealer_roles.values.text import Lang, Text

Data = dict[str, object]


@frozen
class Explorer:
    """What the explorer shows.

    Attributes:
        name: The organization.
        data: Everything as plain data; a text is a list of Chinese and English.
        findable: What the search finds.
        lanes: Each process as a picture, in Chinese and English.
    """

    name: Text
    data: Data
    findable: tuple[Findable, ...]
    lanes: dict[str, tuple[Picture, Picture]]


def explorer_content(org: OnDay, second: Lang = "en") -> Explorer:
    """Return everything that the explorer of an organization shows on a day.

    Args:
        org: The organization on a day.
        second: The language beside Chinese.
    """
    processes = org.model.processes
    drawn = {p: (lanes(org, p, "zh"), lanes(org, p, second)) for p in processes}
    two = Two(org.model, second)
    found = tuple(findable(org, _forms(org, two)))
    return Explorer(org.model.name, explorer_data(org, second), found, drawn)


def explorer_data(org: OnDay, second: Lang = "en") -> Data:
    """Return an organization as plain data; a text is a list of Chinese and the second language.

    Args:
        org: The organization on a day.
        second: The language beside Chinese.
    """
    model, two = org.model, Two(org.model, second)
    holders = (*model.positions, *model.posts)
    words = {what: other_words(model, what) for what in ("holders", "tasks", "topics")}
    problems = _problems(org, two)
    return {
        "id": model.id,
        "name": two.text(model.name),
        "version": model.version,
        "departments": {
            d.id: {"name": two.name(d.id), "within": d.part_of, "heads": org.heads.get(d.id, ())}
            for d in model.departments.values()
        },
        "positions": {
            h: {**holder_record(org, two, h), "words": words["holders"].get(h, ())} for h in holders
        },
        "said": {
            **{d.id: two.text(d.name) for d in model.catalogue.dimensions.values()},
            **{
                v.id: two.text(v.name)
                for d in model.catalogue.dimensions.values()
                for v in d.values
            },
        },
        "parties": {p: two.text(entry.name) for p, entry in model.catalogue.parties.items()},
        "tasks": {
            t: {**_task(org, two, t, problems), "words": words["tasks"].get(t, ())}
            for t in _tasks(org)
        },
        "forms": _forms(org, two),
        "authority": granting(org, two),
        "handoffs": [_handoff(org, two, h) for h in model.handoffs],
        "topics": {
            t: {
                "name": two.text(entry.name),
                "about": two.text(entry.about),
                "words": words["topics"].get(t, ()),
                "ladder": ladder_record(org, two, t),
            }
            for t, entry in model.catalogue.topics.items()
        },
        "processes": {p: _process(org, two, p) for p in model.processes},
        "problems": [item for items in problems.values() for item in items],
    }


def _forms(org: OnDay, two: Two) -> dict[str, Data]:
    """The forms that hand-offs and duties here name, by id."""
    model, known = org.model, org.model.catalogue.forms
    used = {h.form for h in model.handoffs} | {f for d in org.duties for f in d.forms}
    words: Words = other_words(model, "forms")
    return {
        id_: {
            "name": two.text(entry.name),
            "about": two.text(entry.about),
            "words": words.get(id_, ()),
        }
        for id_, entry in known.items()
        if id_ in used
    }


def _tasks(org: OnDay) -> Iterable[str]:
    """The tasks by business area, each area in the order of the catalogue."""
    known = org.model.catalogue.tasks
    areas = {area: n for n, area in enumerate(org.model.catalogue.areas)}
    return sorted(org.tasks, key=lambda t: (areas.get(known[t].area, len(areas)), t))


def _problems(org: OnDay, two: Two) -> dict[str, list[Data]]:
    """Overlaps and gaps, by what they are about."""
    given = {h.id: h.task for h in org.model.handoffs}
    found: dict[str, list[Data]] = {}
    for overlap in overlaps(org):
        evidence = overlap.evidence[0].span if overlap.evidence else ""
        item = _problem(two, "overlap", overlap.kind, overlap.task, overlap.why, str(evidence))
        found.setdefault(overlap.task, []).append(item)
    for gap in gaps(org):
        about = gap.about
        if gap.kind.startswith("receiver-"):
            about = given.get(about, about)
        item = _problem(two, "gap", gap.kind, about, gap.message, str(gap.span))
        item["note"] = gap.severity == "note"
        found.setdefault(about, []).append(item)
    return found


def _problem(two: Two, sort: str, kind: str, subject: str, words: Text, at: str) -> Data:
    text = two.sentence(words)
    return {"sort": sort, "kind": kind, "subject": subject, "text": text, "at": at}


def _task(org: OnDay, two: Two, task: str, problems: dict[str, list[Data]]) -> Data:
    known, answer = org.model.catalogue.tasks[task], owner(org, task, ())
    return {
        "name": two.text(known.name),
        "about": two.text(known.about),
        "area": two.text(org.model.catalogue.areas.get(known.area)),
        "whole": known.part_of if known.part_of in org.task_set else "",
        "parts": list(org.parts.get(task, ())),
        "status": "declared" if answer.declared else answer.status,
        "owners": list(answer.owners),
        "why": two.sentence(answer.why),
        "cells": [
            {"scope": two.part(c.scope), "owners": list(c.owners)} for c in answer.cells if c.scope
        ],
        "evidence": [
            {"who": e.position, "share": e.responsibility, "at": str(e.span), "src": e.sources}
            for e in answer.evidence
        ],
        "shares": [
            {"who": d.holder, "share": d.responsibility, "at": str(d.span), "src": d.sources,
             "scope": two.scope(d.scope)}
            for d in org.duties_of_task.get(task, ())
        ],
        "problems": problems.get(task, []),
    }  # fmt: skip


def _handoff(org: OnDay, two: Two, handoff: Handoff) -> Data:
    return {
        "id": handoff.id,
        "from": handoff.giver,
        "to": list(org.receiver_ids(handoff)),
        "named": two.text(handoff.unnamed),
        "what": two.each(lambda names: names.deliverable(handoff)),
        "task": handoff.task,
        "then": handoff.then,
        "within": two.each(lambda names: names.within(handoff.within)),
        "when": two.text(handoff.when),
        "approval": handoff.approval,
        "form": handoff.form,
        "at": str(handoff.span),
        "src": handoff.sources,
    }


def _process(org: OnDay, two: Two, process: str) -> Data:
    known, answer = org.model.processes[process], walk(org, process)
    unhanded = {m.target for m in answer.moves if m.uncarried}
    return {
        "name": two.text(known.name),
        "about": two.text(known.about),
        "way": two.sentence(answer.why),
        "steps": [
            {
                "task": step.task,
                "who": list(step.holders),
                "note": two.each(lambda names, s=step: step_note(s, names)),  # type: ignore[misc]
                "missing": step.id in unhanded,
            }
            for step in answer.steps
        ],
        "missing": sum(m.uncarried for m in answer.moves),
        "nobody": sum(not step.holders for step in answer.steps),
    }
