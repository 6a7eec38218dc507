"""Gaps in ownership: tasks, cells and process steps that nobody owns."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Literal

from dealer_roles.base.location import Span
from dealer_roles.base.text import Text
from dealer_roles.graph.index import OrgIndex
from dealer_roles.model.entities import Duty
from dealer_roles.model.values import scope_words, scopes_meet
from dealer_roles.queries.cells import CellOwners
from dealer_roles.queries.declared import declaration
from dealer_roles.queries.evidence import of_duty
from dealer_roles.queries.gap_value import Gap
from dealer_roles.queries.owner import (
    owned_cells,
    owned_parts,
    owner,
    shares_words,
)


def task_gaps(index: OrgIndex, on: dt.date) -> Iterator[Gap]:
    """Yield the tasks and cells that nobody owns, leaves out declared ones."""
    for task in index.tasks:
        cells = owned_cells(index, task, on)
        missing = [c for c in cells if not c.holders and not _excused(index, task, c)]
        if not missing:
            continue
        if len(missing) == len(cells):
            yield from _whole_task(index, task, on, cells)
        else:
            for cell in missing:
                if not _inherits(index, task, cell, on):
                    yield _cell(index, task, cell)


def _excused(index: OrgIndex, task: str, cell: CellOwners) -> bool:
    return declaration(index, task, cell.scope) is not None


def _inherits(index: OrgIndex, task: str, cell: CellOwners, on: dt.date) -> bool:
    """Whether the owner of a larger task answers for this cell."""
    return any(
        whole in index.task_set
        and any(c.holders for c in owned_cells(index, whole, on, cell.scope))
        for whole in index.model.catalogue.ancestors(task)
    )


def _whole_task(
    index: OrgIndex, task: str, on: dt.date, cells: Sequence[CellOwners]
) -> Iterator[Gap]:
    others = tuple(dict.fromkeys(duty for cell in cells for duty in cell.others))
    if owner(index, task, (), on).inherited_from:
        return
    if not others and owned_parts(index, task, on) is not None:
        return
    span = _where(index, task, others)
    name = index.model.catalogue.tasks[task].name
    evidence = tuple(of_duty(duty) for duty in others)
    if not others:
        message = Text(
            f"任务「{name.zh}」({task})无人负责", f"nobody owns the task {task} ({name.en})"
        )
        yield Gap("task-unowned", task, message, span, evidence)
        return
    who = shares_words(others)
    message = Text(
        f"任务「{name.zh}」({task})无人负责，只有：{who.zh}",
        f"nobody owns the task {task} ({name.en}); it has only other shares: {who.en}",
    )
    yield Gap("task-only-supported", task, message, span, evidence)


def _cell(index: OrgIndex, task: str, cell: CellOwners) -> Gap:
    """A cell that only the catalogue declares is a note where coverage is not complete."""
    name = index.model.catalogue.tasks[task].name
    words = scope_words(cell.scope)
    message = Text(
        f"任务「{name.zh}」({task})在范围 {words or '其余'} 内无人负责",
        f"nobody owns the task {task} ({name.en}) for {words or 'the rest'}",
    )
    duties = index.duties_of_task.get(task, ())
    span = _where(index, task, cell.others or duties)
    evidence = tuple(of_duty(duty) for duty in duties)
    named = any(duty.scope and scopes_meet(duty.scope, cell.scope) for duty in duties)
    expected = named or index.model.coverage == "complete"
    severity: Literal["warning", "note"] = "warning" if expected else "note"
    return Gap("cell-unowned", f"{task}[{words}]", message, span, evidence, severity)


def _where(index: OrgIndex, task: str, duties: Sequence[Duty]) -> Span:
    """Return where the task is named here: a duty, a hand-off, a step, else the organization."""
    if duties:
        return duties[0].span
    for handoff in index.model.handoffs:
        if task in (handoff.task, handoff.then):
            return handoff.span
    for process in index.model.processes.values():
        for step in process.steps:
            if step.task == task:
                return step.span
    return index.model.span


def step_gaps(index: OrgIndex, on: dt.date) -> Iterator[Gap]:
    """Yield the process steps whose task nobody owns."""
    for process in index.model.processes.values():
        for step in process.steps:
            answer = owner(index, step.task, step.scope, on)
            if answer.owners or answer.declared or answer.parts:
                continue
            message = Text(
                f"流程「{process.name.zh}」的步骤 {step.id}（任务 {step.task}）无人负责",
                f"nobody owns the step {step.id} (task {step.task}) of the process {process.id}",
            )
            yield Gap("step-unowned", f"{process.id}/{step.id}", message, step.span)
