"""``dealer-roles duties [POSITION]``."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from dealer_roles.cli.completion import complete
from dealer_roles.cli.options import common, emit_answer, load, on_option

if TYPE_CHECKING:
    from dealer_roles.facade import Organization
    from dealer_roles.questions.duties import Duties


@click.command("duties")
@click.argument("position", required=False, shell_complete=complete("holders"))
@click.option("--task", metavar="T", shell_complete=complete("tasks"), help="Only in this task.")
@click.option("--source", metavar="S", help="Only those that cite this statement.")
@on_option
@common
def command(
    position: str | None,
    task: str | None,
    source: str | None,
    on: dt.date | None,
    org: str | None,
    format_: str,
    lang: str,
) -> int:
    """The shares of POSITION, or of everybody, in tasks."""
    organization = load(org)
    found = organization.duties(position, task, source, on)
    if format_ == "json":
        emit_answer(organization, found.to_dict(lang))
    else:
        _print(organization, found, lang)
    return 0


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
