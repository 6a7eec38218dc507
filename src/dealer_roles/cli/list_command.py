"""``dealer-roles list WHAT``."""

from __future__ import annotations

import click

from dealer_roles.cli.options import common, load
from dealer_roles.cli.output import emit_json

KINDS = ("positions", "tasks", "departments", "topics", "processes", "organizations")


@click.command("list")
@click.argument("what", type=click.Choice(KINDS))
@common
def command(what: str, org: str | None, format_: str, lang: str) -> int:
    """List positions, tasks, departments, topics, processes or organizations."""
    rows = _organizations() if what == "organizations" else _entries(what, org)
    if format_ == "json":
        emit_json({what: [{"id": i, "name": {"zh": zh, "en": en}} for i, zh, en in rows]})
        return 0
    from dealer_roles.cli.output import table
    from dealer_roles.cli.wording import word

    table([word("id", lang), "中文", "English"], rows)
    return 0


def _entries(what: str, org: str | None) -> list[tuple[str, str, str]]:
    entries = getattr(load(org), what)
    return [(id_, item.name.zh, item.name.en) for id_, item in sorted(entries.items())]


def _organizations() -> list[tuple[str, str, str]]:
    from dealer_roles.loading.bundled import bundle, bundled

    rows = []
    for name in bundled():
        main = next(d for d in bundle(name).documents if d.kind == "organization")
        rows.append((name, main.value.name.zh, main.value.name.en))
    return rows
