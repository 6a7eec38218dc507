"""Who owns a task?"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from dealer_roles.model.entities import Duty
from dealer_roles.organization.cells import owning_of_each
from dealer_roles.organization.evidence import Evidence, of_duty, of_unowned
from dealer_roles.organization.on_day import NO_DUTIES, OnDay
from dealer_roles.organization.per_day import once_a_day
from dealer_roles.organization.standing import (
    Standing,
    declared_in,
    forgotten_in,
    holders_of,
    nearest_owned,
    owners_of_parts,
    standing,
    standing_in,
    unsettled,
)
from dealer_roles.questions.arguments import require_task, require_text
from dealer_roles.questions.owner_answer import OwnedCell, OwnerAnswer, Status
from dealer_roles.questions.owner_words import (
    why_declared,
    why_forgotten,
    why_in_parts,
    why_nobody,
    why_outside,
    why_owned,
)
from dealer_roles.questions.vacancy_words import with_vacancies
from dealer_roles.values.fields import replace
from dealer_roles.values.later import Finders, each_later, of_each_later
from dealer_roles.values.part_words import in_order, left_out
from dealer_roles.values.scope import ANY, Scope, common
from dealer_roles.values.text import Text


def owner(org: OnDay, task: str, scope: Scope = ANY) -> OwnerAnswer:
    """Answer who owns a task on a day, within a scope.

    Raises:
        UnknownId: Nobody knows the task.
    """
    require_text("task", task)
    if not scope and (answer := _as_one(org).get(task)):
        return answer
    if task not in org.task_set:
        require_task(org, task)
        return _outside(org, task, scope)
    parts = standing_in(org, task, scope)
    if any(part.holders for part in parts):
        return _with_vacancies(org, _owned(org, task, parts))
    return _nobody(org, task, parts)


@once_a_day
def _as_one(org: OnDay) -> Mapping[str, OwnerAnswer]:
    """Return the answer for each task with a share whose parts all stand alike, in one sweep.

    Those declared unowned are left out, and those of which an owner is vacant.
    """
    known, late = org.model.catalogue.tasks, of_each_later(_OWNED_AS_ONE, org)
    forgotten = of_each_later(_FORGOTTEN, org)
    owning = owning_of_each(org)
    found = {
        task: OwnerAnswer(task, "owned", False, holders, late, late, late)
        for task, holders in owning.holders.items()
    }
    for task, holders in owning.several:
        found[task] = OwnerAnswer(task, "contested", False, holders, late, late, late)
    apart = {*owning.scoped, *org.declared_unowned}
    for task in org.duties_of_task.keys() - found.keys() - apart:
        larger = known[task].part_of
        whole = nearest_owned(org, larger) if larger else ""
        if not whole:
            found[task] = OwnerAnswer(
                task, "unowned", False, (), forgotten, forgotten, forgotten, parts=forgotten
            )
        elif whole in owning.holders:
            its = found[whole]
            found[task] = OwnerAnswer(task, its.status, False, its.owners, late, late, late, whole)
    if org.anything_vacant:
        return {task: one for task, one in found.items() if not any(map(org.vacancy, one.owners))}
    return found


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
        inherited_from=wholes[0] if len(wholes) == 1 else "",
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
    why = why_forgotten(org, others) if owners is None else why_in_parts(org, owners)
    return why_nobody(org, parts, why)


def _evidence_of_nobody(org: OnDay, task: str, parts: Sequence[Standing]) -> tuple[Evidence, ...]:
    owners = _owned_in_parts(org, task, parts)
    others = _others(org, task, parts) if owners is None else ()
    return (*map(of_duty, others), *_of_declared(parts))


def _others(org: OnDay, task: str, parts: Sequence[Standing]) -> tuple[Duty, ...]:
    """Return the shares, derived ones too, in the parts that nobody owns."""
    stated = dict.fromkeys(d for part in parts if part.forgotten for d in part.cell.others)
    derived = (d for d in org.duties_of_task.get(task, NO_DUTIES) if d.handoff)
    return (*stated, *derived)


def _standing_whole(find: Callable[..., object], org: OnDay, answer: OwnerAnswer) -> object:
    return find(org, answer.task, standing(org, answer.task))


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
_OWNED_AS_ONE: Finders = {name: partial(_standing_whole, find) for name, find in _OWNED.items()}
_FORGOTTEN: Finders = {name: partial(_standing_whole, find) for name, find in _NOBODY.items()}
