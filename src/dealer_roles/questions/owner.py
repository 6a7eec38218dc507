"""Who owns a task?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from dealer_roles.model.entities import Duty
from dealer_roles.organization.cells import holders_of as owners_among
from dealer_roles.organization.cells import owning_of_whole
from dealer_roles.organization.evidence import Evidence, of_duty, of_unowned
from dealer_roles.organization.on_day import NO_DUTIES, OnDay
from dealer_roles.organization.standing import (
    Standing,
    forgotten_in,
    holders_of,
    owners_of_parts,
    standing,
    standing_in,
    unsettled,
)
from dealer_roles.questions.arguments import require_task, require_text
from dealer_roles.questions.owner_words import (
    why_declared,
    why_forgotten,
    why_in_parts,
    why_owned,
)
from dealer_roles.questions.vacancy_words import with_vacancies
from dealer_roles.values.frozen import frozen
from dealer_roles.values.html_table import html_table
from dealer_roles.values.later import later, with_late_fields
from dealer_roles.values.part_words import in_order, left_out
from dealer_roles.values.scope import ANY, Scope, common, scope_dict
from dealer_roles.values.text import Text

Status = Literal["owned", "contested", "unowned"]


@frozen
class OwnedCell:
    """The answer for one cell.

    Attributes:
        scope: The cell, every value that is meant; empty if it is the whole task.
        status: ``owned``, ``contested`` or ``unowned``.
        owners: The holders, sorted.
        inherited_from: The larger task whose owners answer here.
        declared: Nobody owns it, on purpose.
        left_out: The same cell the other way round, where that is shorter: the values that
            are not meant.
    """

    scope: Scope
    status: Status
    owners: tuple[str, ...]
    inherited_from: str = ""
    declared: bool = False
    left_out: Scope = ()

    def to_dict(self) -> dict[str, object]:
        """Return the cell as plain data."""
        return {
            "scope": scope_dict(self.scope),
            "not": scope_dict(self.left_out),
            "status": self.status,
            "owners": list(self.owners),
            "inherited_from": self.inherited_from or None,
            "declared": self.declared,
        }


@with_late_fields("why", "evidence", "cells")
@frozen
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
        inherited_from: The larger task whose owner answers for this one, in every owned cell.
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


def owner(org: OnDay, task: str, scope: Scope = ANY) -> OwnerAnswer:
    """Answer who owns a task on a day, within a scope.

    Raises:
        UnknownId: Nobody knows the task.
    """
    require_text("task", task)
    if task not in org.task_set:
        require_task(org, task)
        return _outside(task)
    if not scope and (owning := owning_of_whole(org, task)):
        return _with_vacancies(org, _owned_as_one(org, task, owning))
    parts = standing_in(org, task, scope)
    if any(part.holders for part in parts):
        return _with_vacancies(org, _owned(org, task, parts))
    return _nobody(org, task, parts)


def _owned_as_one(org: OnDay, task: str, owning: Sequence[Duty]) -> OwnerAnswer:
    """Answer where every share is in the whole task: there is nothing to tell apart."""
    holders = owners_among(org, owning)
    return OwnerAnswer(
        task,
        "contested" if org.are_several(holders) else "owned",
        False,
        holders,
        later(_why, org, task),
        later(_evidence, org, task),
        later(_cells_of, org, task),
    )


def _why(org: OnDay, task: str) -> Text:
    return why_owned(org, standing(org, task))


def _evidence(org: OnDay, task: str) -> tuple[Evidence, ...]:
    return _of_owners(standing(org, task))


def _cells_of(org: OnDay, task: str) -> tuple[OwnedCell, ...]:
    return _cells(org, standing(org, task))


def _of_owners(parts: Sequence[Standing]) -> tuple[Evidence, ...]:
    """Return the shares that own, and the declarations that nobody does."""
    duties = dict.fromkeys(duty for part in parts if part.holders for duty in part.cell.duties)
    declared = dict.fromkeys(part.declared for part in parts if part.declared)
    return (*map(of_duty, duties), *map(of_unowned, declared))


def _with_vacancies(org: OnDay, answer: OwnerAnswer) -> OwnerAnswer:
    """Say of owners that nobody holds since when, and who acts."""
    if not org.anything_vacant:
        return answer
    why, evidence = with_vacancies(org, answer.why, answer.evidence, answer.owners)
    return replace(answer, why=why, evidence=evidence)


def _status(org: OnDay, holders: Sequence[str]) -> Status:
    if not holders:
        return "unowned"
    return "contested" if org.are_several(holders) else "owned"


def _owned(org: OnDay, task: str, parts: Sequence[Standing]) -> OwnerAnswer:
    owned = [part for part in parts if part.holders]
    wholes = tuple(dict.fromkeys(part.whole for part in owned))
    return OwnerAnswer(
        task=task,
        status="contested" if any(org.are_several(part.holders) for part in owned) else "owned",
        split=len({part.holders for part in owned}) > 1,
        owners=tuple(sorted(holders_of(owned))),
        why=later(why_owned, org, parts),
        evidence=later(_of_owners, parts),
        cells=later(_cells, org, parts),
        inherited_from=wholes[0] if all(wholes) else "",
    )


def _cells(org: OnDay, parts: Sequence[Standing]) -> tuple[OwnedCell, ...]:
    """Return the answer for each box, in the order of the catalogue."""
    of_box = {box: part for part in parts for box in part.region}
    return tuple(
        OwnedCell(
            scope=box,
            status=_status(org, of_box[box].holders),
            owners=of_box[box].holders,
            inherited_from=of_box[box].whole,
            declared=of_box[box].declared is not None,
            left_out=left_out(box, org.dimensions),
        )
        for box in in_order(of_box, org.dimensions)
    )


def _outside(task: str) -> OwnerAnswer:
    why = Text(
        "目录中有此任务，但本组织不承担", "outside this organization: it does not do the task"
    )
    return OwnerAnswer(task, "unowned", False, (), why, (), outside=True)


def _nobody(org: OnDay, task: str, parts: Sequence[Standing]) -> OwnerAnswer:
    cells = _cells(org, parts)
    declared = tuple(dict.fromkeys(part.declared for part in parts if part.declared))
    if all(part.declared for part in parts):
        evidence = tuple(of_unowned(d) for d in declared)
        why = why_declared(declared)
        return OwnerAnswer(task, "unowned", False, (), why, evidence, cells, declared=True)
    if not common(forgotten_in(parts), unsettled(org, task)):
        owners = tuple(owners_of_parts(org, task))
        names = tuple(part for part, _ in owners)
        why = why_in_parts(owners)
        return OwnerAnswer(task, "unowned", False, (), why, (), cells, parts=names)
    others = _others(org, task, parts)
    evidence = tuple(of_duty(duty) for duty in others)
    return OwnerAnswer(task, "unowned", False, (), why_forgotten(others), evidence, cells)


def _others(org: OnDay, task: str, parts: Sequence[Standing]) -> tuple[Duty, ...]:
    """Return the shares, derived ones too, in the parts that nobody owns."""
    stated = dict.fromkeys(d for part in parts if part.forgotten for d in part.cell.others)
    derived = (d for d in org.duties_of_task.get(task, NO_DUTIES) if d.handoff)
    return (*stated, *derived)
