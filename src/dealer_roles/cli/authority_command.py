"""``dealer-roles authority``."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from dealer_roles.cli.completion import complete
from dealer_roles.cli.load_organization import load
from dealer_roles.cli.options import common, emit_answer, on_option

if TYPE_CHECKING:
    from dealer_roles.facade import Organization
    from dealer_roles.organization.authority import Decider
    from dealer_roles.questions.authority import AuthorityAnswer, AuthorityAnswers


@click.command("authority")
@click.argument("topic", required=False, shell_complete=complete("topics"))
@click.option(
    "--amount", type=click.FloatRange(min=0), metavar="N", help="Who decides this amount."
)
@click.option(
    "--position", metavar="P", shell_complete=complete("holders"), help="What this one decides."
)
@on_option
@common
def command(
    topic: str | None,
    amount: float | None,
    position: str | None,
    on: dt.date | None,
    org: str | None,
    format_: str,
    lang: str,
) -> int:
    """Who may decide how much: the authority table, from the lowest to the highest.

    Exit code 1 if nobody in the table decides the amount.
    """
    organization = load(org)
    found = organization.authority(topic, position, amount, on)
    if format_ == "json":
        emit_answer(organization, found.to_dict(lang))
    else:
        _print(organization, found, lang)
    return int(amount is not None and not all(answer.decider for answer in found))


def _print(organization: Organization, found: AuthorityAnswers, lang: str) -> None:
    from dealer_roles.cli.output import line, table
    from dealer_roles.words.answer_words import words

    if not found:
        line("权限表中没有这样的行。" if lang == "zh" else "No such row in the authority table.")
        return
    asked = any(answer.amount for answer in found)
    head = ("topic", "scope", "decides", *(("decider",) if asked else ()), "where")
    table(words(head, lang), [_row(organization, a, asked, lang) for a in found])
    for answer in found:
        if answer.absent:
            line(f"{answer.topic}: {answer.why.get(lang)}", "dim")


def _row(
    organization: Organization, answer: AuthorityAnswer, asked: bool, lang: str
) -> tuple[object, ...]:
    from dealer_roles.values.scope import scope_words

    topic = organization.topics[answer.topic].name.get(lang)
    steps = " → ".join(decider_words(organization, d, lang) for d in answer.deciders)
    decider = decider_words(organization, answer.decider, lang) if answer.decider else "-"
    return (
        f"{topic} ({answer.topic})",
        scope_words(answer.scope),
        steps,
        *((decider,) if asked else ()),
        answer.evidence[0].span if answer.evidence else "",
    )


def decider_words(organization: Organization, decider: Decider, lang: str) -> str:
    """Return who decides and up to how much, in one line."""
    from dealer_roles.cli.names import name_of
    from dealer_roles.questions.authority import limit_words

    named = decider.name.get(lang) if decider.name else None
    return f"{named or name_of(organization, decider.holder, lang)} {limit_words(decider, lang)}"
