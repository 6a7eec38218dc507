"""``dealer-roles describe``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dealer_roles.cli.completion import complete
from dealer_roles.cli.document_format import document_format, document_format_option
from dealer_roles.cli.language_type import LanguageType
from dealer_roles.cli.load_organization import load
from dealer_roles.cli.locale_language import default_language
from dealer_roles.cli.misuse import misuse
from dealer_roles.cli.options import (
    kept_option,
    on_option,
    org_option,
    output_option,
    remember_language,
)
from dealer_roles.cli.write_made import require_no_terminal, write_made
from dealer_roles.cli.written_file import require_file
from dealer_roles.output.screen import deliver, note
from dealer_roles.values.text import LANGS, Text
from dealer_roles.words.marks import how_many

if TYPE_CHECKING:
    from dealer_roles.organization.on_day import OnDay
    from dealer_roles.publish.job_description.layouts import Layout
    from dealer_roles.publish.job_description.publish import Described, Format, WordTemplate
    from dealer_roles.values.text import Lang


@click.command("describe")
@click.argument("position", required=False, shell_complete=complete("holders"))
@click.option("--all", "all_", is_flag=True, help="Every position and post; -o is a folder.")
@click.option(
    "--lang",
    type=LanguageType("both"),
    default=default_language,
    callback=remember_language,
    help="Language of the document; both makes two files. Default: that of the locale.",
)
@document_format_option(
    "job-description",
    "md",
    "Word, PDF, HTML, Markdown, or JSON with the evidence of each line.",
)
@output_option(
    "File to write; with --all a folder. Hand-written blocks in it are kept.", or_folder=True
)
@click.option(
    "--template",
    "template_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A Word template of your own (see 'template export').",
)
@click.option(
    "--layout",
    type=click.Choice(["full", "summary", "annex"]),
    default="full",
    show_default=True,
    help="All of it; the pages to sign, duties in groups; or the annex to those.",
)
@kept_option
@on_option
@org_option
def command(
    position: str | None,
    all_: bool,
    lang: str,
    stated: str | None,
    output: Path | None,
    template_file: Path | None,
    layout: Layout,
    beside: bool,
    overwrite: bool,
    on: dt.date | None,
    org: str | None,
) -> int:
    """Write the job description of POSITION, or all of them.

    A file that is not as it was written here is never overwritten unasked: it is named, and
    the exit is 1 (--beside writes the fresh one next to it).
    """
    if all_ == (position is not None):
        raise misuse("请指明岗位，或写 --all。", "Name a POSITION, or say --all.")
    file = None if all_ else output
    format_: Format = document_format("job-description", stated, file, "md")
    if template_file is not None and format_ != "docx":
        raise misuse("--template 与 --format docx 一起用。", "--template goes with --format docx.")
    template = _template(template_file)
    organization = load(org).on(on)
    langs = LANGS if lang == "both" else (lang,)
    if position is not None:
        require_file()
        made = _one(organization, position, langs, format_, output, template, layout)
    elif output is None:
        raise misuse(
            "--all 须写明输出文件夹：-o 文件夹。",
            "--all needs a folder to write to: -o FOLDER.",
        )
    else:
        made = _all(organization, langs, format_, output, template, layout)
    return write_made(made, beside=beside, overwrite=overwrite, name_each=False)


Made = Iterator[tuple[Path, str | bytes]]


def _template(path: Path | None) -> WordTemplate | None:
    if path is None:
        return None
    from dealer_roles.publish.job_description.publish import WordTemplate

    return WordTemplate.read(path)


def _one(
    organization: OnDay,
    position: str,
    langs: tuple[Lang, ...],
    format_: Format,
    output: Path | None,
    template: WordTemplate | None,
    layout: Layout,
) -> Made:
    from dealer_roles.publish.job_description.publish import describe

    for lang in langs:
        if output is None:
            _check_stdout(format_, langs)
        made = describe(organization, position, lang, format_, template, layout=layout)
        if output is None:
            deliver(made)
            continue
        yield output.with_suffix(f".{lang}{output.suffix}") if len(langs) > 1 else output, made


def _check_stdout(format_: str, langs: tuple[Lang, ...]) -> None:
    if len(langs) > 1 and format_ != "md":
        raise misuse(
            "--lang both 生成两份文件：请用 -o 写明位置。",
            "--lang both makes two files: say where with -o FILE.",
        )
    require_no_terminal(format_)


def _all(
    organization: OnDay,
    langs: tuple[Lang, ...],
    format_: Format,
    folder: Path,
    template: WordTemplate | None,
    layout: Layout,
) -> Made:
    from dealer_roles.cli.progress import progress
    from dealer_roles.publish.job_description.publish import BINARY, describe_all, holders

    count = len(holders(organization)) * len(langs)
    made: Iterable[Described] = describe_all(organization, langs, format_, template, layout=layout)
    for item in progress(made, count, "describe"):
        text = item.content if format_ in BINARY else item.content.decode("utf-8")
        yield folder / item.file, text
    note(f"{folder}: {Text(f'{count} 个文件', how_many(count, 'file')).get(default_language())}")
