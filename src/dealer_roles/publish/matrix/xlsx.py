"""A responsibility matrix as an Excel workbook."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from dealer_roles.output.cell_text import cell_text
from dealer_roles.publish.matrix.matrix import Matrix, MatrixArea
from dealer_roles.publish.render.zips import same_every_time
from dealer_roles.values.errors import MissingExtra

COLOURS = {
    "A": "#F6C9B9", "R": "#FBE7B2", "P": "#E2CDF0", "S": "#CFE8CF", "C": "#CFE0F5", "I": "#E6E6E6",
}  # fmt: skip
FIXED = 3  # hidden task id, business area, task
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_FONT = {"font_name": "Microsoft YaHei", "font_size": 10, "valign": "vcenter"}
_BORDER = {"border": 1, "border_color": "#C9D1D9"}


def matrix_xlsx(matrix: Matrix) -> bytes:
    """Return the matrix as a workbook: a legend, a sheet of all, and one a business area.

    The same matrix gives the same bytes.

    Raises:
        MissingExtra: XlsxWriter is not installed.
    """
    try:
        import xlsxwriter
    except ImportError as error:
        raise MissingExtra("Excel", "excel") from error
    made = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(made, options)
    book.set_properties({"title": cell_text(matrix.title), "created": dt.datetime(2000, 1, 1)})
    writer = _Book(book, matrix)
    writer.legend()
    writer.sheet("全部" if matrix.lang == "zh" else "All", matrix.areas)
    for area in matrix.areas:
        writer.sheet(area.name, [area])
    book.close()
    return same_every_time(made.getvalue())


class _Book:
    """Writes the sheets of one workbook."""

    def __init__(self, book: Any, matrix: Matrix) -> None:
        self._book = book
        self._matrix = matrix
        self._names: set[str] = set()
        centred = {**_FONT, **_BORDER, "align": "center", "text_wrap": True}
        bold = {"bold": True, "bg_color": "#EEF2F6"}
        self._plain = book.add_format({**_FONT, **_BORDER, "text_wrap": True})
        self._empty = book.add_format({**_FONT, **_BORDER})
        self._head = book.add_format({**centred, **bold})
        upright = 270 if matrix.lang == "zh" else 90  # 270 stacks the characters
        self._tall = book.add_format({**centred, **bold, "rotation": upright})
        self._title = book.add_format({**_FONT, "bold": True, "font_size": 16})
        self._soft = book.add_format({**_FONT, "font_color": "#57606A"})
        self._cells = {k: book.add_format({**centred, "bg_color": c}) for k, c in COLOURS.items()}

    def legend(self) -> None:
        """Write the first sheet: what this is, and what the letters mean."""
        matrix, zh = self._matrix, self._matrix.lang == "zh"
        sheet = self._book.add_worksheet(self._name("图例" if zh else "Legend"))
        sheet.set_column(0, 0, 12)
        sheet.set_column(1, 1, 70)
        sheet.write_string(0, 0, cell_text(matrix.title), self._title)
        sheet.write_string(1, 0, cell_text(matrix.organization), self._soft)
        for number, (letter, text) in enumerate(matrix.legend, 3):
            sheet.write_string(number, 0, letter, self._cells[letter])
            sheet.write_string(number, 1, text, self._plain)
        tip = (
            "可按业务领域或岗位筛选；任务编号在隐藏的 A 列。"
            if zh
            else "Filter by area or position; task ids stand in the hidden column A."
        )
        sheet.write_string(len(matrix.legend) + 4, 0, tip, self._soft)
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)

    def sheet(self, name: str, areas: Sequence[MatrixArea]) -> None:
        """Write one sheet of tasks against positions."""
        matrix, zh = self._matrix, self._matrix.lang == "zh"
        sheet = self._book.add_worksheet(self._name(name))
        rows = [(area, row) for area in areas for row in area.rows]
        last = FIXED + len(matrix.columns) - 1
        self._headings(sheet, zh)
        for number, (area, row) in enumerate(rows, 2):
            for column, text in enumerate((row.task, area.name, row.name)):
                sheet.write_string(number, column, cell_text(text), self._plain)
            for column, cell in enumerate(row.cells, FIXED):
                if cell.letters:
                    style = self._cells[cell.letters[0]]
                    sheet.write_string(number, column, cell_text(cell.text), style)
                else:
                    sheet.write_blank(number, column, None, self._empty)
        sheet.autofilter(1, 0, len(rows) + 1, last)
        sheet.freeze_panes(2, FIXED)
        sheet.set_landscape()
        sheet.set_paper(8)  # A3
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0, 1)
        sheet.set_footer("&L&A&R&P / &N")

    def _headings(self, sheet: Any, zh: bool) -> None:
        matrix = self._matrix
        sheet.set_column(0, 0, 28, None, {"hidden": True})
        sheet.set_column(1, 1, 16)
        sheet.set_column(2, 2, 26 if zh else 38)
        sheet.set_column(FIXED, FIXED + len(matrix.columns) - 1, 5.5)
        sheet.set_row(1, 110 if zh else 190)
        heads = ("任务编号", "业务领域", "任务") if zh else ("Task id", "Area", "Task")
        for column, text in enumerate(heads):
            sheet.write_string(0, column, "", self._head)
            sheet.write_string(1, column, text, self._head)
        start = FIXED
        for department, columns in groupby(matrix.columns, lambda c: c.department):
            width = len(list(columns))
            if width > 1:
                sheet.merge_range(0, start, 0, start + width - 1, cell_text(department), self._head)
            else:
                sheet.write_string(0, start, cell_text(department), self._head)
            start += width
        for number, position in enumerate(matrix.columns, FIXED):
            sheet.write_string(1, number, cell_text(position.name), self._tall)

    def _name(self, wanted: str) -> str:
        """Return a name that Excel takes: 31 characters at most, each only once."""
        base = _FORBIDDEN.sub(" ", cell_text(wanted)).strip()[:28] or "Sheet"
        base = f"{base} ~" if base.lower() == "history" else base  # Excel keeps that name
        name, number = base, 2
        while name.lower() in self._names:
            name, number = f"{base}~{number}", number + 1
        self._names.add(name.lower())
        return name
