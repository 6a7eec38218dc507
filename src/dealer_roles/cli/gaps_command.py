"""``dealer-roles gaps``."""

from __future__ import annotations

import datetime as dt
from itertools import groupby
from typing import TYPE_CHECKING

import click

from dealer_roles.cli.load_organization import load
from dealer_roles.cli.misuse import misuse
from dealer_roles.cli.options import common, emit_answer, on_option

if TYPE_CHECKING:
    from dealer_roles.questions.gap_value import Gaps


@click.command("gaps")
@on_option
@click.option("--ever", is_flag=True, help="Look at all time and report intervals.")
@common
def command(on: dt.date | None, ever: bool, org: str | None, format_: str, lang: str) -> int:
    """What is missing: owners, hand-offs, heads, ways to the top."""
    if ever and on is not None:
        raise misuse("--ever 与 --on 不能同时使用。", "--ever and --on exclude each other.")
    organization = load(org)
    found = organization.gaps("ever" if ever else on)
    if format_ == "json":
        emit_answer(organization, found.to_dict(lang))
    else:
        _print(found, lang)
    return 0


def _print(found: Gaps, lang: str) -> None:
    from dealer_roles.cli.output import heading, line
    from dealer_roles.words.answer_words import word

    if not found:
        line("没有缺口。" if lang == "zh" else "No gaps.")
        return
    for kind, items in groupby(found, key=lambda gap: gap.kind):
        heading(word(kind, lang))
        for gap in items:
            line(f"  {gap.message.get(lang)}")
            for period in gap.intervals:
                line(f"    {period.first or '…'} – {period.last or '…'}")
            line(f"    {gap.span}", "dim")
    count = len(found)
    line(f"共 {count} 处缺口。" if lang == "zh" else f"{count} gap{'s' if count > 1 else ''}.")
