"""``dealer-roles gaps``."""

from __future__ import annotations

import datetime as dt
from itertools import groupby
from typing import TYPE_CHECKING

import click

from dealer_roles.cli.options import common, load, on_option
from dealer_roles.cli.output import emit_json

if TYPE_CHECKING:
    from dealer_roles.questions.gap_value import Gaps


@click.command("gaps")
@on_option
@click.option("--ever", is_flag=True, help="Look at all time and report intervals.")
@common
def command(on: dt.date | None, ever: bool, org: str | None, format_: str, lang: str) -> int:
    """What is missing: owners, hand-offs, heads, ways to the top."""
    if ever and on is not None:
        raise click.UsageError("--ever and --on exclude each other.")
    found = load(org).gaps("ever" if ever else on)
    if format_ == "json":
        emit_json(found.to_dict(lang))
    else:
        _print(found, lang)
    return 0


def _print(found: Gaps, lang: str) -> None:
    from dealer_roles.cli.output import heading, line
    from dealer_roles.cli.wording import word

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
