"""Gaps in ownership: tasks, cells and process steps that nobody owns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from dealer_roles.model.entities import Duty
from dealer_roles.organization.cells import CellOwners
from dealer_roles.organization.evidence import of_duty
from dealer_roles.organization.on_day import OnDay
from dealer_roles.questions.declared_unowned import declaration
from dealer_roles.questions.gap_value import Gap
from dealer_roles.questions.owner import owned_cells, owned_parts, owner, shares_words
from dealer_roles.values.scope import scope_words, scopes_meet
from dealer_roles.values.span import Span
from dealer_roles.values.text import Text


def task_gaps(org: OnDay) -> Iterator[Gap]:
    """Yield the tasks and cells that nobody owns, leaves out declared ones."""
    for task in org.tasks:
        cells = owned_cells(org, task)
        missing = [c for c in cells if not c.holders and not _excused(org, task, c)]
        if not missing:
            continue
        if len(missing) == len(cells):
            yield from _whole_task(org, task, cells)
        else:
            for cell in missing:
                if not _inherits(org, task, cell):
                    yield _cell(org, task, cell)


def _excused(org: OnDay, task: str, cell: CellOwners) -> bool:
    return declaration(org, task, cell.scope) is not None


def _inherits(org: OnDay, task: str, cell: CellOwners) -> bool:
    """Whether the owner of a larger task answers for this cell."""
    return any(
        whole in org.task_set and any(c.holders for c in owned_cells(org, whole, cell.scope))
        for whole in org.model.catalogue.ancestors(task)
    )


def _whole_task(org: OnDay, task: str, cells: Sequence[CellOwners]) -> Iterator[Gap]:
    others = tuple(dict.fromkeys(duty for cell in cells for duty in cell.others))
    if owner(org, task, ()).inherited_from:
        return
    if not others and owned_parts(org, task) is not None:
        return
    span = _where(org, task, others)
    name = org.model.catalogue.tasks[task].name
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


def _cell(org: OnDay, task: str, cell: CellOwners) -> Gap:
    """A cell that only the catalogue declares is a note where coverage is not complete."""
    name = org.model.catalogue.tasks[task].name
    words = scope_words(cell.scope)
    message = Text(
        f"任务「{name.zh}」({task})在范围 {words or '其余'} 内无人负责",
        f"nobody owns the task {task} ({name.en}) for {words or 'the rest'}",
    )
    duties = org.duties_of_task.get(task, ())
    span = _where(org, task, cell.others or duties)
    evidence = tuple(of_duty(duty) for duty in duties)
    named = any(duty.scope and scopes_meet(duty.scope, cell.scope) for duty in duties)
    expected = named or org.model.coverage == "complete"
    severity: Literal["warning", "note"] = "warning" if expected else "note"
    return Gap("cell-unowned", f"{task}[{words}]", message, span, evidence, severity)


def _where(org: OnDay, task: str, duties: Sequence[Duty]) -> Span:
    """Return where the task is named here: a duty, a hand-off, a step, else the organization."""
    if duties:
        return duties[0].span
    for handoff in org.model.handoffs:
        if task in (handoff.task, handoff.then):
            return handoff.span
    for process in org.model.processes.values():
        for step in process.steps:
            if step.task == task:
                return step.span
    return org.model.span


def step_gaps(org: OnDay) -> Iterator[Gap]:
    """Yield the process steps whose task nobody owns."""
    for process in org.model.processes.values():
        for step in process.steps:
            answer = owner(org, step.task, step.scope)
            if answer.owners or answer.declared or answer.parts:
                continue
            message = Text(
                f"流程「{process.name.zh}」的步骤 {step.id}（任务 {step.task}）无人负责",
                f"nobody owns the step {step.id} (task {step.task}) of the process {process.id}",
            )
            yield Gap("step-unowned", f"{process.id}/{step.id}", message, step.span)
