"""Who owns a task?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Literal

from dealer_roles.model.entities import Duty
from dealer_roles.organization.cells import holders_of as owners_among
from dealer_roles.organization.cells import owning_of_each, owning_of_whole
from dealer_roles.organization.evidence import Evidence, of_duty, of_unowned
from dealer_roles.organization.on_day import NO_DUTIES, OnDay
from dealer_roles.organization.standing import (
    Standing,
    declared_in,
    forgotten_in,
    holders_of,
    nearest_owned,
    owners_of_parts,
    part_of,
    standing,
    standing_in,
    unsettled,
)
from dealer_roles.questions.arguments import require_task, require_text
from dealer_roles.questions.owner_words import (
    why_declared,
    why_forgotten,
    why_in_parts,
    why_nobody,
    why_outside,
    why_owned,
)
from dealer_roles.questions.vacancy_words import with_vacancies
from dealer_roles.values.frozen import frozen
from dealer_roles.values.html_table import html_table
from dealer_roles.values.later import Finders, each_later, with_late_fields
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


@with_late_fields("why", "evidence", "cells", "parts")
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
    if not scope and not org.anything_vacant and (alone := owning_of_each(org).alone.get(task)):
        late = each_later(_AS_ONE, org, task)
        return OwnerAnswer(task, "owned", False, alone, late, late, late)
    if task not in org.task_set:
        require_task(org, task)
        return _outside(org, task, scope)
    owning = None if scope else owning_of_whole(org, task)
    if owning:
        return _with_vacancies(org, _owned_as_one(org, task, owning))
    if owning is not None and _is_forgotten(org, task):
        late = each_later(_FORGOTTEN, org, task)
        return OwnerAnswer(task, "unowned", False, (), late, late, late, parts=late)
    parts = standing_in(org, task, scope)
    if any(part.holders for part in parts):
        return _with_vacancies(org, _owned(org, task, parts))
    return _nobody(org, task, parts)


def _owned_as_one(org: OnDay, task: str, owning: Sequence[Duty]) -> OwnerAnswer:
    """Answer where every share is in the whole task: there is nothing to tell apart."""
    holders = owners_among(org, owning)
    several = len(holders) > 1 and org.are_several(holders)
    late = each_later(_AS_ONE, org, task)
    return OwnerAnswer(task, "contested" if several else "owned", False, holders, late, late, late)


def _is_forgotten(org: OnDay, task: str) -> bool:
    """Whether a task that nobody owns as such is not declared so, nor owned by a larger one."""
    if task in org.declared_unowned:
        return False
    whole = part_of(org, task)
    return not (whole and nearest_owned(org, whole))


def _of_owners(parts: Sequence[Standing]) -> tuple[Evidence, ...]:
    """Return the shares that own, and the declarations that nobody does."""
    duties = dict.fromkeys(duty for part in parts if part.holders for duty in part.cell.duties)
    return (*map(of_duty, duties), *_of_declared(parts))


def _of_declared(parts: Sequence[Standing]) -> tuple[Evidence, ...]:
    return tuple(map(of_unowned, declared_in(parts)))


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
    late = each_later(_OWNED, org, task, parts)
    return OwnerAnswer(
        task=task,
        status="contested" if any(org.are_several(part.holders) for part in owned) else "owned",
        split=len({part.holders for part in owned}) > 1,
        owners=tuple(sorted(holders_of(owned))),
        why=late,
        evidence=late,
        cells=late,
        inherited_from=wholes[0] if all(wholes) else "",
    )


def _cells(org: OnDay, _: str, parts: Sequence[Standing]) -> tuple[OwnedCell, ...]:
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


def _outside(org: OnDay, task: str, scope: Scope) -> OwnerAnswer:
    """Answer for a task that is not done here: no larger one answers for it."""
    parts = standing_in(org, task, scope) if task in org.declared_unowned else ()
    declared = bool(parts) and all(part.declared for part in parts)
    why, evidence = why_outside(org, parts), _of_declared(parts)
    return OwnerAnswer(task, "unowned", False, (), why, evidence, declared=declared, outside=True)


def _nobody(org: OnDay, task: str, parts: Sequence[Standing]) -> OwnerAnswer:
    if all(part.declared for part in parts):
        late = each_later(_DECLARED, org, task, parts)
        return OwnerAnswer(task, "unowned", False, (), late, late, late, declared=True)
    late = each_later(_NOBODY, org, task, parts)
    return OwnerAnswer(task, "unowned", False, (), late, late, late, parts=late)


def _owned_in_parts(
    org: OnDay, task: str, parts: Sequence[Standing]
) -> tuple[tuple[str, tuple[str, ...]], ...] | None:
    """Return the owners of a whole's parts, where these leave nothing open; else nothing."""
    if common(forgotten_in(parts), unsettled(org, task)):
        return None
    return tuple(owners_of_parts(org, task))


def _names_of_parts(org: OnDay, task: str, parts: Sequence[Standing]) -> tuple[str, ...]:
    return tuple(part for part, _ in _owned_in_parts(org, task, parts) or ())


def _why_nobody(org: OnDay, task: str, parts: Sequence[Standing]) -> Text:
    owners = _owned_in_parts(org, task, parts)
    others = _others(org, task, parts)
    return why_nobody(org, parts, why_forgotten(others) if owners is None else why_in_parts(owners))


def _evidence_of_nobody(org: OnDay, task: str, parts: Sequence[Standing]) -> tuple[Evidence, ...]:
    owners = _owned_in_parts(org, task, parts)
    others = _others(org, task, parts) if owners is None else ()
    return (*map(of_duty, others), *_of_declared(parts))


def _others(org: OnDay, task: str, parts: Sequence[Standing]) -> tuple[Duty, ...]:
    """Return the shares, derived ones too, in the parts that nobody owns."""
    stated = dict.fromkeys(d for part in parts if part.forgotten for d in part.cell.others)
    derived = (d for d in org.duties_of_task.get(task, NO_DUTIES) if d.handoff)
    return (*stated, *derived)


def _standing_whole(find: Callable[..., object], org: OnDay, task: str) -> object:
    return find(org, task, standing(org, task))


_OWNED: Finders = {
    "why": lambda org, _, parts: why_owned(org, parts),
    "evidence": lambda _, __, parts: _of_owners(parts),
    "cells": _cells,
}
_DECLARED: Finders = {
    "why": lambda org, _, parts: why_declared(org, parts),
    "evidence": lambda _, __, parts: _of_declared(parts),
    "cells": _cells,
}
_NOBODY: Finders = {
    "why": _why_nobody,
    "evidence": _evidence_of_nobody,
    "cells": _cells,
    "parts": _names_of_parts,
}
_AS_ONE: Finders = {name: partial(_standing_whole, find) for name, find in _OWNED.items()}
_FORGOTTEN: Finders = {name: partial(_standing_whole, find) for name, find in _NOBODY.items()}
