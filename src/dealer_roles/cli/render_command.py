"""``dealer-roles render``."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dealer_roles.cli.load_organization import load
from dealer_roles.cli.misuse import misuse
from dealer_roles.cli.options import (
    beside_option,
    lang_option,
    on_option,
    org_option,
    overwrite_option,
)
from dealer_roles.cli.organizations import judged
from dealer_roles.cli.output import line
from dealer_roles.values.fields import replace
from dealer_roles.values.text import Text
from dealer_roles.words.marks import how_many

if TYPE_CHECKING:
    from dealer_roles.facade import Organization
    from dealer_roles.publish.kept_current import Committed, PaperSet
    from dealer_roles.reports.manifest import Manifest

_RENEWED, _ADDED = Text("已更新", "renewed"), Text("已写入", "written")


@click.command("render")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--check", is_flag=True, help="Change nothing; fail if a document is stale.")
@click.option(
    "--all",
    "everyone",
    is_flag=True,
    help="Job descriptions of everybody, also where the folder holds those of some.",
)
@click.option(
    "--template",
    "template_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A Word template of your own.",
)
@beside_option
@overwrite_option
@on_option
@org_option
@lang_option
def command(
    folder: Path,
    check: bool,
    everyone: bool,
    beside: bool,
    overwrite: bool,
    template_file: Path | None,
    on: dt.date | None,
    org: str | None,
    lang: str,
) -> int:
    """Bring the documents in FOLDER up to date; hand-written blocks are kept.

    A file that is not as it was written here is never overwritten unasked: it is named, and
    the exit is 1 (--beside writes the fresh one next to it).

    Which belong there is read from the names of the files: job descriptions
    (service-advisor.zh.md, as 'describe --all -o FOLDER' names them), matrix.zh.xlsx,
    handbook.zh.pdf, explorer.zh.html, org-chart.zh.svg, handoffs.sales.zh.svg,
    process.hiring.zh.svg, organization.jsonld and occupation.accountant.en.jsonld.
    Where at least half of the job descriptions stand, the others are added too.
    """
    from dealer_roles.cli.progress import progress
    from dealer_roles.output.files import write_file
    from dealer_roles.publish.job_description.publish import WordTemplate
    from dealer_roles.publish.kept_current import compare, paper_sets, place_for
    from dealer_roles.publish.plugged_products import plugged_products

    template = WordTemplate.read(template_file) if template_file else None
    (name,) = judged((org,) if org else ())
    organization = load(name)
    more = plugged_products(organization.loaded.folder)
    day = organization.on(on)
    picked = [] if everyone else [s for s in paper_sets(day, folder, more) if not s.is_whole]
    documents = compare(day, folder, template, more, everyone=everyone)
    found = list(progress(documents, sum(1 for _ in folder.iterdir()), "render"))
    if not found:
        raise misuse(
            f"{folder} 中没有本工具的文件；请先生成：describe --all -o {folder}",
            f"{folder} holds no document of ours; write them first: describe --all -o {folder}",
        )
    behind = [document for document in found if document.state != "current"]
    written: dict[Path, Path] = {}
    for document in behind:
        place = None if check else place_for(document, beside=beside, overwrite=overwrite)
        if place is not None:
            write_file(place, document.content)
            written[document.path] = place
    _report(behind, len(found), written, lang)
    for one in picked:
        line(_left_out(one).get(lang))
    line(_manifest(organization, on).words.get(lang))
    unresolved = any(d.state == "edited" and d.path not in written for d in behind)
    return 1 if unresolved or (check and behind) else 0


def _left_out(one: PaperSet) -> Text:
    """Say how many job descriptions are not asked for, since the folder holds few of them."""
    like = one.product.file_name("*", one.format, one.lang)
    count, every = len(one.lacking), len(one.file_names)
    return Text(
        f"{like}：{every} 份中只有 {every - count} 份在此，其余未写（--all 写全部）",
        f"{like}: {every - count} of {every} are here, the others are not written (--all does)",
    )


def _manifest(organization: Organization, on: dt.date | None) -> Manifest:
    from dealer_roles.gate.looked_at import looked_at

    return replace(looked_at([organization.loaded]), day=on or dt.date.today())


def _report(behind: list[Committed], count: int, written: dict[Path, Path], lang: str) -> None:
    from dealer_roles.publish.kept_current import WORDS

    for document in behind:
        mark = ""
        place = written.get(document.path)
        if place == document.path:
            mark = f" → {(_ADDED if document.state == 'missing' else _RENEWED).get(lang)}"
        elif place is not None:
            mark = f" → {place}"
        line(f"{document.path}: {WORDS[document.state].get(lang)}{mark}")
    if not behind:
        current = how_many(count, "document is", "documents are")
        line(Text(f"{count} 份文件均为最新。", f"{current} current.").get(lang))
