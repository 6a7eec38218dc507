"""``dealer-roles handoffs``."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from dealer_roles.cli.completion import complete
from dealer_roles.cli.load_organization import load
from dealer_roles.cli.options import common, emit_answer, on_option

if TYPE_CHECKING:
    from dealer_roles.facade import Organization
    from dealer_roles.questions.handoffs import Handoffs, HandoffView


@click.command("handoffs")
@click.option(
    "--from", "from_", metavar="ID", shell_complete=complete("holders"), help="The giver."
)
@click.option("--to", metavar="ID", shell_complete=complete("holders"), help="The receiver.")
@click.option("--task", metavar="T", shell_complete=complete("tasks"), help="The task.")
@on_option
@common
def command(
    from_: str | None,
    to: str | None,
    task: str | None,
    on: dt.date | None,
    org: str | None,
    format_: str,
    lang: str,
) -> int:
    """Who hands what to whom."""
    organization = load(org)
    found = organization.handoffs(from_, to, task, on)
    if format_ == "json":
        emit_answer(organization, found.to_dict(lang))
    else:
        _print(organization, found, lang)
    return 0


def _print(organization: Organization, found: Handoffs, lang: str) -> None:
    from dealer_roles.cli.names import name_of
    from dealer_roles.cli.output import line, table
    from dealer_roles.words.answer_words import words

    if not found:
        line("没有交接。" if lang == "zh" else "No hand-offs.")
        return
    rows = [
        (
            h.id,
            name_of(organization, h.from_, lang),
            _receiver(organization, h, lang),
            h.deliverable.get(lang) + (" ✓" if h.approval else ""),
            h.task,
            h.then,
            h.evidence[0].span,
        )
        for h in found
    ]
    head = words(("id", "from", "to", "deliverable", "task", "then", "where"), lang)
    table(head, rows)
    if any(h.approval for h in found):
        line("✓ 须经接收方批准" if lang == "zh" else "✓ the receiver approves", "dim")


def _receiver(organization: Organization, handoff: HandoffView, lang: str) -> str:
    from dealer_roles.cli.names import name_of

    names = ", ".join(name_of(organization, r, lang) for r in handoff.receivers)
    if handoff.to_kind in ("position", "post", "party") and names:
        return names
    written = name_of(organization, handoff.to, lang) if handoff.to else handoff.why.get(lang)
    return f"{written} → {names}" if names else written
