"""``dealer-roles list WHAT``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dealer_roles.cli.misuse import misuse
from dealer_roles.cli.options import common, emit_answer, load
from dealer_roles.cli.output import emit_json

if TYPE_CHECKING:
    from dealer_roles.facade import Organization

KINDS = ("positions", "tasks", "departments", "topics", "processes", "organizations")


@click.command("list")
@click.argument("what", type=click.Choice(KINDS))
@common
def command(what: str, org: str | None, format_: str, lang: str) -> int:
    """List positions, tasks, departments, topics, processes or organizations."""
    if what == "organizations" and org is not None:
        raise misuse(
            "list organizations 列出随附的组织，不用 --org。",
            "'list organizations' lists the bundled ones and takes no --org.",
        )
    organization = None if what == "organizations" else load(org)
    rows = _organizations() if organization is None else _entries(what, organization)
    if format_ == "json":
        data = {what: [{"id": i, "name": {"zh": zh, "en": en}} for i, zh, en in rows]}
        if organization is None:
            emit_json(data)
        else:
            emit_answer(organization, data)
        return 0
    from dealer_roles.cli.output import line, table
    from dealer_roles.words.answer_words import word

    if not rows:
        line("无。" if lang == "zh" else f"No {what}.")
        return 0
    table([word("id", lang), "中文", "English"], rows)
    return 0


def _entries(what: str, organization: Organization) -> list[tuple[str, str, str]]:
    entries = getattr(organization, what)
    return [(id_, item.name.zh, item.name.en) for id_, item in sorted(entries.items())]


def _organizations() -> list[tuple[str, str, str]]:
    from dealer_roles.loading.bundled import bundle, bundled

    rows = []
    for name in bundled():
        main = next(d for d in bundle(name).documents if d.kind == "organization")
        rows.append((name, main.value.name.zh, main.value.name.en))
    return rows
