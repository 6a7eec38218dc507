"""Where do several holders own the same thing?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from dealer_roles.base.answers import Answers
from dealer_roles.base.html_table import html_table
from dealer_roles.base.text import Text
from dealer_roles.graph.index import NO_DUTIES, OrgIndex
from dealer_roles.model.entities import RESPONSIBILITY_NAMES, Duty
from dealer_roles.model.values import Scope, Validity, scope_dict, scope_words, scopes_meet
from dealer_roles.queries.cells import OWNING, CellOwners
from dealer_roles.queries.evidence import Evidence, of_duty
from dealer_roles.queries.owner import in_force, owned_cells
from dealer_roles.queries.timeline import day_in, intervals, merged

Kind = Literal["same", "nested"]


@dataclass(frozen=True, slots=True)
class Overlap:
    """A maximal set of holders that own the same cell of a task at the same time.

    Attributes:
        kind: ``same``, or ``nested``: the owner of a whole and the owner of its part,
            with nothing that acknowledges it.
        task: The task; of a nested overlap, the part.
        positions: The holders, sorted: positions, or posts as one holder.
        cells: The cells concerned; one empty cell if the task is not split.
        why: The reason, in both languages.
        evidence: The duties that overlap.
        whole: Of a nested overlap, the larger task.
        intervals: When it holds; only asked with ``on="ever"``.
    """

    kind: Kind
    task: str
    positions: tuple[str, ...]
    cells: tuple[Scope, ...]
    why: Text
    evidence: tuple[Evidence, ...]
    whole: str = ""
    intervals: tuple[Validity, ...] = ()

    def to_dict(self, lang: str = "en") -> dict[str, object]:
        """Return the overlap as plain data with its texts in ``lang``."""
        return {
            "kind": self.kind,
            "task": self.task,
            "whole": self.whole or None,
            "positions": list(self.positions),
            "cells": [scope_dict(cell) for cell in self.cells],
            "why": self.why.get(lang),
            "evidence": [e.to_dict() for e in self.evidence],
            "intervals": [i.to_dict() for i in self.intervals],
        }


@dataclass(frozen=True, slots=True)
class Overlaps(Answers[Overlap]):
    """All overlaps of an organization, sorted by task, kind and positions."""

    def to_dict(self, lang: str = "en") -> dict[str, object]:
        """Return all overlaps as plain data with their texts in ``lang``."""
        return {"overlaps": [item.to_dict(lang) for item in self.items]}

    def _repr_html_(self) -> str:
        rows = [(o.kind, o.task, ", ".join(o.positions), o.why.en) for o in self.items]
        return html_table(("kind", "task", "positions", "why"), rows)


def overlaps(index: OrgIndex, on: dt.date | Literal["ever"]) -> Overlaps:
    """Return every overlap on a day, or at any time with its intervals."""
    found: list[Overlap] = []
    dated = tuple(h.valid for h in index.model.handoffs if h.valid is not None)
    for task in index.tasks:
        found += _same(index, task, on)
        found += _nested(index, task, on, dated)
    return Overlaps(tuple(sorted(found, key=lambda o: (o.task, o.kind, o.whole, o.positions))))


Seen = dict[tuple[str, ...], dict[Scope, tuple[list[Validity], dict[Duty, None]]]]


def _times(
    duties: Sequence[Duty], on: dt.date | Literal["ever"], dated: Sequence[Validity] = ()
) -> tuple[Validity, ...]:
    if on == "ever":
        return intervals((*(duty.valid for duty in duties), *dated))
    return (Validity(on, on),)


def _same(index: OrgIndex, task: str, on: dt.date | Literal["ever"]) -> Iterator[Overlap]:
    duties = index.duties_of_task.get(task, NO_DUTIES)
    if len({duty.holder for duty in duties if duty.responsibility in OWNING}) < 2:
        return
    seen: Seen = {}
    for time in _times(duties, on):
        for cell in owned_cells(index, task, day_in(time)):
            if len(cell.holders) > 1:
                times, owning = seen.setdefault(cell.holders, {}).setdefault(cell.scope, ([], {}))
                times.append(time)
                owning.update(dict.fromkeys(cell.duties))
    for holders in _maximal(list(seen)):
        yield _overlap(task, holders, seen[holders], on == "ever")


def _maximal(sets: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    as_sets = [frozenset(s) for s in sets]
    return sorted(
        s for s, own in zip(sets, as_sets, strict=True) if not any(own < o for o in as_sets)
    )


def _overlap(
    task: str,
    holders: tuple[str, ...],
    cells: dict[Scope, tuple[list[Validity], dict[Duty, None]]],
    ever: bool,
) -> Overlap:
    duties = dict.fromkeys(duty for _, owning in cells.values() for duty in owning)
    times = sorted({t for ts, _ in cells.values() for t in ts}, key=_start)
    where = ", ".join(scope_words(cell) for cell in cells if cell)
    who = ", ".join(holders)
    kind = next(iter(duties)).responsibility
    why = Text(
        f"{who} 同时{RESPONSIBILITY_NAMES[kind].zh}同一任务{f'（{where}）' if where else ''}",
        f"{who} are each {kind} for the same task{f' ({where})' if where else ''}",
    )
    return Overlap(
        "same",
        task,
        holders,
        tuple(cells),
        why,
        tuple(of_duty(duty) for duty in duties),
        intervals=merged(times) if ever else (),
    )


def _start(period: Validity) -> dt.date:
    return period.first or dt.date.min


def _nested(
    index: OrgIndex, part: str, on: dt.date | Literal["ever"], dated: Sequence[Validity]
) -> Iterator[Overlap]:
    if not index.model.catalogue.tasks[part].part_of:
        return
    for whole in index.model.catalogue.ancestors(part):
        if whole in index.task_set:
            yield from _nested_in(index, part, whole, on, dated)


def _nested_in(
    index: OrgIndex,
    part: str,
    whole: str,
    on: dt.date | Literal["ever"],
    dated: Sequence[Validity],
) -> Iterator[Overlap]:
    both = index.duties_of_task.get(part, NO_DUTIES) + index.duties_of_task.get(whole, NO_DUTIES)
    pairs: dict[tuple[str, str], tuple[list[Validity], dict[Duty, None]]] = {}
    for time in _times(both, on, dated):
        day = day_in(time)
        for pair, duties in _pairs(owned_cells(index, whole, day), owned_cells(index, part, day)):
            if not _acknowledged(index, *pair, part, day):
                times, owning = pairs.setdefault(pair, ([], {}))
                if time not in times:
                    times.append(time)
                owning.update(dict.fromkeys(duties))
    for (above, below), (times, owning) in sorted(pairs.items()):
        why = Text(
            f"{above} 负责整体 {whole}，{below} 负责其中的 {part}，"
            "两者之间没有汇报、交接或协助关系",
            f"{above} owns the whole {whole} and {below} its part {part}, and no reporting line, "
            "hand-off or share acknowledges it",
        )
        yield Overlap(
            "nested",
            part,
            tuple(sorted((above, below))),
            ((),),
            why,
            tuple(of_duty(duty) for duty in owning),
            whole,
            merged(times) if on == "ever" else (),
        )


def _pairs(
    wholes: Sequence[CellOwners], parts: Sequence[CellOwners]
) -> Iterator[tuple[tuple[str, str], tuple[Duty, ...]]]:
    for whole in wholes:
        for part in parts:
            if not scopes_meet(whole.scope, part.scope):
                continue
            for above in whole.holders:
                for below in part.holders:
                    if above != below and above not in part.holders:
                        yield (above, below), (*whole.duties, *part.duties)


def _acknowledged(index: OrgIndex, above: str, below: str, part: str, day: dt.date) -> bool:
    ours, theirs = set(index.members(above)), set(index.members(below))
    if any(theirs & set(index.lines.above(p)[0]) for p in ours):
        return True
    if any(ours & set(index.lines.above(p)[0]) for p in theirs):
        return True
    shares = in_force(index.duties_of_task.get(part, NO_DUTIES), day)
    if any(index.holder(duty.holder) == above for duty in shares):
        return True
    return _hands_over(index, above, theirs, day) or _hands_over(index, below, ours, day)


def _hands_over(index: OrgIndex, giver: str, receivers: set[str], day: dt.date) -> bool:
    return any(
        index.holder(handoff.giver) == giver
        and (handoff.valid is None or handoff.valid.covers(day))
        and receivers & set(index.receiver_ids(handoff))
        for handoff in index.model.handoffs
    )
