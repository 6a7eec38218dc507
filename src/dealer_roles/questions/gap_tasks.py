"""Gaps in ownership: tasks, cells and process steps that nobody owns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from dealer_roles.model.entities import Duty, Unowned
from dealer_roles.organization.cells import CellOwners, owned_cells
from dealer_roles.organization.evidence import of_duty, of_unowned
from dealer_roles.organization.on_day import NO_DUTIES, OnDay
from dealer_roles.organization.standing import owners_in, settled_apart, unsettled
from dealer_roles.organization.with_ids import named, words_of_all, words_of_task
from dealer_roles.questions.gap_value import Gap
from dealer_roles.questions.owner import owner
from dealer_roles.questions.owner_words import shares_words
from dealer_roles.values.part_words import region_id, region_words
from dealer_roles.values.scope import EVERYWHERE, Region, common, shortened
from dealer_roles.values.span import Span, is_bundled
from dealer_roles.values.text import Text


def task_gaps(org: OnDay) -> Iterator[Gap]:
    """Yield the tasks and cells that nobody owns, nor a larger task, nor parts of it."""
    for task in org.tasks:
        if not unsettled(org, task):
            continue
        parts = tuple(settled_apart(org, task))
        if any(part.holders for part in parts):
            yield from (_cell(org, task, p.cell, p.region) for p in parts if p.forgotten)
        else:
            yield _whole_task(org, task)


def only_catalogued(org: OnDay, cell: CellOwners) -> bool:
    """Whether only the catalogue has a cell, in an organization that claims no completeness.

    A task that has but one cell is named by the organization itself.
    """
    silent = not cell.others and not cell.holders and cell.region != EVERYWHERE
    return silent and org.model.coverage != "complete"


def _whole_task(org: OnDay, task: str) -> Gap:
    others = org.stated_of_task.get(task, NO_DUTIES)
    span = where_named(org, task, others)
    what = words_of_task(org.model, task)
    evidence = tuple(of_duty(duty) for duty in others)
    if not others:
        message = Text(f"任务{what.zh}无人负责", f"nobody owns the task {what.en}")
        return Gap("task-unowned", task, message, span, evidence)
    who = shares_words(org, others)
    message = Text(
        f"任务{what.zh}无人负责，只有：{who.zh}",
        f"nobody owns the task {what.en}; it has only other shares: {who.en}",
    )
    return Gap("task-only-supported", task, message, span, evidence)


def _cell(org: OnDay, task: str, cell: CellOwners, region: Region) -> Gap:
    """A cell that only the catalogue has is a note where coverage is not complete."""
    what, words = words_of_task(org.model, task), region_words(region, org.dimensions)
    message = Text(
        f"任务{what.zh}在范围 {words.zh} 内无人负责",
        f"nobody owns the task {what.en} for {words.en}",
    )
    duties = org.stated_of_task.get(task, NO_DUTIES)
    span = where_named(org, task, cell.others or duties)
    subject = f"{task}[{region_id(region, org.dimensions)}]"
    severity: Literal["warning", "note"] = "note" if only_catalogued(org, cell) else "warning"
    return Gap("cell-unowned", subject, message, span, tuple(map(of_duty, duties)), severity)


def declared_gaps(org: OnDay) -> Iterator[Gap]:
    """Yield the tasks that are declared unowned where somebody owns them."""
    for task in sorted(org.declared_unowned):
        for declared in org.declared_unowned[task]:
            scope = shortened(declared.scope, org.dimensions)
            owned = [c for c in owned_cells(org, task) if c.holders and common(c.region, (scope,))]
            if owned:
                region = tuple(box for c in owned for box in common(c.region, (scope,)))
                yield _declared_yet_owned(org, declared, owned, region)


def _declared_yet_owned(
    org: OnDay, declared: Unowned, owned: Sequence[CellOwners], region: Region
) -> Gap:
    task, where = declared.task, region_words(region, org.dimensions)
    what = words_of_task(org.model, task)
    holders = sorted({holder for cell in owned for holder in cell.holders})
    who = words_of_all(org.model, holders)
    message = Text(
        f"任务{what.zh}已声明无人负责，却由{who.zh}负责（范围：{where.zh}）",
        f"the task {what.en} is declared unowned, yet {who.en} owns it: {where.en}",
    )
    words = region_id(region, org.dimensions)
    subject = f"{task}[{words}]" if words else task
    duties = dict.fromkeys(duty for cell in owned for duty in cell.duties)
    evidence = (of_unowned(declared), *map(of_duty, duties))
    return Gap("declared-yet-owned", subject, message, declared.span, evidence)


def where_named(org: OnDay, task: str, duties: Sequence[Duty]) -> Span:
    """Return where the task is named here: a duty, a hand-off, a step, a catalogue of its own.

    Where it is named nowhere, the organization's ``coverage`` asks for it.
    """
    if duties:
        return duties[0].span
    for handoff in org.handoffs_touching.get(task, ()):
        return handoff.span
    step = org.first_step_of_task.get(task)
    if step is not None:
        return step.span
    entry = org.model.catalogue.tasks[task]
    bundled = is_bundled(entry.span.file)
    return org.model.asked_at("coverage") if bundled else entry.span


def step_gaps(org: OnDay) -> Iterator[Gap]:
    """Yield the process steps whose task nobody owns."""
    for process in org.model.processes.values():
        for step in process.steps:
            if owners_in(org, step.task, step.scope):
                continue
            answer = owner(org, step.task, step.scope)
            if answer.declared or answer.parts:
                continue
            what, whole = words_of_task(org.model, step.task), named(process.name, process.id)
            message = Text(
                f"流程{whole.zh}的步骤 {step.id}（任务{what.zh}）无人负责",
                f"nobody owns the step {step.id} (task {what.en}) of the process {whole.en}",
            )
            yield Gap("step-unowned", f"{process.id}/{step.id}", message, step.span)
