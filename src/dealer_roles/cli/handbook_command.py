"""``dealer-roles handbook``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dealer_roles.cli.document_format import document_format, document_format_option
from dealer_roles.cli.load_organization import load
from dealer_roles.cli.misuse import misuse
from dealer_roles.cli.options import kept_option, lang_option, on_option, org_option, output_option
from dealer_roles.cli.write_made import write_made
from dealer_roles.cli.written_file import require_file

if TYPE_CHECKING:
    from dealer_roles.organization.on_day import OnDay
    from dealer_roles.publish.handbook.publish import HandbookFormat
    from dealer_roles.values.text import Lang


@click.command("handbook")
@document_format_option("handbook", "html", "One HTML page, or a PDF to print.")
@lang_option
@click.option("--department", default="", metavar="ID", help="Only the part of this department.")
@click.option(
    "--parts",
    is_flag=True,
    help="Write a file for each department, and one for what they share, into a folder.",
)
@click.option(
    "--whole",
    is_flag=True,
    help="One PDF even where that takes more than 1.5 GB of memory.",
)
@output_option("File to write; the folder with --parts.", or_folder=True, required=True)
@kept_option
@on_option
@org_option
def command(
    stated: str | None,
    lang: Lang,
    department: str,
    parts: bool,
    whole: bool,
    output: Path,
    beside: bool,
    overwrite: bool,
    on: dt.date | None,
    org: str | None,
) -> int:
    """Write the whole organization as one document.

    Structure, every job description, processes as lanes, ladders, and an index of tasks.
    A large organization is better written in parts: a file a department. A PDF of everything
    that would take more than 1.5 GB of memory is refused unless --whole asks for it.
    """
    if parts + bool(department) + whole > 1:
        raise misuse(
            "--parts、--department、--whole 只能用一个。",
            "use only one of --parts, --department and --whole.",
        )
    format_: HandbookFormat = document_format("handbook", stated, output, "html")
    day = load(org).on(on)
    if parts:
        made = _parts(day, format_, lang, output)
        return write_made(made, beside=beside, overwrite=overwrite)
    require_file()
    from dealer_roles.publish.handbook.publish import handbook_of, render_handbook

    book = render_handbook(handbook_of(day, lang, department), format_, whole=whole)
    return write_made([(output, book)], beside=beside, overwrite=overwrite)


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
