"""``dealer-roles matrix``."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dealer_roles.cli.load_organization import load
from dealer_roles.cli.locale_language import default_language
from dealer_roles.cli.options import kept_option, on_option, org_option
from dealer_roles.cli.write_made import write_made
from dealer_roles.values.text import LANGS

if TYPE_CHECKING:
    from dealer_roles.publish.matrix.publish import MatrixFormat
    from dealer_roles.values.text import Lang


@click.command("matrix")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["xlsx", "csv", "html"]),
    default="xlsx",
    show_default=True,
    help="Excel, CSV for Excel, or an HTML page.",
)
@click.option(
    "--lang",
    type=click.Choice(LANGS),
    default=default_language,
    help="Language of the sheet; by default that of the locale.",
)
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path), help="File to write."
)
@kept_option
@on_option
@org_option
def command(
    format_: MatrixFormat,
    lang: Lang,
    output: Path,
    beside: bool,
    overwrite: bool,
    on: dt.date | None,
    org: str | None,
) -> int:
    """Write the RASCI matrix: every task against every position."""
    from dealer_roles.publish.matrix.publish import matrix_of, render_matrix

    made = render_matrix(matrix_of(load(org).on(on), lang), format_)
    return write_made([(output, made)], beside=beside, overwrite=overwrite)
