"""Who owns a task?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from dealer_roles.model.entities import Duty
from dealer_roles.organization.cells import CellOwners, cells_meeting, cells_of, owners_of_cell
from dealer_roles.organization.evidence import Evidence, of_duty, of_unowned
from dealer_roles.organization.on_day import NO_DUTIES, OnDay
from dealer_roles.questions.arguments import require_task
from dealer_roles.questions.declared_unowned import declaration, declarations
from dealer_roles.values.html_table import html_table
from dealer_roles.values.scope import ANY, Scope, scope_dict, scope_words
from dealer_roles.values.text import Text
from dealer_roles.words.shares import SHARE_NAMES

Status = Literal["owned", "contested", "unowned"]


@dataclass(frozen=True, slots=True)
class OwnedCell:
    """The answer for one cell.

    Attributes:
        scope: The cell; empty if the task is not split.
        status: ``owned``, ``contested`` or ``unowned``.
        owners: The holders, sorted.
    """

    scope: Scope
    status: Status
    owners: tuple[str, ...]

    def to_dict(self) -> dict[str, object]:
        """Return the cell as plain data."""
        return {
            "scope": scope_dict(self.scope),
            "status": self.status,
            "owners": list(self.owners),
        }


@dataclass(frozen=True, slots=True)
class OwnerAnswer:
    """Who owns a task.

    Attributes:
        task: The task asked about.
        status: ``owned``, ``contested`` (some cell has several owners) or ``unowned``
            (no cell has one).
        split: Different cells have different owners.
        owners: All owners, sorted: positions, or posts that count as one holder.
        why: The reason, in both languages.
        evidence: The duties the answer rests on, or the declaration that nobody owns it.
        cells: The answer cell by cell.
        inherited_from: The larger task whose owner answers for this one.
        declared: Nobody owns it, on purpose.
        outside: This organization does not do the task.
        parts: The parts that are owned, where the whole has no duties of its own.
    """

    task: str
    status: Status
    split: bool
    owners: tuple[str, ...]
    why: Text
    evidence: tuple[Evidence, ...]
    cells: tuple[OwnedCell, ...] = ()
    inherited_from: str = ""
    declared: bool = False
    outside: bool = False
    parts: tuple[str, ...] = ()

    def to_dict(self, lang: str = "en") -> dict[str, object]:
        """Return the answer as plain data with its texts in ``lang``."""
        return {
            "task": self.task,
            "status": self.status,
            "split": self.split,
            "owners": list(self.owners),
            "why": self.why.get(lang),
            "evidence": [e.to_dict() for e in self.evidence],
            "cells": [c.to_dict() for c in self.cells],
            "inherited_from": self.inherited_from or None,
            "declared": self.declared,
            "outside": self.outside,
            "parts": list(self.parts),
        }

    def _repr_html_(self) -> str:
        rows = [(e.position, e.responsibility, " ".join(e.sources), e.span) for e in self.evidence]
        caption = f"{self.task}: {self.status} — {self.why.en}"
        return html_table(("position", "responsibility", "sources", "where"), rows, caption)


def owner(org: OnDay, task: str, scope: Scope) -> OwnerAnswer:
    """Answer who owns a task on a day, in the cells that ``scope`` touches.

    Raises:
        UnknownId: Nobody knows the task.
    """
    require_task(org, task)
    if task not in org.task_set:
        return _outside(task)
    cells = owned_cells(org, task, scope)
    if any(cell.holders for cell in cells):
        return _owned(task, cells)
    return _nobody(org, task, scope, cells)


def owned_cells(org: OnDay, task: str, scope: Scope = ANY) -> tuple[CellOwners, ...]:
    """Return who owns each cell of a task on a day, without looking at larger tasks."""
    duties = org.duties_of_task.get(task, NO_DUTIES)
    cells = cells_meeting(cells_of(org, task, duties), scope)
    return tuple(owners_of_cell(org, cell, duties) for cell in cells)


def _status(holders: Sequence[str]) -> Status:
    if not holders:
        return "unowned"
    return "owned" if len(holders) == 1 else "contested"


def _owned(task: str, cells: Sequence[CellOwners]) -> OwnerAnswer:
    answers = tuple(OwnedCell(c.scope, _status(c.holders), c.holders) for c in cells)
    owners = tuple(sorted({holder for cell in cells for holder in cell.holders}))
    sets = {cell.holders for cell in cells if cell.holders}
    contested = any(cell.status == "contested" for cell in answers)
    split = len(sets) > 1
    duties = dict.fromkeys(duty for cell in cells for duty in cell.duties)
    return OwnerAnswer(
        task=task,
        status="contested" if contested else "owned",
        split=split,
        owners=owners,
        why=_why_owned(answers, tuple(duties), split),
        evidence=tuple(of_duty(duty) for duty in duties),
        cells=answers,
    )


def _why_owned(cells: Sequence[OwnedCell], duties: Sequence[Duty], split: bool) -> Text:
    zh: list[str] = []
    en: list[str] = []
    if split:
        shown = [(scope_words(c.scope) or "rest", ", ".join(c.owners)) for c in cells if c.owners]
        zh.append("按范围分别负责：" + ";".join(f"{scope}:{who}" for scope, who in shown))
        en.append("split by scope: " + "; ".join(f"{scope}: {who}" for scope, who in shown))
    else:
        who = ", ".join(cells[0].owners if len(cells) == 1 else _first_owners(cells))
        kind = duties[0].responsibility
        zh.append(f"{who} {SHARE_NAMES[kind].zh}该任务")
        en.append(f"{who} is {kind} for it" if "," not in who else f"{who} are each {kind} for it")
    contested = [c for c in cells if c.status == "contested"]
    if contested:
        zh.append("多人同时负责，存在争议")
        en.append("several holders own the same part at once, so it is contested")
    missing = [scope_words(c.scope) for c in cells if c.status == "unowned"]
    if missing:
        zh.append("以下范围无人负责：" + "、".join(words or "其余" for words in missing))
        en.append("nobody owns " + ", ".join(words or "the rest" for words in missing))
    return Text("；".join(zh), "; ".join(en))


def _first_owners(cells: Sequence[OwnedCell]) -> tuple[str, ...]:
    return next(cell.owners for cell in cells if cell.owners)


def _outside(task: str) -> OwnerAnswer:
    why = Text(
        "目录中有此任务，但本组织不承担", "outside this organization: it does not do the task"
    )
    return OwnerAnswer(task, "unowned", False, (), why, (), outside=True)


def _nobody(org: OnDay, task: str, scope: Scope, cells: Sequence[CellOwners]) -> OwnerAnswer:
    declared = declarations(org, task, scope, cells)
    if declared:
        why = Text(
            "已声明无人负责：" + "；".join(d.reason.zh for d in declared),
            "declared unowned: " + "; ".join(d.reason.en for d in declared),
        )
        evidence = tuple(of_unowned(d) for d in declared)
        return OwnerAnswer(task, "unowned", False, (), why, evidence, declared=True)
    inherited = _inherited(org, task, scope)
    if inherited is not None:
        return inherited
    return _forgotten(org, task, cells)


def _inherited(org: OnDay, task: str, scope: Scope) -> OwnerAnswer | None:
    for whole in org.model.catalogue.ancestors(task):
        if whole not in org.task_set or declaration(org, whole, scope) is not None:
            continue
        cells = owned_cells(org, whole, scope)
        if any(cell.holders for cell in cells):
            answer = _owned(whole, cells)
            why = Text(
                f"无人直接负责，由上级任务 {whole} 的负责人承担（inherited）：{answer.why.zh}",
                f"inherited from {whole}, which it is part of: {answer.why.en}",
            )
            return OwnerAnswer(
                task,
                answer.status,
                answer.split,
                answer.owners,
                why,
                answer.evidence,
                answer.cells,
                inherited_from=whole,
            )
    return None


def _forgotten(org: OnDay, task: str, cells: Sequence[CellOwners]) -> OwnerAnswer:
    others = tuple(dict.fromkeys(duty for cell in cells for duty in cell.others))
    evidence = tuple(of_duty(duty) for duty in others)
    owned = owned_parts(org, task)
    if owned is not None and not others:
        listed = "; ".join(f"{part}: {', '.join(who)}" for part, who in owned)
        why = Text(
            f"整体无人单独负责，各部分均有负责人：{listed}",
            f"nobody owns the whole, but each of its parts is owned: {listed}",
        )
        return OwnerAnswer(
            task, "unowned", False, (), why, (), parts=tuple(part for part, _ in owned)
        )
    if others:
        shown = shares_words(others)
        why = Text(
            f"无人负责，只有：{shown.zh}", f"forgotten: nobody owns it; only {shown.en} take part"
        )
    else:
        why = Text("无人负责（遗漏）", "forgotten: nobody has an owning share in it")
    return OwnerAnswer(task, "unowned", False, (), why, evidence)


def shares_words(duties: Sequence[Duty]) -> Text:
    """Return holders with their kinds of share, e.g. ``anna (supporting)``."""
    found = sorted({(d.holder, d.responsibility) for d in duties})
    names = [(holder, SHARE_NAMES[kind]) for holder, kind in found]
    return Text(
        "、".join(f"{holder}（{name.zh}）" for holder, name in names),
        ", ".join(f"{holder} ({name.en})" for holder, name in names),
    )


def owned_parts(org: OnDay, whole: str) -> tuple[tuple[str, tuple[str, ...]], ...] | None:
    """Return the parts of a whole with their owners if every one is owned, else ``None``."""
    parts = org.parts.get(whole, ())
    found = tuple(_part_owners(org, parts))
    return found if parts and len(found) == len(parts) else None


def _part_owners(org: OnDay, parts: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for part in parts:
        cells = owned_cells(org, part)
        if all(cell.holders for cell in cells):
            yield part, tuple(sorted({h for cell in cells for h in cell.holders}))
        elif (below := owned_parts(org, part)) is not None:
            yield part, tuple(sorted({holder for _, who in below for holder in who}))
