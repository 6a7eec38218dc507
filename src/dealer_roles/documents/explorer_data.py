"""Everything that the explorer shows, as plain data in both languages."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dealer_roles.base.text import Text
from dealer_roles.documents.explorer_people import holder_record, ladder_record
from dealer_roles.documents.explorer_words import Two
from dealer_roles.documents.lanes import lanes
from dealer_roles.documents.names import Names
from dealer_roles.documents.picture import Picture
from dealer_roles.graph.index import OrgIndex
from dealer_roles.model.entities import Handoff
from dealer_roles.queries.gap import gaps
from dealer_roles.queries.overlap import overlaps
from dealer_roles.queries.owner import owner
from dealer_roles.queries.walk import walk

Data = dict[str, object]
# What stands before the cell, the step or the receiver in the subject of a gap.
_PARTS = re.compile(r"\[|/|->")


@dataclass(frozen=True, slots=True)
class Explorer:
    """What the explorer shows.

    Attributes:
        name: The organization.
        data: Everything as plain data; a text is a list of Chinese and English.
        findable: What the search finds: kind, id and Chinese name.
        lanes: Each process as a picture, in Chinese and English.
    """

    name: Text
    data: Data
    findable: tuple[tuple[str, str, str], ...]
    lanes: dict[str, tuple[Picture, Picture]]


def explorer_content(index: OrgIndex, on: dt.date) -> Explorer:
    """Return everything that the explorer of an organization shows on a day."""
    processes = index.model.processes
    drawn = {p: (lanes(index, p, "zh", on), lanes(index, p, "en", on)) for p in processes}
    return Explorer(index.model.name, explorer_data(index, on), tuple(_findable(index)), drawn)


def _findable(index: OrgIndex) -> Iterator[tuple[str, str, str]]:
    model, names = index.model, Names(index.model, "zh")
    yield from (("position", id_, names.of(id_)) for id_ in (*model.positions, *model.posts))
    yield from (("task", id_, names.task(id_)) for id_ in index.tasks)
    yield from (("topic", id_, names.topic(id_)) for id_ in model.catalogue.topics)
    yield from (("process", id_, known.name.zh) for id_, known in model.processes.items())


def explorer_data(index: OrgIndex, on: dt.date) -> Data:
    """Return an organization as plain data; a text is a list of Chinese and English.

    Args:
        index: The organization.
        on: The day looked at.
    """
    model, two = index.model, Two(index.model)
    holders = (*model.positions, *model.posts)
    problems = _problems(index, on)
    return {
        "id": model.id,
        "name": two.text(model.name),
        "version": model.version,
        "departments": [
            {"id": d.id, "name": two.name(d.id), "head": d.head} for d in model.departments.values()
        ],
        "positions": {h: holder_record(index, two, h, on) for h in holders},
        "parties": {p: two.text(entry.name) for p, entry in model.catalogue.parties.items()},
        "tasks": {t: _task(index, two, t, on, problems) for t in _tasks(index)},
        "handoffs": [_handoff(index, two, h) for h in model.handoffs if _valid(h, on)],
        "topics": {
            t: {"name": two.text(entry.name), "ladder": ladder_record(index, two, t)}
            for t, entry in model.catalogue.topics.items()
        },
        "processes": {p: _process(index, two, p, on) for p in model.processes},
        "problems": [item for items in problems.values() for item in items],
    }


def _valid(handoff: Handoff, on: dt.date) -> bool:
    return handoff.valid is None or handoff.valid.covers(on)


def _tasks(index: OrgIndex) -> Iterable[str]:
    """The tasks by business area, each area in the order of the catalogue."""
    known = index.model.catalogue.tasks
    areas = {area: n for n, area in enumerate(index.model.catalogue.areas)}
    return sorted(index.tasks, key=lambda t: (areas.get(known[t].area, len(areas)), t))


def _problems(index: OrgIndex, on: dt.date) -> dict[str, list[Data]]:
    """Overlaps and gaps, by what they are about."""
    given = {h.id: h.task for h in index.model.handoffs}
    found: dict[str, list[Data]] = {}
    for overlap in overlaps(index, on):
        evidence = overlap.evidence[0].span if overlap.evidence else ""
        item = _problem("overlap", overlap.kind, overlap.task, overlap.why, str(evidence))
        found.setdefault(overlap.task, []).append(item)
    for gap in gaps(index, on):
        about = _PARTS.split(gap.subject)[0]
        if gap.kind.startswith("receiver-"):
            about = given.get(about, about)
        item = _problem("gap", gap.kind, about, gap.message, str(gap.span))
        item["note"] = gap.severity == "note"
        found.setdefault(about, []).append(item)
    return found


def _problem(sort: str, kind: str, subject: str, words: Text, at: str) -> Data:
    text = Two.text(words)
    return {"sort": sort, "kind": kind, "subject": subject, "text": text, "at": at}


def _task(
    index: OrgIndex, two: Two, task: str, on: dt.date, problems: dict[str, list[Data]]
) -> Data:
    known, answer = index.model.catalogue.tasks[task], owner(index, task, (), on)
    return {
        "name": two.text(known.name),
        "about": two.text(known.about),
        "area": two.text(index.model.catalogue.areas.get(known.area)),
        "whole": known.part_of if known.part_of in index.task_set else "",
        "parts": list(index.parts.get(task, ())),
        "status": "declared" if answer.declared else answer.status,
        "owners": list(answer.owners),
        "why": two.text(answer.why),
        "cells": [
            {"scope": two.scope(c.scope), "owners": list(c.owners)} for c in answer.cells if c.scope
        ],
        "evidence": [
            {"who": e.position, "share": e.responsibility, "at": str(e.span), "src": e.sources}
            for e in answer.evidence
        ],
        "shares": [
            {"who": d.holder, "share": d.responsibility, "at": str(d.span), "src": d.sources,
             "scope": two.scope(d.scope)}
            for d in index.duties_of_task.get(task, ())
            if d.valid is None or d.valid.covers(on)
        ],
        "problems": problems.get(task, []),
    }  # fmt: skip


def _handoff(index: OrgIndex, two: Two, handoff: Handoff) -> Data:
    return {
        "id": handoff.id,
        "from": handoff.giver,
        "to": list(index.receiver_ids(handoff)),
        "named": two.text(handoff.unnamed),
        "what": two.each(lambda names: names.deliverable(handoff)),
        "task": handoff.task,
        "then": handoff.then,
        "within": two.each(lambda names: names.within(handoff.within)),
        "when": two.text(handoff.when),
        "approval": handoff.approval,
        "at": str(handoff.span),
    }


def _process(index: OrgIndex, two: Two, process: str, on: dt.date) -> Data:
    known, answer = index.model.processes[process], walk(index, process, on)
    return {
        "name": two.text(known.name),
        "about": two.text(known.about),
        "tasks": [step.task for step in answer.steps],
        "missing": sum(m.changes_hands and not m.handoffs for m in answer.moves),
        "nobody": sum(not step.holders for step in answer.steps),
    }
