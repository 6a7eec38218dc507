"""The workbook for review: each duty with the catalogue tasks that it may mean."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from dealer_roles.imports.assemble import Draft
from dealer_roles.imports.candidates import MOST, Candidate, Index
from dealer_roles.imports.ledger import REASONS, LedgerEntry
from dealer_roles.imports.write.yaml_files import places_of
from dealer_roles.model.base_forms import SHARES
from dealer_roles.output.cell_text import cell_text
from dealer_roles.output.workbook import new_workbook

LEAVE_OUT = "leave-out"
DIVIDER = " | "
COLUMNS = (
    ("position", "岗位", "Position", 18),
    ("duty", "职责（原文）", "Duty, as written", 60),
    ("place", "出处", "Place", 28),
    ("responsibility", "责任类型", "Responsibility", 16),
    (
        "choice",
        "选定任务（空＝保留草稿；leave-out＝不导入）",
        "Chosen task (empty: stays a draft; leave-out: not imported)",
        34,
    ),
    *((f"candidate{n}", f"候选{n}", f"Candidate {n}", 34) for n in range(1, MOST + 1)),
    ("note", "提示", "Remark", 22),
    ("position_id", "岗位编号", "Position id", 14),
    ("task", "草稿任务", "Draft task", 14),
    ("proposed", "原责任类型", "Proposed responsibility", 14),
)  # fmt: skip
NAMES = tuple(name for name, *_ in COLUMNS)
_HIDDEN = ("position_id", "task", "proposed")


class ReviewRow(NamedTuple):
    """A duty as the workbook shows it; ``cells`` in the order of the columns."""

    cells: tuple[str, ...]


def review_rows(draft: Draft, index: Index) -> Iterator[ReviewRow]:
    """Yield a row for every duty of a draft."""
    lang = "zh" if draft.chinese else "en"
    known: dict[str, tuple[str, ...]] = {}
    for position in draft.positions:
        for duty in position.duties:
            if duty.task not in known:
                shown = [_shown(candidate, lang) for candidate in index.nearest(duty.task)]
                known[duty.task] = tuple(shown + [""] * (MOST - len(shown)))
            yield ReviewRow(
                (
                    position.name,
                    duty.task,
                    places_of(duty.said.bits, chinese=draft.chinese),
                    duty.responsibility,
                    "",
                    *known[duty.task],
                    duty.note.get(lang) if duty.note else "",
                    draft.ids[position],
                    draft.tasks[duty.task],
                    duty.responsibility,
                )
            )


def _shown(candidate: Candidate, lang: str) -> str:
    return f"{candidate.task}{DIVIDER}{candidate.name.get(lang)} ({candidate.score:.2f})"


def review_xlsx(
    rows: Sequence[ReviewRow], flagged: Sequence[LedgerEntry], *, chinese: bool
) -> bytes:
    """Return the workbook; the same draft gives the same bytes.

    Raises:
        MissingExtra: XlsxWriter is not installed.
    """
    made = io.BytesIO()
    book = new_workbook(made, "The review workbook", "import")
    _duties(book, rows, chinese=chinese)
    _flagged(book, flagged, chinese=chinese)
    book.close()
    return made.getvalue()


def _duties(book: Any, rows: Sequence[ReviewRow], *, chinese: bool) -> None:
    sheet = book.add_worksheet("审阅" if chinese else "Review")
    head = book.add_format({"bold": True, "bg_color": "#EEF2F6", "text_wrap": True, "border": 1})
    text = book.add_format({"text_wrap": True, "valign": "top"})
    choose = book.add_format({"text_wrap": True, "valign": "top", "bg_color": "#FFF8DC"})
    for column, (name, zh, en, width) in enumerate(COLUMNS):
        hidden = {"hidden": True} if name in _HIDDEN else {}
        sheet.set_column(column, column, width, None, hidden)
        sheet.write_string(0, column, zh if chinese else en, head)
    for number, row in enumerate(rows, 1):
        for column, cell in enumerate(row.cells):
            style = choose if NAMES[column] in ("choice", "responsibility") else text
            if cell or style is choose:
                sheet.write_string(number, column, cell_text(cell), style)
    last = max(len(rows), 1)
    _choices(sheet, last)
    sheet.autofilter(0, 0, last, len(COLUMNS) - 1)
    sheet.freeze_panes(1, 2)


def _choices(sheet: Any, last: int) -> None:
    responsibility, choice = NAMES.index("responsibility"), NAMES.index("choice")
    kinds = {"validate": "list", "source": list(SHARES)}
    sheet.data_validation(1, responsibility, last, responsibility, kinds)
    tasks = {"validate": "list", "source": "=$F2:$J2", "error_type": "information"}
    sheet.data_validation(1, choice, last, choice, tasks)


def _flagged(book: Any, flagged: Sequence[LedgerEntry], *, chinese: bool) -> None:
    sheet = book.add_worksheet("可能违法的条款" if chinese else "May be unlawful")
    bold = book.add_format({"bold": True})
    heads = (
        ("岗位", "原文", "原因", "文件", "位置")
        if chinese
        else ("Position", "Text", "Why", "File", "Place")
    )
    for column, (title, width) in enumerate(zip(heads, (18, 60, 30, 24, 30), strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, title, bold)
    lang = "zh" if chinese else "en"
    for number, entry in enumerate(flagged, 1):
        piece = entry.bit.piece
        cells = (
            entry.position,
            entry.bit.text,
            REASONS[entry.why].get(lang),
            piece.file,
            piece.place.get(lang),
        )
        for column, cell in enumerate(cells):
            sheet.write_string(number, column, cell_text(cell))
