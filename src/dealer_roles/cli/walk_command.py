"""``dealer-roles walk PROCESS``."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from dealer_roles.cli.completion import complete
from dealer_roles.cli.load_organization import load
from dealer_roles.cli.options import common, emit_answer, on_option

if TYPE_CHECKING:
    from dealer_roles.facade import Organization
    from dealer_roles.questions.walk import Walk, WalkStep


@click.command("walk")
@click.argument("process", shell_complete=complete("processes"))
@on_option
@common
def command(process: str, on: dt.date | None, org: str | None, format_: str, lang: str) -> int:
    """Follow a case through PROCESS: who holds it, how long, what crosses departments."""
    organization = load(org)
    answer = organization.walk(process, on)
    if format_ == "json":
        emit_answer(organization, answer.to_dict(lang))
    else:
        _print(organization, answer, lang)
    return 0


def _print(organization: Organization, answer: Walk, lang: str) -> None:
    from dealer_roles.cli.output import heading, line, table

    name = organization.processes[answer.process].name.get(lang)
    heading(f"{name} ({answer.process})")
    line(answer.why.get(lang))
    line()
    zh = lang == "zh"
    head = ["#", "任务", "承担者", "部门", "时限", "下一步"] if zh else [
        "#", "task", "holder", "department", "within", "next",
    ]  # fmt: skip
    rows = [
        _row(organization, answer, number, step, lang)
        for number, step in enumerate(answer.steps, 1)
    ]
    table(head, rows)
    line(
        "⇄ 换手  ↩ 来回  ! 缺少交接" if zh else "⇄ hands change  ↩ back and forth  ! no hand-off",
        "dim",
    )


def _row(
    organization: Organization, answer: Walk, number: int, step: WalkStep, lang: str
) -> tuple[object, ...]:
    from dealer_roles.cli.names import name_of

    task = organization.catalogue.tasks[step.task].name.get(lang)
    condition = f" ({step.when.get(lang)})" if step.when else ""
    return (
        number,
        f"{task}{condition}",
        ", ".join(name_of(organization, h, lang) for h in step.holders) or "—",
        ", ".join(name_of(organization, d, lang) for d in step.departments),
        step.within.get(lang) if step.within else "",
        ", ".join(_onward(answer, step)),
    )


def _onward(answer: Walk, step: WalkStep) -> list[str]:
    places = {s.id: n for n, s in enumerate(answer.steps, 1)}
    found = []
    for move in answer.moves:
        if move.source == step.id:
            marks = "↩" if move.ping_pong else "⇄" if move.changes_hands else ""
            missing = "!" if move.changes_hands and not move.handoffs else ""
            found.append(f"{places[move.target]}{marks}{missing}")
    return found
