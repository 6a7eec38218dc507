"""``dealer-roles escalation POSITION``."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from dealer_roles.cli.completion import complete
from dealer_roles.cli.options import common, emit_answer, load, on_option

if TYPE_CHECKING:
    from dealer_roles.facade import Organization
    from dealer_roles.questions.escalation import EscalationAnswer, EscalationStep


@click.command("escalation")
@click.argument("position", shell_complete=complete("holders"))
@click.option("--topic", metavar="T", shell_complete=complete("topics"), help="The topic, if any.")
@click.option(
    "--about",
    "subject",
    metavar="POSITION",
    shell_complete=complete("holders"),
    help="The position complained about; passed over where a ladder says so.",
)
@on_option
@common
def command(
    position: str,
    topic: str | None,
    subject: str | None,
    on: dt.date | None,
    org: str | None,
    format_: str,
    lang: str,
) -> int:
    """Who is called after POSITION, step by step, up to the top."""
    organization = load(org)
    answer = organization.escalation(position, topic, on, subject)
    if format_ == "json":
        emit_answer(organization, answer.to_dict(lang))
    else:
        _print(organization, answer, lang)
    return 0


def _print(organization: Organization, answer: EscalationAnswer, lang: str) -> None:
    from dealer_roles.cli.names import with_id
    from dealer_roles.cli.output import heading, line, table
    from dealer_roles.words.answer_words import words

    topic = organization.topics.get(answer.topic)
    about = f" · {topic.name.get(lang)} ({topic.id})" if topic else ""
    heading(with_id(organization, answer.position, lang) + about)
    rows = [
        (
            number,
            _who(organization, step, lang),
            step.within.get(lang) if step.within else "",
            step.limit.get(lang) if step.limit else "",
            step.why.get(lang),
        )
        for number, step in enumerate(answer.steps, 1)
    ]
    if rows:
        line()
        table(["#", *words(("position", "within", "limit", "why"), lang)], rows)
        line()
    line(answer.why.get(lang))
    for place in dict.fromkeys(str(e.span) for e in answer.evidence):
        line(f"  {place}", "dim")


def _who(organization: Organization, step: EscalationStep, lang: str) -> str:
    from dealer_roles.cli.names import with_id
    from dealer_roles.words.answer_words import word

    if step.party:
        who = f"{word('outside', lang)}: {with_id(organization, step.party, lang)}"
    elif step.position is None:
        who = f"({word('unnamed', lang)})"
    else:
        who = with_id(organization, step.position, lang)
    return f"{who} · {word('alert', lang)}" if step.alert else who
