"""``dealer-roles list WHAT``."""

from __future__ import annotations

import click

from dealer_roles.cli.answer_with import answer_with
from dealer_roles.cli.load_organization import load
from dealer_roles.cli.misuse import misuse
from dealer_roles.cli.options import common
from dealer_roles.questions.table import question_named

_ENTRIES = question_named("entries")
_BUNDLED = "organizations"


@click.command("list")
@click.argument("what", type=click.Choice((*_ENTRIES.parameters[0].choices, _BUNDLED)))
@common
def command(what: str, org: str | None, format_: str, lang: str) -> int:
    """List what is defined: positions, tasks, departments and so on; JSON says all of each.

    ``organizations`` lists the bundled ones, ``organization`` says what is said of this one.
    """
    if what != _BUNDLED:
        return answer_with(_ENTRIES, load(org), {"what": what, "on": None}, format_, lang)
    if org is not None:
        raise misuse(
            "list organizations 列出随附的组织，不用 --org。",
            "'list organizations' lists the bundled ones and takes no --org.",
        )
    _list_bundled(format_, lang)
    return 0


def _list_bundled(format_: str, lang: str) -> None:
    from dealer_roles.cli.output import emit_json, table
    from dealer_roles.words.answer_words import word

    rows = _organizations()
    if format_ == "json":
        emit_json({_BUNDLED: [{"id": i, "name": {"zh": zh, "en": en}} for i, zh, en in rows]})
    else:
        table([word("id", lang), "中文", "English"], rows)


def _organizations() -> list[tuple[str, str, str]]:
    from dealer_roles.loading.bundled import bundle, bundled

    rows = []
    for name in bundled():
        main = next(d for d in bundle(name).documents if d.kind == "organization")
        rows.append((name, main.value.name.zh, main.value.name.en))
    return rows
