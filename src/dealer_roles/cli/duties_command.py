"""``dealer-roles duties [POSITION]``, and with ``--similar`` what has nearly one name."""

from __future__ import annotations

from typing import Any

import click

from dealer_roles.cli.answer_with import answer_with
from dealer_roles.cli.load_organization import load
from dealer_roles.cli.misuse import misuse
from dealer_roles.cli.options import format_option, lang_option, orgs_option
from dealer_roles.cli.question_options import parameter_option, question_options, said
from dealer_roles.questions.table import question_named

MOST_COMPARED = 2
_DUTIES, _SIMILAR = question_named("duties"), question_named("similar")
_LEAST = next(parameter for parameter in _SIMILAR.parameters if parameter.name == "least")


@click.command("duties", help=_DUTIES.about.en)
@question_options(_DUTIES)
@click.option(
    "--similar",
    "alike",
    is_flag=True,
    help="Tasks, duties and positions of nearly one name; of two organizations with two --org.",
)
@parameter_option(_LEAST)
@orgs_option
@format_option
@lang_option
def command(
    alike: bool, least: float, orgs: tuple[str, ...], format_: str, lang: str, **given: Any
) -> int:
    """The shares of POSITION, or of everybody, in tasks."""
    asked = said(_DUTIES, given)
    filters = any(asked[parameter.name] for parameter in _DUTIES.parameters)
    if not alike and len(orgs) > 1:
        raise misuse(
            "几个 --org 只与 --similar 同用。", "More than one --org goes with --similar only."
        )
    if alike and (filters or len(orgs) > MOST_COMPARED):
        raise misuse(
            "--similar 只与一个或两个 --org 同用。", "--similar goes with one --org or two."
        )
    first, *more = [load(org) for org in orgs] or [load(None)]
    if not alike:
        return answer_with(_DUTIES, first, asked, format_, lang)
    between = {"other": more[0] if more else None, "least": least, "on": asked["on"]}
    return answer_with(_SIMILAR, first, between, format_, lang)
