"""A responsibility matrix as an Excel workbook."""

from __future__ import annotations

import io
import re
from typing import Any

from dealer_roles.output.cell_text import cell_text
from dealer_roles.output.workbook import new_workbook
from dealer_roles.publish.authority_table.authority_page import TITLE
from dealer_roles.publish.authority_table.authority_sheet import write_authority
from dealer_roles.publish.matrix.matrix import Matrix
from dealer_roles.publish.matrix.owner_check import CHECK_LEGEND, CHECKS
from dealer_roles.publish.matrix.xlsx_sheet import MatrixSheet
from dealer_roles.publish.matrix.xlsx_styles import Styles
from dealer_roles.publish.render.zips import same_every_time
from dealer_roles.values.text import Text

_LEGEND, _ALL = Text("图例", "Legend"), Text("全部", "All")
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_TIPS = {
    "zh": (
        "每行一项任务或其一部分，范围不同的责任分行列示。",
        "格内只有字母，可直接用 COUNTIF 统计。",
        "可按业务领域、任务、范围、检查结果或岗位筛选；任务编号在隐藏的 A 列。",
        "右侧与下方的合计为公式，改动字母后自动更新。",
        "右上角有红色三角的格附有条件，见批注或“条件与说明”列。",
    ),
    "en": (
        "A row is a task or a part of it: shares of different scope stand in different rows.",
        "A cell holds letters alone, so that COUNTIF works.",
        "Filter by area, task, scope, check or position; task ids stand in the hidden column A.",
        "Totals are formulas and follow your changes.",
        "A red corner marks a condition: see the comment, or the last column.",
    ),
}


def matrix_xlsx(matrix: Matrix) -> bytes:
    """Return the matrix as a workbook: a legend, a sheet of all, and one a business area.

    The same matrix gives the same bytes.

    Raises:
        MissingExtra: XlsxWriter is not installed.
    """
    made = io.BytesIO()
    book = new_workbook(made, "Excel", "excel", cell_text(matrix.title))
    styles, names = Styles.of(book, matrix.lang), _SheetNames()
    legend = names.new(_LEGEND.get(matrix.lang))
    _legend(book.add_worksheet(legend), matrix, styles)
    parts = [(_ALL.get(matrix.lang), matrix.areas)]
    parts += [(area.name, (area,)) for area in matrix.areas] if len(matrix.areas) > 1 else []
    for name, areas in parts:
        MatrixSheet(book.add_worksheet(names.new(name)), matrix, styles).write(areas)
    if matrix.authority is not None:
        write_authority(
            book, book.add_worksheet(names.new(TITLE.get(matrix.lang))), matrix.authority
        )
    book.get_worksheet_by_name(names.first(1)).activate()
    book.close()
    return same_every_time(made.getvalue())


def _legend(sheet: Any, matrix: Matrix, styles: Styles) -> None:
    """Write the first sheet: what this is, and what letters and marks mean."""
    lang = matrix.lang
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 84)
    sheet.write_string(0, 0, cell_text(matrix.title), styles.title)
    sheet.write_string(1, 0, cell_text(matrix.organization), styles.soft)
    row = 3
    for letter, text in matrix.legend:
        sheet.write_string(row, 0, letter, styles.letters[letter])
        sheet.write_string(row, 1, text, styles.plain)
        row += 1
    for kind, meaning in CHECK_LEGEND.items():
        row += 1
        sheet.write_string(row, 0, CHECKS[kind].get(lang), styles.checks[kind])
        sheet.write_string(row, 1, meaning.get(lang), styles.plain)
    for tip in _TIPS.get(lang, _TIPS["en"]):
        row += 1
        sheet.write_string(row + 1, 0, tip, styles.soft)
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)


class _SheetNames:
    """Names that Excel takes: 31 characters at most, each only once."""

    def __init__(self) -> None:
        self._used: dict[str, str] = {}

    def new(self, wanted: str) -> str:
        """Return a name for a further sheet."""
        base = _FORBIDDEN.sub(" ", cell_text(wanted)).strip()[:28] or "Sheet"
        base = f"{base} ~" if base.lower() == "history" else base  # Excel keeps that name
        name, number = base, 2
        while name.lower() in self._used:
            name, number = f"{base}~{number}", number + 1
        self._used[name.lower()] = name
        return name

    def first(self, place: int) -> str:
        """Return the name at a place."""
        return list(self._used.values())[place]
