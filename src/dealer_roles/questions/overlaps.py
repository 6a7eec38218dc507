"""Where do several holders own the same thing?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from dealer_roles.model.entities import Duty
from dealer_roles.organization.cells import CellOwners
from dealer_roles.organization.evidence import Evidence, of_duty
from dealer_roles.organization.linked import Linked
from dealer_roles.organization.on_day import NO_DUTIES, OnDay
from dealer_roles.questions.owner import owned_cells
from dealer_roles.values.answers import Answers
from dealer_roles.values.html_table import html_table
from dealer_roles.values.scope import Scope, scope_dict, scope_words, scopes_meet
from dealer_roles.values.text import Text
from dealer_roles.values.timeline import merged
from dealer_roles.values.validity import Validity
from dealer_roles.words.shares import SHARE_NAMES

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


def overlaps(org: OnDay) -> Overlaps:
    """Return every overlap on a day."""
    found: list[Overlap] = []
    for task in org.tasks:
        found += _same(org, task)
        found += _nested(org, task)
    return _sorted(found)


def overlaps_ever(organization: Linked) -> Overlaps:
    """Return every overlap there ever is, with the intervals in which it holds."""
    found: dict[tuple[str, str, str, tuple[str, ...]], Overlap] = {}
    for period, org in organization.over_time():
        for overlap in overlaps(org):
            key = (overlap.kind, overlap.task, overlap.whole, overlap.positions)
            found[key] = _joined(found.get(key), overlap, period)
    return _sorted(found.values())


def _joined(before: Overlap | None, overlap: Overlap, period: Validity) -> Overlap:
    """Return an overlap that also holds in one more period."""
    if before is None:
        return replace(overlap, intervals=(period,))
    return replace(
        before,
        cells=tuple(dict.fromkeys((*before.cells, *overlap.cells))),
        evidence=tuple(dict.fromkeys((*before.evidence, *overlap.evidence))),
        intervals=merged((*before.intervals, period)),
    )


def _sorted(found: Iterable[Overlap]) -> Overlaps:
    return Overlaps(tuple(sorted(found, key=lambda o: (o.task, o.kind, o.whole, o.positions))))


def _same(org: OnDay, task: str) -> Iterator[Overlap]:
    seen: dict[tuple[str, ...], list[CellOwners]] = {}
    for cell in owned_cells(org, task):
        if len(cell.holders) > 1:
            seen.setdefault(cell.holders, []).append(cell)
    for holders in _maximal(list(seen)):
        yield _overlap(task, holders, seen[holders])


def _maximal(sets: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    as_sets = [frozenset(s) for s in sets]
    return sorted(
        s for s, own in zip(sets, as_sets, strict=True) if not any(own < o for o in as_sets)
    )


def _overlap(task: str, holders: tuple[str, ...], cells: Sequence[CellOwners]) -> Overlap:
    duties = dict.fromkeys(duty for cell in cells for duty in cell.duties)
    where = ", ".join(scope_words(cell.scope) for cell in cells if cell.scope)
    who = ", ".join(holders)
    kind = next(iter(duties)).responsibility
    why = Text(
        f"{who} 同时{SHARE_NAMES[kind].zh}同一任务{f'（{where}）' if where else ''}",
        f"{who} are each {kind} for the same task{f' ({where})' if where else ''}",
    )
    scopes = tuple(cell.scope for cell in cells)
    return Overlap("same", task, holders, scopes, why, tuple(of_duty(duty) for duty in duties))


def _nested(org: OnDay, part: str) -> Iterator[Overlap]:
    if not org.model.catalogue.tasks[part].part_of:
        return
    for whole in org.model.catalogue.ancestors(part):
        if whole in org.task_set:
            yield from _nested_in(org, part, whole)


def _nested_in(org: OnDay, part: str, whole: str) -> Iterator[Overlap]:
    pairs: dict[tuple[str, str], dict[Duty, None]] = {}
    for pair, duties in _pairs(owned_cells(org, whole), owned_cells(org, part)):
        if not _acknowledged(org, *pair, part):
            pairs.setdefault(pair, {}).update(dict.fromkeys(duties))
    for (above, below), owning in sorted(pairs.items()):
        why = Text(
            f"{above} 负责整体 {whole}，{below} 负责其中的 {part}，"
            "两者之间没有汇报、交接或协助关系",
            f"{above} owns the whole {whole} and {below} its part {part}, and no reporting line, "
            "hand-off or share acknowledges it",
        )
        evidence = tuple(of_duty(duty) for duty in owning)
        holders = tuple(sorted((above, below)))
        yield Overlap("nested", part, holders, ((),), why, evidence, whole)


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


def _acknowledged(org: OnDay, above: str, below: str, part: str) -> bool:
    ours, theirs = set(org.members(above)), set(org.members(below))
    if any(theirs & set(org.lines.above(p)[0]) for p in ours):
        return True
    if any(ours & set(org.lines.above(p)[0]) for p in theirs):
        return True
    shares = org.duties_of_task.get(part, NO_DUTIES)
    if any(org.holder(duty.holder) == above for duty in shares):
        return True
    return _hands_over(org, above, theirs) or _hands_over(org, below, ours)


def _hands_over(org: OnDay, giver: str, receivers: set[str]) -> bool:
    return any(
        org.holder(handoff.giver) == giver and receivers & set(org.receiver_ids(handoff))
        for handoff in org.model.handoffs
    )
