"""``dealer-roles overlaps``."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from dealer_roles.cli.load_organization import load
from dealer_roles.cli.misuse import misuse
from dealer_roles.cli.options import common, emit_answer, on_option

if TYPE_CHECKING:
    from dealer_roles.facade import Organization
    from dealer_roles.questions.overlaps import Overlaps


@click.command("overlaps")
@on_option
@click.option("--ever", is_flag=True, help="Look at all time and report intervals.")
@common
def command(on: dt.date | None, ever: bool, org: str | None, format_: str, lang: str) -> int:
    """Where several holders own the same thing."""
    if ever and on is not None:
        raise misuse("--ever 与 --on 不能同时使用。", "--ever and --on exclude each other.")
    organization = load(org)
    found = organization.overlaps("ever" if ever else on)
    if format_ == "json":
        emit_answer(organization, found.to_dict(lang))
    else:
        _print(organization, found, lang)
    return 0


def _print(organization: Organization, found: Overlaps, lang: str) -> None:
    from dealer_roles.cli.names import listed, task_name
    from dealer_roles.cli.output import heading, line
    from dealer_roles.words.answer_words import word

    if not found:
        line("没有重叠。" if lang == "zh" else "No overlaps.")
        return
    for item in found:
        heading(f"{task_name(organization, item.task, lang)} — {word(item.kind, lang)}")
        line(f"  {listed(organization, item.positions, lang)}")
        line(f"  {item.why.get(lang)}")
        for period in item.intervals:
            line(f"  {period.first or '…'} – {period.last or '…'}")
        for e in item.evidence:
            sources = " ".join(e.sources) or word(e.basis, lang)
            line(f"    {e.span}  {e.position} {word(e.responsibility, lang)}  {sources}", "dim")
    count = len(found)
    line(f"共 {count} 处重叠。" if lang == "zh" else f"{count} overlap{'s' if count > 1 else ''}.")
