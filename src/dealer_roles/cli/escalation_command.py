"""``dealer-roles escalation POSITION``."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from dealer_roles.cli.completion import complete
from dealer_roles.cli.load_organization import load
from dealer_roles.cli.options import common, emit_answer, on_option, parse_scope

if TYPE_CHECKING:
    from dealer_roles.values.text import Lang


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
@click.option(
    "--case",
    "case",
    multiple=True,
    metavar="KEY=VALUE",
    help="What it is about, e.g. business=sales, where that decides; may be repeated.",
)
@on_option
@common
def command(
    position: str,
    topic: str | None,
    subject: str | None,
    case: tuple[str, ...],
    on: dt.date | None,
    org: str | None,
    format_: str,
    lang: Lang,
) -> int:
    """Who is called after POSITION, step by step, up to the top."""
    stated = parse_scope(case, "--case")
    organization = load(org)
    answer = organization.escalation(position, topic, on, subject, stated)
    if format_ == "json":
        emit_answer(organization, answer.to_dict(lang))
    else:
        from dealer_roles.cli.escalation_text import print_escalation

        print_escalation(organization, answer, lang)
    return 0
