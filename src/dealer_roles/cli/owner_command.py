"""``dealer-roles owner TASK``."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from dealer_roles.cli.completion import complete
from dealer_roles.cli.options import (
    common,
    default_organization,
    load,
    on_option,
    parse_scope,
    scope_option,
)
from dealer_roles.cli.output import emit_json
from dealer_roles.output.screen import note

if TYPE_CHECKING:
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
    if format_ == "json" and not scope and on is None:
        from dealer_roles.loading.remembered_owner import remembered_owner

        remembered = remembered_owner(org or default_organization(), task, lang)
        if remembered is not None:
            emit_json(remembered)
            return 0
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
        return _unknown(error, format_, lang)
    if format_ == "json":
        emit_json(answer.to_dict(lang))
        return 0
    from dealer_roles.cli.owner_text import print_owner

    print_owner(organization, answer, lang)
    return 0


def _unknown(error: UnknownId, format_: str, lang: str) -> int:
    why = f"没有任务 {error.id!r}" if lang == "zh" else f"nobody knows the task {error.id!r}"
    if format_ == "json":
        emit_json(
            {
                "task": error.id,
                "status": "unknown",
                "split": False,
                "owners": [],
                "why": why,
                "suggestions": list(error.suggestions),
                "evidence": [],
            }
        )
    else:
        note(f"Error: {error}")
    return 2
