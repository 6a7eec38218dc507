"""``dealer-roles owner TASK``."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from dealer_roles.cli.completion import complete
from dealer_roles.cli.load_organization import load
from dealer_roles.cli.options import common, emit_answer, on_option, parse_scope, scope_option

if TYPE_CHECKING:
    from dealer_roles.facade import Organization
    from dealer_roles.values.errors import UnknownId


@click.command("owner")
@click.argument("task", shell_complete=complete("tasks"))
@scope_option
@on_option
@common
def command(
    task: str,
    scope: tuple[str, ...],
    on: dt.date | None,
    org: str | None,
    format_: str,
    lang: str,
) -> int:
    """Who owns TASK, and why."""
    return _ask(task, scope, on, org, format_, lang)


def _ask(
    task: str,
    scope: tuple[str, ...],
    on: dt.date | None,
    org: str | None,
    format_: str,
    lang: str,
) -> int:
    from dealer_roles.values.errors import UnknownId

    organization = load(org)
    try:
        answer = organization.owner(task, parse_scope(scope), on)
    except UnknownId as error:
        if error.kind != "task":
            raise
        return _unknown(error, organization, format_, lang)
    if format_ == "json":
        emit_answer(organization, answer.to_dict(lang))
    else:
        from dealer_roles.cli.owner_text import print_owner

        print_owner(organization, answer, lang)
    if not scope and on is None:
        from dealer_roles.cli.remember_owner import remember_owner

        remember_owner(organization, org, task, format_, lang)
    return 0


def _unknown(error: UnknownId, organization: Organization, format_: str, lang: str) -> int:
    """Answer in JSON that nobody knows the task, with what is near; people are told the error."""
    if format_ != "json":
        raise error
    answer = {
        "task": error.id,
        "status": "unknown",
        "split": False,
        "owners": [],
        "why": error.message.get(lang),
        "suggestions": list(error.suggestions),
        "evidence": [],
    }
    emit_answer(organization, answer)
    return 2
