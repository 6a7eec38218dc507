"""``dealer-roles compare ORG ORG …``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from dealer_roles.cli.completion import complete
from dealer_roles.cli.misuse import misuse
from dealer_roles.cli.options import format_option, lang_option, on_option
from dealer_roles.cli.output import emit_json
from dealer_roles.values.text import Text

if TYPE_CHECKING:
    from dealer_roles.facade import Organization
    from dealer_roles.questions.compare import Comparison


@click.command("compare")
@click.argument("orgs", nargs=-1, required=True, shell_complete=complete("organizations"))
@click.option(
    "--only",
    type=click.Choice(["agree", "disagree", "only-one"]),
    help="Show only tasks with this verdict.",
)
@on_option
@format_option
@lang_option
def command(
    orgs: tuple[str, ...], only: str | None, on: dt.date | None, format_: str, lang: str
) -> int:
    """Task by task, who owns it in each of ORGS; where they disagree, what only one has.

    Row by row, too, who decides how much, where an authority table says so.
    """
    if len(orgs) < 2:
        raise misuse("请至少指明两个组织。", "Name at least two organizations.")
    from dealer_roles.cli.load_organization import load
    from dealer_roles.questions.compare import Comparison, compare

    loaded = [load(org) for org in orgs]
    indexes = [organization.on(on) for organization in loaded]
    found = compare(indexes)
    if only:
        rows = tuple(row for row in found.authority if row.verdict == only)
        items = tuple(t for t in found if t.verdict == only)
        found = Comparison(items, found.organizations, rows)
    if format_ == "json":
        origins = [{"id": one.id, "from": one.loaded.origin} for one in loaded]
        emit_json({**found.to_dict(lang), "organizations_from": origins})
    else:
        _print(found, {one.id: one for one in loaded}, lang)
    return 0


_VERDICTS = {
    "agree": Text("一致", "agree"),
    "disagree": Text("不一致", "disagree"),
    "only-one": Text("仅一家", "only one"),
}
_TASK, _TOPIC, _VERDICT = Text("任务", "task"), Text("事项", "topic"), Text("结论", "verdict")


def _print(found: Comparison, loaded: Mapping[str, Organization], lang: str) -> None:
    from dealer_roles.cli.output import line, table
    from dealer_roles.organization.with_ids import name_of
    from dealer_roles.words.marks import listed

    def shown(org: str, owners: Mapping[str, tuple[str, ...]]) -> str:
        if org not in owners:
            return ""
        who = [name_of(loaded[org].linked.model, id_, lang) for id_ in owners[org]]
        return listed(who, lang) or "—"

    rows = [
        (
            t.name.get(lang),
            _VERDICTS[t.verdict].get(lang),
            *(shown(org, dict(t.owners)) for org in found.organizations),
        )
        for t in found
    ]
    table([_TASK.get(lang), _VERDICT.get(lang), *found.organizations], rows)
    _print_authority(found, loaded, lang)
    counts = {v: sum(t.verdict == v for t in found) for v in _VERDICTS}
    line(" · ".join(f"{_VERDICTS[v].get(lang)} {n}" for v, n in counts.items()), "dim")


def _print_authority(found: Comparison, loaded: Mapping[str, Organization], lang: str) -> None:
    from dealer_roles.cli.output import table
    from dealer_roles.organization.decider_words import deciders_line
    from dealer_roles.organization.names import Names
    from dealer_roles.values.scope import scope_words

    if not found.authority:
        return
    rows = []
    for row in found.authority:
        deciders = dict(row.deciders)
        steps = (
            deciders_line(Names(loaded[org].linked.model, lang), deciders.get(org, ()))
            for org in found.organizations
        )
        name = next(loaded[org].topics[row.topic].name.get(lang) for org in deciders)
        about = f"{name} {scope_words(row.scope)}".strip()
        rows.append((about, _VERDICTS[row.verdict].get(lang), *steps))
    table([_TOPIC.get(lang), _VERDICT.get(lang), *found.organizations], rows)
