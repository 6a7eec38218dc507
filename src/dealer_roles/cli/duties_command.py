"""``dealer-roles duties [POSITION]``."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from dealer_roles.cli.completion import complete
from dealer_roles.cli.load_organization import load
from dealer_roles.cli.misuse import misuse
from dealer_roles.cli.options import (
    emit_answer,
    format_option,
    lang_option,
    on_option,
    orgs_option,
)

if TYPE_CHECKING:
    from dealer_roles.facade import Organization
    from dealer_roles.questions.duties import Duties
    from dealer_roles.questions.similar import Similar


@click.command("duties")
@click.argument("position", required=False, shell_complete=complete("holders"))
@click.option("--task", metavar="T", shell_complete=complete("tasks"), help="Only in this task.")
@click.option("--source", metavar="S", help="Only those that cite this statement.")
@click.option(
    "--similar",
    "alike",
    is_flag=True,
    help="Tasks, duties and positions of nearly one name; of two organizations with two --org.",
)
@click.option(
    "--least",
    type=click.FloatRange(0, 1),
    default=0.7,
    show_default=True,
    help="With --similar: how alike two names must be.",
)
@on_option
@orgs_option
@format_option
@lang_option
def command(
    position: str | None,
    task: str | None,
    source: str | None,
    alike: bool,
    least: float,
    on: dt.date | None,
    orgs: tuple[str, ...],
    format_: str,
    lang: str,
) -> int:
    """The shares of POSITION, or of everybody, in tasks."""
    if alike:
        if position or task or source or len(orgs) > MOST_COMPARED:
            raise misuse(
                "--similar 只与一个或两个 --org 同用。", "--similar goes with one --org or two."
            )
        return _similar(orgs, least, on, format_, lang)
    if len(orgs) > 1:
        raise misuse(
            "几个 --org 只与 --similar 同用。", "More than one --org goes with --similar only."
        )
    organization = load(orgs[0] if orgs else None)
    found = organization.duties(position, task, source, on)
    if format_ == "json":
        emit_answer(organization, found.to_dict(lang))
    else:
        _print(organization, found, lang)
    return 0


MOST_COMPARED = 2


def _similar(
    orgs: tuple[str, ...], least: float, on: dt.date | None, format_: str, lang: str
) -> int:
    first, *more = [load(org) for org in orgs] or [load(None)]
    found = first.similar(more[0] if more else None, least, on)
    if format_ == "json":
        emit_answer(first, found.to_dict(lang))
    else:
        _print_similar(found, lang)
    return 0


def _print_similar(found: Similar, lang: str) -> None:
    from dealer_roles.cli.output import line, table

    zh = lang == "zh"
    kinds = {"task": "任务", "duty": "职责", "position": "岗位"}
    rows = [
        (
            kinds[p.one.kind] if zh else p.one.kind,
            f"{p.score:.2f}",
            *(f"{n.name.get(lang)} ({n.org}:{n.holder or n.id})" for n in (p.one, p.other)),
            p.other.span,
        )
        for p in found
    ]
    head = (
        ("种类", "相近度", "一", "二", "位置") if zh else ("kind", "score", "one", "other", "where")
    )
    if rows:
        table(head, rows)
    count = len(found)
    line(
        f"比较了 {found.compared} 个名称，{count} 对相近；合并与否由人决定。"
        if zh
        else f"{found.compared} names compared, {count} pairs nearly alike; whether to merge is "
        "for people to decide."
    )


def _print(organization: Organization, found: Duties, lang: str) -> None:
    from dealer_roles.cli.names import name_of
    from dealer_roles.cli.output import line, table
    from dealer_roles.values.scope import scope_words
    from dealer_roles.words.answer_words import word, words

    if not found:
        line("没有职责。" if lang == "zh" else "No duties.")
        return
    rows = [
        (
            name_of(organization, v.duty.holder, lang),
            word(v.duty.responsibility, lang),
            v.duty.task,
            scope_words(v.duty.scope),
            v.text.get(lang),
            " ".join(v.duty.sources) or word(v.duty.basis, lang),
            v.duty.span,
        )
        for v in found
    ]
    keys = ("holder", "responsibility", "task", "scope", "duty", "sources", "where")
    table(words(keys, lang), rows)
