"""One sheet of the matrix: tasks against positions, with checks, totals and notes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Any

from dealer_roles.output.cell_text import cell_text
from dealer_roles.publish.matrix.headings import (
    FIXED,
    HOLDERS,
    REMARKS,
    TOTAL,
    departments_of,
    fixed_headings,
)
from dealer_roles.publish.matrix.matrix import LEGEND, Matrix, MatrixArea, MatrixRow
from dealer_roles.publish.matrix.printed import (
    A3,
    MARGIN,
    lines_above,
    pages_across,
    scale_of,
    widths_below,
)
from dealer_roles.publish.matrix.xlsx_styles import FONT_SIZE, Styles

FIRST = len(FIXED)
"""The column of the first position."""
TOP = 2
"""The row of the first task."""
_FIXED, _FIXED_IN_LETTERS = {"zh": (15, 26, 14, 12)}, (22, 38, 20, 16)
_HEAD_HEIGHT, _HEAD_HEIGHT_IN_LETTERS = {"zh": 110}, 190
REMARKS_WIDTH, TALLEST = 70, 409  # Excel's bound on the height of a row
_SHARE, _LAST = 5.5, (8.0, float(REMARKS_WIDTH))
MOST_NOTED = 20_000
"""Beyond so many comments a workbook opens slowly; the notes column holds them all anyway."""


class MatrixSheet:
    """Writes one sheet; cells without a share are not written, their lines are drawn by rule."""

    def __init__(self, sheet: Any, matrix: Matrix, styles: Styles) -> None:
        self._sheet = sheet
        self._matrix = matrix
        self._styles = styles
        self._last = FIRST + len(matrix.columns) - 1
        self._fixed = _FIXED.get(matrix.lang, _FIXED_IN_LETTERS)
        self._noted = 0
        self._departments = departments_of(matrix.columns, matrix.lang)
        self._shares = [widths_below(*each, _SHARE, FONT_SIZE) for each in self._departments]

    def write(self, areas: Sequence[MatrixArea]) -> None:
        """Write the tasks of these areas."""
        rows = [(area, row) for area in areas for row in area.rows]
        end = TOP + len(rows) - 1
        self._widths()
        self._headings()
        for number, (area, row) in enumerate(rows, TOP):
            self._row(number, area.name, row)
        self._totals(end, [row for _, row in rows])
        self._grid(end)
        self._sheet.autofilter(1, 0, end, self._last + 2)
        self._sheet.freeze_panes(TOP, FIRST)
        self._printed()

    def _widths(self) -> None:
        self._sheet.set_column(0, 0, 28, None, {"hidden": True})
        for column, width in enumerate(self._fixed, 1):
            self._sheet.set_column(column, column, width)
        for column, share in enumerate((*chain(*self._shares), *_LAST), FIRST):
            self._sheet.set_column(column, column, share)
        self._sheet.set_row(1, _HEAD_HEIGHT.get(self._matrix.lang, _HEAD_HEIGHT_IN_LETTERS))

    def _headings(self) -> None:
        sheet, matrix, styles = self._sheet, self._matrix, self._styles
        for column, text in enumerate(fixed_headings(matrix.lang)):
            sheet.write_blank(0, column, None, styles.head)
            sheet.write_string(1, column, text, styles.head)
        above = zip((name for name, _ in self._departments), self._shares, strict=True)
        sheet.set_row(0, _height(max((lines_above(*each, FONT_SIZE) for each in above), default=1)))
        start = FIRST
        for department, count in self._departments:
            end = start + count - 1
            if end > start:
                sheet.merge_range(0, start, 0, end, cell_text(department), styles.head)
            else:
                sheet.write_string(0, start, cell_text(department), styles.head)
            start = end + 1
        for number, position in enumerate(matrix.columns, FIRST):
            sheet.write_string(1, number, cell_text(position.name), styles.tall)
        for column, heading in enumerate((HOLDERS, REMARKS), self._last + 1):
            sheet.write_blank(0, column, None, styles.head)
            sheet.write_string(1, column, heading.get(matrix.lang), styles.head)

    def _row(self, number: int, area: str, row: MatrixRow) -> None:
        sheet, styles = self._sheet, self._styles
        for column, text in enumerate((row.task, area, row.name, row.scope)):
            self._text(number, column, text, styles.plain)
        style = styles.checks[row.check.kind] if row.check.kind else styles.plain
        sheet.write_string(number, FIRST - 1, row.check.mark, style)
        for column, cell in enumerate(row.cells, FIRST):
            if cell.letters:
                sheet.write_string(number, column, cell.letters, styles.letters[cell.letters[0]])
            if cell.condition and self._noted < MOST_NOTED:
                self._noted += 1
                options = {"x_scale": 1.6, "author": ""}
                sheet.write_comment(number, column, cell_text(cell.condition), options)
        held = sum(bool(cell.letters) for cell in row.cells)
        cells = _cells(number, FIRST, number, self._last)
        sheet.write_formula(number, self._last + 1, f'=COUNTIF({cells},"?*")', styles.total, held)
        remarks = row.remarks(self._matrix.columns, self._matrix.lang)
        self._text(number, self._last + 2, remarks, styles.note)
        texts = ((area, self._fixed[0]), (row.name, self._fixed[1]), (row.scope, self._fixed[2]))
        lines = max(_lines(text, width) for text, width in (*texts, (remarks, REMARKS_WIDTH)))
        sheet.set_row(number, _height(lines))

    def _text(self, row: int, column: int, text: str, style: Any) -> None:
        """Write a text; an empty one as a blank, which a filter knows as such."""
        if text:
            self._sheet.write_string(row, column, cell_text(text), style)
        else:
            self._sheet.write_blank(row, column, None, style)

    def _totals(self, end: int, rows: Sequence[MatrixRow]) -> None:
        """Below the tasks: how often each letter stands in each column, and all shares."""
        total = TOTAL.get(self._matrix.lang)
        for number, letter in enumerate((*LEGEND, ""), end + 1):
            for column in range(FIRST - 1):
                self._sheet.write_blank(number, column, None, self._styles.total_name)
            name = f"{total} {letter}".strip()
            self._sheet.write_string(number, FIRST - 1, name, self._styles.total_name)
            wanted = f"*{letter}*" if letter else "?*"
            for place, column in enumerate(range(FIRST, self._last + 1)):
                held = [row.cells[place].letters for row in rows]
                count = sum(bool(letters) and letter in letters for letters in held)
                formula = f'=COUNTIF({_cells(TOP, column, end, column)},"{wanted}")'
                self._sheet.write_formula(number, column, formula, self._styles.total, count)

    def _grid(self, end: int) -> None:
        """Draw the lines of the empty cells by one rule instead of a cell each."""
        if end < TOP or self._last < FIRST:
            return
        rule = {"type": "blanks", "format": self._styles.blank}
        self._sheet.conditional_format(TOP, FIRST, end, self._last, rule)

    def _printed(self) -> None:
        sheet = self._sheet
        sheet.set_landscape()
        sheet.set_paper(A3)
        sheet.set_margins(MARGIN, MARGIN, 0.5, 0.5)
        groups = [*self._shares, [*_LAST]]
        breaks = pages_across(self._fixed, groups)
        sheet.set_print_scale(scale_of(self._fixed, [*chain(*groups)], breaks))
        sheet.set_v_pagebreaks([FIRST + place for place in breaks])
        sheet.repeat_rows(0, TOP - 1)
        sheet.repeat_columns(1, FIRST - 1)
        sheet.set_footer("&L&A&R&P / &N")


def _cells(top: int, left: int, bottom: int, right: int) -> str:
    from xlsxwriter.utility import xl_range

    return str(xl_range(top, left, bottom, right))


def _height(lines: int) -> int:
    return min(max(17, 4 + 13 * lines), TALLEST)


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a column; Chinese characters are twice as wide."""
    wide = (sum(2 if ord(c) > 0x2E7F else 1 for c in line) for line in text.split("\n"))
    return sum(max(1, -(-count // (width - 2))) for count in wide)
