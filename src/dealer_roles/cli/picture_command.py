"""``dealer-roles picture``."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dealer_roles.cli.document_format import document_format, document_format_option
from dealer_roles.cli.load_organization import load
from dealer_roles.cli.misuse import misuse
from dealer_roles.cli.options import kept_option, lang_option, on_option, org_option, output_option
from dealer_roles.cli.write_made import write_one

if TYPE_CHECKING:
    from dealer_roles.publish.pictures.picture import PictureKind
    from dealer_roles.publish.pictures.publish import PictureFormat
    from dealer_roles.values.text import Lang


@click.command("picture")
@click.argument("kind", type=click.Choice(["org-chart", "handoffs", "process"]))
@document_format_option("org-chart", "mermaid", "Text for Mermaid or Graphviz, or a drawn picture.")
@click.option("--process", default="", metavar="ID", help="Which process to draw.")
@click.option("--department", default="", metavar="ID", help="Only this department.")
@click.option(
    "--levels",
    type=click.IntRange(min=1),
    metavar="N",
    help="How many levels of the org chart; by default as many as can be read.",
)
@output_option()
@kept_option
@lang_option
@on_option
@org_option
def command(
    kind: PictureKind,
    stated: str | None,
    process: str,
    department: str,
    levels: int | None,
    output: Path | None,
    beside: bool,
    overwrite: bool,
    lang: Lang,
    on: dt.date | None,
    org: str | None,
) -> int:
    """Draw the org chart, the hand-offs, or a process as swim-lanes.

    A picture that Mermaid would refuse to draw is drawn by department. The lower levels of a
    large org chart are counted: "12 positions below"; --levels and --department show more.
    """
    from dealer_roles.publish.pictures.publish import picture_of, render_picture

    if (kind == "process") != bool(process):
        raise misuse(
            "picture process 须写 --process 编号，其他种类不用。",
            "'picture process' needs --process ID, and only that kind takes it.",
        )
    if kind == "process" and department:
        raise misuse(
            "--department 用于 org-chart 和 handoffs。",
            "--department is for org-chart and handoffs.",
        )
    if levels is not None and kind != "org-chart":
        raise misuse("--levels 用于 org-chart。", "--levels is for org-chart.")
    made = picture_of(load(org).on(on), kind, lang, process, department, levels)
    format_: PictureFormat = document_format("org-chart", stated, output, "mermaid")
    text = render_picture(made, format_)
    return write_one(output, text, beside=beside, overwrite=overwrite)
