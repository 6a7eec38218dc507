"""``dealer-roles explore``."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dealer_roles.cli.load_organization import load
from dealer_roles.cli.options import kept_option, lang_option, on_option, org_option, output_option
from dealer_roles.cli.write_made import write_made

if TYPE_CHECKING:
    from dealer_roles.values.text import Lang


@click.command("explore")
@output_option("File to write.", default="explorer.html", show_default=True)
@kept_option
@lang_option
@on_option
@org_option
def command(
    output: Path,
    beside: bool,
    overwrite: bool,
    lang: Lang,
    on: dt.date | None,
    org: str | None,
) -> int:
    """Write the explorer: one HTML page to click through, offline.

    Open it in a browser, search, and follow positions, tasks, topics and processes.
    """
    from dealer_roles.publish.explorer.publish import explorer_of

    made = explorer_of(load(org).on(on), lang)
    return write_made([(output, made)], beside=beside, overwrite=overwrite)
