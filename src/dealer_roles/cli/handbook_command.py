"""``dealer-roles handbook``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dealer_roles.cli.load_organization import load
from dealer_roles.cli.locale_language import default_language
from dealer_roles.cli.misuse import misuse
from dealer_roles.cli.options import kept_option, on_option, org_option
from dealer_roles.cli.write_made import write_made
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
@kept_option
@on_option
@org_option
def command(
    format_: HandbookFormat,
    lang: Lang,
    department: str,
    parts: bool,
    output: Path,
    beside: bool,
    overwrite: bool,
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
        made = _parts(day, format_, lang, output)
        return write_made(made, beside=beside, overwrite=overwrite)
    from dealer_roles.publish.handbook.publish import handbook_of, render_handbook

    whole = render_handbook(handbook_of(day, lang, department), format_)
    return write_made([(output, whole)], beside=beside, overwrite=overwrite)


def _parts(
    org: OnDay, format_: HandbookFormat, lang: Lang, folder: Path
) -> Iterator[tuple[Path, str | bytes]]:
    """Yield one part after the other, so that no more than one is ever in memory."""
    from dealer_roles.publish.handbook.handbook import parts_of
    from dealer_roles.publish.products import product_named

    files = [("handbook-common", ""), *(("handbook", part) for part in parts_of(org))]
    for name, part in files:
        product = product_named(name)
        content = product.publish(org, part, format_, lang)
        yield folder / product.file_name(part, format_, lang), content
