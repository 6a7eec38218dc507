"""``dealer-roles handbook``."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dealer_roles.cli.load_organization import load
from dealer_roles.cli.locale_language import default_language
from dealer_roles.cli.misuse import misuse
from dealer_roles.cli.options import on_option, org_option
from dealer_roles.output.screen import note
from dealer_roles.values.text import LANGS

if TYPE_CHECKING:
    from dealer_roles.organization.on_day import OnDay
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
@click.option("--department", default="", metavar="ID", help="Only the part of this department.")
@click.option(
    "--parts",
    is_flag=True,
    help="Write a file for each department, and one for what they share, into a folder.",
)
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    help="File to write; the folder with --parts.",
)
@on_option
@org_option
def command(
    format_: HandbookFormat,
    lang: Lang,
    department: str,
    parts: bool,
    output: Path,
    on: dt.date | None,
    org: str | None,
) -> int:
    """Write the whole organization as one document.

    Structure, every job description, processes as lanes, ladders, and an index of tasks.
    A large organization is better written in parts: a file a department.
    """
    if parts and department:
        raise misuse(
            "--parts 与 --department 只能用一个。", "use either --parts or --department, not both."
        )
    day = load(org).on(on)
    if parts:
        _write_parts(day, format_, lang, output)
        return 0
    from dealer_roles.publish.handbook.publish import handbook_of, render_handbook
    from dealer_roles.publish.kept_current import write_document

    write_document(output, render_handbook(handbook_of(day, lang, department), format_))
    note(str(output))
    return 0


def _write_parts(org: OnDay, format_: HandbookFormat, lang: Lang, folder: Path) -> None:
    """Write one part after the other, so that no more than one is ever in memory."""
    from dealer_roles.publish.handbook.handbook import parts_of
    from dealer_roles.publish.kept_current import write_document
    from dealer_roles.publish.products import product_named

    folder.mkdir(parents=True, exist_ok=True)
    files = [("handbook-common", ""), *(("handbook", part) for part in parts_of(org))]
    for name, part in files:
        product = product_named(name)
        target = folder / product.file_name(part, format_, lang)
        write_document(target, product.publish(org, part, format_, lang))
        note(str(target))
