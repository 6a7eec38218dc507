"""``dealer-roles matrix``."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dealer_roles.cli.document_format import document_format, document_format_option
from dealer_roles.cli.load_organization import load
from dealer_roles.cli.options import kept_option, lang_option, on_option, org_option, output_option
from dealer_roles.cli.write_made import write_made

if TYPE_CHECKING:
    from dealer_roles.publish.matrix.publish import MatrixFormat
    from dealer_roles.values.text import Lang


@click.command("matrix")
@document_format_option("matrix", "xlsx", "Excel, CSV for Excel, or an HTML page.")
@lang_option
@output_option("File to write.", required=True)
@kept_option
@on_option
@org_option
def command(
    stated: str | None,
    lang: Lang,
    output: Path,
    beside: bool,
    overwrite: bool,
    on: dt.date | None,
    org: str | None,
) -> int:
    """Write the RASCI matrix: every task against every position."""
    from dealer_roles.publish.matrix.publish import matrix_of, render_matrix

    format_: MatrixFormat = document_format("matrix", stated, output, "xlsx")
    made = render_matrix(matrix_of(load(org).on(on), lang), format_)
    return write_made([(output, made)], beside=beside, overwrite=overwrite)
