"""Workbooks: .xlsx by openpyxl, .xls by xlrd; values only."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterable
from typing import Any

from dealer_roles.imports.pieces import Grid, InputFile, Piece, TableCell, column_letters
from dealer_roles.imports.read import limits
from dealer_roles.imports.read.archive import guard
from dealer_roles.imports.read.delimited import check_size
from dealer_roles.imports.refused import ImportRefused, refuse
from dealer_roles.values.errors import MissingExtra

_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*\bref=[\"']([A-Z]+)(\d+):([A-Z]+)(\d+)")
_CHUNK = 1 << 20
_LONGEST_TAG = 200
Area = tuple[int, int, int, int]
"""First row, first column, last row, last column; from 0, all included."""


def read_xlsx(data: bytes, name: str, *, formulas: bool = False) -> InputFile:
    """Return the sheets of a workbook.

    Args:
        data: The file.
        name: What it is called.
        formulas: Take what Excel last computed for a formula, instead of refusing it.

    Raises:
        ImportRefused: It is hostile, broken or too large, or holds formulas.
        MissingExtra: openpyxl is not installed.
    """
    guard(data, name)
    try:
        import openpyxl
    except ImportError as error:
        raise MissingExtra("Importing Excel files", "import") from error
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=formulas)
        sheets = [s for s in book.worksheets if hasattr(s, "iter_rows")]
        made = [_sheet(s, data, name, formulas=formulas) for s in sheets]
        book.close()
    except ImportRefused:
        raise
    except (KeyError, ValueError, TypeError, AttributeError, OSError, SyntaxError) as error:
        raise refuse(name, f"无法作为 Excel 读取：{error}", f"not readable: {error}") from error
    return InputFile(name, list(made))


def _sheet(sheet: Any, data: bytes, name: str, *, formulas: bool) -> Grid:
    sheet.reset_dimensions()  # what a sheet says of its size may be wrong
    rows: list[list[str]] = []
    cells = 0
    for row in sheet.iter_rows():
        values = [_xlsx_value(cell, name, sheet.title, formulas=formulas) for cell in row]
        while values and not values[-1]:
            values.pop()
        rows.append(values)
        cells += len(values)
        check_size(name, len(rows), len(values))
        if cells > limits.MAX_CELLS:
            check_size(name, len(rows), limits.MAX_COLUMNS + 1)
    while rows and not rows[-1]:
        rows.pop()
    return merged(rows, _merged_areas(data, sheet), name, sheet.title)


def _xlsx_value(cell: Any, name: str, sheet: str, *, formulas: bool) -> str:
    if cell.value is None:
        return ""
    if cell.data_type == "f" and not formulas:
        place = f"{sheet}!{column_letters(cell.column)}{cell.row}"
        raise refuse(
            name,
            f"{place} 是公式，不是值；请粘贴为数值，或加 --formulas 使用 Excel 上次的结果",
            f"{place} is a formula, not a value; paste values, or give --formulas to take "
            "what Excel last computed",
        )
    return value_text(cell.value)


def value_text(value: object) -> str:
    """Return a cell's value as a person reads it."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    return str(value).replace("_x000D_", "").replace("\r\n", "\n")[: limits.MAX_CELL_CHARACTERS]


def _merged_areas(data: bytes, sheet: Any) -> list[Area]:
    """Return the merged areas: openpyxl passes them over when it streams."""
    path = sheet._worksheet_path.lstrip("/")  # noqa: SLF001 - nothing public names it
    found: list[Area] = []
    rest = b""
    with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(path) as stream:
        while chunk := stream.read(_CHUNK):
            text = rest + chunk
            end = 0
            for match in _MERGED.finditer(text):
                found.append(_area(match))
                end = match.end()
            rest = text[max(end, len(text) - _LONGEST_TAG) :]
    return found


def _area(match: re.Match[bytes]) -> Area:
    left, top, right, bottom = match.groups()
    return int(top) - 1, _column(left), int(bottom) - 1, _column(right)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def merged(rows: list[list[str]], areas: Iterable[Area], name: str, sheet: str) -> Grid:
    """Return rows as a table in which merged cells are one."""
    width = max(map(len, rows), default=0)
    made: list[list[TableCell | None]] = []
    for number, row in enumerate(rows, 1):
        cells: list[TableCell | None] = [
            TableCell((Piece(name, text, sheet, number, column),)) if text.strip() else None
            for column, text in enumerate(row, 1)
        ]
        made.append(cells + [None] * (width - len(row)))
    for top, left, bottom, right in areas:
        if top < len(made) and left < width:
            _spread(made, (top, left, min(bottom, len(made) - 1), min(right, width - 1)))
    return Grid(sheet, made)


def _spread(rows: list[list[TableCell | None]], area: Area) -> None:
    top, left, bottom, right = area
    anchor = rows[top][left]
    for row in range(top, bottom + 1):
        for column in range(left, right + 1):
            if rows[row][column] is None:
                rows[row][column] = anchor


def read_xls(data: bytes, name: str) -> InputFile:
    """Return the sheets of a legacy workbook.

    Raises:
        ImportRefused: It holds macros, is broken or too large.
        MissingExtra: xlrd is not installed.
    """
    if "_VBA_PROJECT".encode("utf-16-le") in data:
        raise refuse(name, "含有宏；请另存为 .xlsx", "holds macros; save it as .xlsx without them")
    try:
        import xlrd
    except ImportError as error:
        raise MissingExtra("Importing .xls files", "import") from error
    try:
        book = xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=io.StringIO())
        return InputFile(name, [_xls_sheet(sheet, book.datemode, name) for sheet in book.sheets()])
    except ImportRefused:
        raise
    except Exception as error:
        raise refuse(name, f"无法作为 .xls 读取：{error}", f"not readable: {error}") from error


def _xls_sheet(sheet: Any, datemode: int, name: str) -> Grid:
    check_size(name, sheet.nrows, sheet.ncols)
    rows = [[_xls_value(cell, datemode) for cell in sheet.row(i)] for i in range(sheet.nrows)]
    areas = [(r1, c1, r2 - 1, c2 - 1) for r1, r2, c1, c2 in sheet.merged_cells]
    return merged(rows, areas, name, sheet.name)


def _xls_value(cell: Any, datemode: int) -> str:
    import xlrd

    if cell.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
        return ""
    if cell.ctype == xlrd.XL_CELL_DATE:
        return value_text(xlrd.xldate_as_datetime(cell.value, datemode))
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return str(xlrd.error_text_from_code.get(cell.value, "#ERROR"))
    return value_text(cell.value)
