"""The way of a case through a process as text."""

from __future__ import annotations

from dealer_roles.organization.on_day import OnDay
from dealer_roles.organization.with_ids import name_of
from dealer_roles.questions.walk import Walk, WalkStep
from dealer_roles.values.printed import Printed, PrintedLine, PrintedTable, aside, heading
from dealer_roles.values.text import Text
from dealer_roles.words.marks import listed

_HEADS = (
    Text("#", "#"),
    Text("任务", "task"),
    Text("承担者", "holder"),
    Text("部门", "department"),
    Text("时限", "within"),
    Text("下一步", "next"),
)
_LEGEND = Text("⇄ 换手  ↩ 来回  ! 缺少交接", "⇄ hands change  ↩ back and forth  ! no hand-off")


def printed(org: OnDay, answer: Walk, lang: str) -> Printed:
    """Yield the walk in a sentence, and each step with where it goes on."""
    name = org.model.processes[answer.process].name.get(lang)
    yield heading(f"{name} ({answer.process})")
    yield PrintedLine(answer.why.get(lang))
    yield PrintedLine()
    rows = [_row(org, answer, number, step, lang) for number, step in enumerate(answer.steps, 1)]
    yield PrintedTable([head.get(lang) for head in _HEADS], rows)
    yield aside(_LEGEND.get(lang))


def _row(org: OnDay, answer: Walk, number: int, step: WalkStep, lang: str) -> tuple[object, ...]:
    task = org.model.catalogue.tasks[step.task].name.get(lang)
    condition = f" ({step.when.get(lang)})" if step.when else ""
    return (
        number,
        f"{task}{condition}",
        listed((name_of(org.model, h, lang) for h in step.holders), lang) or "—",
        listed((name_of(org.model, d, lang) for d in step.departments), lang),
        step.within.get(lang) if step.within else "",
        listed(_onward(answer, step), lang),
    )


def _onward(answer: Walk, step: WalkStep) -> list[str]:
    places = {s.id: n for n, s in enumerate(answer.steps, 1)}
    found = []
    for move in answer.moves:
        if move.source == step.id:
            marks = "↩" if move.ping_pong else "⇄" if move.changes_hands else ""
            missing = "!" if move.uncarried else ""
            found.append(f"{places[move.target]}{marks}{missing}")
    return found
