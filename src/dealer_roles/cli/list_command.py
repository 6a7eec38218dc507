"""``dealer-roles list WHAT``."""

from __future__ import annotations

import click

from dealer_roles.cli.load_organization import load
from dealer_roles.cli.misuse import misuse
from dealer_roles.cli.options import common, emit_answer
from dealer_roles.cli.output import emit_json

KINDS = (
    "positions", "tasks", "departments", "topics", "processes", "posts", "forms", "parties",
    "scopes", "organization", "organizations",
)  # fmt: skip


@click.command("list")
@click.argument("what", type=click.Choice(KINDS))
@common
def command(what: str, org: str | None, format_: str, lang: str) -> int:
    """List what is defined: positions, tasks, departments and so on; JSON says all of each.

    ``organizations`` lists the bundled ones, ``organization`` says what is said of this one.
    """
    if what == "organizations" and org is not None:
        raise misuse(
            "list organizations 列出随附的组织，不用 --org。",
            "'list organizations' lists the bundled ones and takes no --org.",
        )
    organization = None if what == "organizations" else load(org)
    found = None if organization is None else organization.entries(what)
    rows = _organizations() if found is None else [(e.id, e.name.zh, e.name.en) for e in found]
    if format_ == "json":
        if organization is None or found is None:
            emit_json({what: [{"id": i, "name": {"zh": zh, "en": en}} for i, zh, en in rows]})
        else:
            emit_answer(organization, found.to_dict())
        return 0
    from dealer_roles.cli.output import line, table
    from dealer_roles.words.answer_words import word

    if not rows:
        line("无。" if lang == "zh" else f"No {what}.")
        return 0
    table([word("id", lang), "中文", "English"], rows)
    return 0


def _organizations() -> list[tuple[str, str, str]]:
    from dealer_roles.loading.bundled import bundle, bundled

    rows = []
    for name in bundled():
        main = next(d for d in bundle(name).documents if d.kind == "organization")
        rows.append((name, main.value.name.zh, main.value.name.en))
    return rows
