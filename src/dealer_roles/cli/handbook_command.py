"""``dealer-roles handbook``."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dealer_roles.cli.load_organization import load
from dealer_roles.cli.locale_language import default_language
from dealer_roles.cli.options import on_option, org_option
from dealer_roles.output.screen import note
from dealer_roles.values.text import LANGS

if TYPE_CHECKING:
    from dealer_roles.publish.handbook.publish import HandbookFormat
    from dealer_roles.values.text import Lang


@click.command("handbook")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["html", "pdf"]),
    default="html",
    show_default=True,
    help="One HTML page, or a PDF to print.",
)
@click.option(
    "--lang",
    type=click.Choice(LANGS),
    default=default_language,
    help="Language of the handbook; by default that of the locale.",
)
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path), help="File to write."
)
@on_option
@org_option
def command(
    format_: HandbookFormat, lang: Lang, output: Path, on: dt.date | None, org: str | None
) -> int:
    """Write the whole organization as one document.

    Structure, every job description, processes as lanes, ladders, and an index of tasks.
    """
    from dealer_roles.publish.handbook.publish import handbook_of, render_handbook
    from dealer_roles.publish.kept_current import write_document

    write_document(output, render_handbook(handbook_of(load(org).on(on), lang), format_))
    note(str(output))
    return 0
