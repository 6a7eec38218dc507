"""``dealer-roles import``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from dealer_roles.cli.locale_language import default_language
from dealer_roles.cli.options import format_option
from dealer_roles.values.text import LANGS, Text

if TYPE_CHECKING:
    from dealer_roles.imports.run import Imported


@click.command("import")
@click.argument("files", nargs=-1, metavar="FILE…", type=click.Path(exists=True, dir_okay=False))
@click.option("-o", "--output", metavar="DIR", help="Folder of the new organization.")
@click.option(
    "--mapping",
    type=click.Path(exists=True, dir_okay=False),
    help="YAML that names headings which are not recognised, and makes the import repeatable.",
)
@click.option(
    "--review",
    type=click.Path(exists=True, dir_okay=False),
    help="Carry the choices of a review workbook into the folder it stands in.",
)
@click.option(
    "--formulas", is_flag=True, help="Take what Excel last computed, instead of refusing formulas."
)
@click.option("--force", is_flag=True, help="Write over what was changed since the last import.")
@click.option(
    "--from-ours",
    type=click.Path(exists=True, dir_okay=False),
    help="Show the edits in a job description of ours (.docx) as a change of the YAML.",
)
@click.option("--write", is_flag=True, help="With --from-ours: make the change.")
@click.option("--org", metavar="PATH", help="With --from-ours: the organization to change.")
@format_option
@click.option("--lang", type=click.Choice(LANGS), default=default_language)
def command(
    files: tuple[str, ...], output: str | None, mapping: str | None, review: str | None,
    formulas: bool, force: bool, from_ours: str | None, write: bool, org: str | None,
    format_: str, lang: str,
) -> int:  # fmt: skip
    """Draft an organization from charts, matrices, job descriptions and advertisements.

    Reads CSV, Excel (.xlsx, .xls), Word (.docx), text and Markdown. Writes YAML that cites its
    sources, review.xlsx to choose catalogue tasks in, and ledger.csv, which says what became of
    every paragraph and cell.
    """
    if from_ours is not None:
        from dealer_roles.cli.word_edits import show_word_edits

        if files or review:
            raise click.UsageError("--from-ours reads one Word file; give no other FILE with it.")
        return show_word_edits(from_ours, write=write, org=org, lang=lang)
    if review is not None:
        if files:
            raise click.UsageError("--review reads a workbook; give no other FILE with it.")
        return _review(review, output, format_, lang)
    if not files or output is None:
        raise click.UsageError("needs at least one FILE, and -o DIR.")
    from dealer_roles.cli.progress import progress
    from dealer_roles.imports.recognise.mapping import HeadingMap, read_mapping
    from dealer_roles.imports.run import Options, import_files

    said = read_mapping(mapping) if mapping else HeadingMap()
    options = Options(mapping=said, formulas=formulas, force=force, watch=progress)
    made = import_files(files, output, options)
    _show(made, format_, lang)
    return 2 if made.problems else 0


def _review(workbook: str, output: str | None, format_: str, lang: str) -> int:
    import os
    from dataclasses import asdict

    from dealer_roles.cli.output import emit_json, line
    from dealer_roles.imports.review import apply_review

    done = apply_review(workbook, output or os.path.dirname(os.path.abspath(workbook)))
    if format_ == "json":
        emit_json(asdict(done))
        return 0
    told = Text(
        f"关联目录任务 {done.linked} 项，改责任类型 {done.changed} 项，"
        f"不导入 {done.left_out} 项，仍为草稿 {done.drafts} 项",
        f"{done.linked} linked to catalogue tasks, {done.changed} with another responsibility, "
        f"{done.left_out} left out; {done.drafts} draft tasks remain",
    )
    line(told.get(lang))
    return 0


def _show(made: Imported, format_: str, lang: str) -> None:
    from dealer_roles.cli.output import emit_json, line

    if format_ == "json":
        emit_json(made.to_dict())
        return
    for words in map(Text, _zh(made), _en(made)):
        line(words.get(lang))
    for problem in made.problems:
        line(f"{problem.span}: {problem.message.get(lang)}", "red", place=True)


def _zh(made: Imported) -> list[str]:
    names = {
        "text": "文本",
        "form": "说明书表格",
        "list": "清单",
        "matrix": "矩阵",
        "outline": "缩进图",
    }
    shapes = "、".join(f"{names[shape]} {count}" for shape, count in sorted(made.shapes.items()))
    fates, book = made.fates, f"{made.folder}/review.xlsx"
    superiors = f"上级已匹配 {made.superiors} 个，未匹配 {made.unnamed} 个"
    left_out = f"未导入 {fates['left-out']}（其中可能违法 {len(made.flagged)}）"
    return [
        f"已读取 {'、'.join(made.files)}（{shapes}）",
        f"岗位 {made.positions} 个，职责 {made.duties} 项；{superiors}",
        f"采用 {fates['used']}，建议 {fates['proposed']}，{left_out}；逐条见 ledger.csv",
        *(words.zh for words in _remarks(made)),
        f"下一步：在 {book} 中选定任务，再运行 dealer-roles import --review {book}",
    ]


def _remarks(made: Imported) -> Iterator[Text]:
    if made.hidden:
        cells = _counted(made.hidden, "cell", "cells")
        yield Text(
            f"隐藏的行或工作表未导入：{made.hidden} 格", f"hidden rows and sheets stay out: {cells}"
        )
    if made.parties:
        yield Text(
            f"外部方，不承担职责：{'、'.join(made.parties)}",
            f"outside, without duties: {', '.join(made.parties)}",
        )
    if made.offices:
        yield Text(
            f"以部门代替岗位，请写明由谁承担：{'、'.join(made.offices)}",
            f"departments named for a position, say which: {', '.join(made.offices)}",
        )


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _en(made: Imported) -> list[str]:
    shapes = ", ".join(f"{shape}: {count}" for shape, count in sorted(made.shapes.items()))
    fates, book = made.fates, f"{made.folder}/review.xlsx"
    positions = _counted(made.positions, "position", "positions")
    superiors = f"{_counted(made.superiors, 'superior', 'superiors')} matched, {made.unnamed} not"
    left_out = f"{fates['left-out']} left out ({len(made.flagged)} may be unlawful)"
    return [
        f"Read {', '.join(made.files)} ({shapes})",
        f"{positions}, {_counted(made.duties, 'duty', 'duties')}; {superiors}",
        f"{fates['used']} parts used, {fates['proposed']} proposed, {left_out}: see ledger.csv",
        *(words.en for words in _remarks(made)),
        f"Next: choose tasks in {book}, then dealer-roles import --review {book}",
    ]
