"""Workbooks: .xlsx by openpyxl, .xls by xlrd; values only."""

from __future__ import annotations

import datetime as dt
import io
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from dealer_roles.imports.pieces import Grid, InputFile, Piece, TableCell, column_letters, is_blank
from dealer_roles.imports.read import limits
from dealer_roles.imports.read.archive import guard
from dealer_roles.imports.read.delimited import check_size
from dealer_roles.imports.read.markup import without_tags
from dealer_roles.imports.read.sheet_drawings import beside_cells
from dealer_roles.imports.read.sheet_parts import Area, SheetParts, parts_of_sheet
from dealer_roles.imports.refused import ImportRefused, refuse
from dealer_roles.values.errors import MissingExtra

_INDENT = "  "


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
        made = [
            (_sheet(s, data, name, formulas=formulas), s.sheet_state != "visible") for s in sheets
        ]
        book.close()
        beside = beside_cells(data, name)
    except ImportRefused:
        raise
    except (KeyError, ValueError, TypeError, AttributeError, OSError, SyntaxError) as error:
        raise refuse(name, f"无法作为 Excel 读取：{error}", f"not readable: {error}") from error
    file = _file(name, made)
    file.asides += beside
    return file


def _file(name: str, sheets: Sequence[tuple[SheetRows, bool]]) -> InputFile:
    """Return what is shown; what is hidden stands beside it."""
    made = InputFile(name)
    for sheet, hidden in sheets:
        made.asides += _taken_out(sheet, all_=hidden)
        if not hidden:
            made.blocks.append(sheet.grid)
    return made


class SheetRows(NamedTuple):
    """A sheet, the numbers of its rows and of the hidden ones, from 0."""

    grid: Grid
    numbers: Sequence[int]
    hidden: set[int]


def _taken_out(sheet: SheetRows, *, all_: bool) -> list[Piece]:
    """Take hidden rows out of a table and return their pieces."""
    rows = list(zip(sheet.numbers, sheet.grid.rows, strict=True))
    shown = [row for number, row in rows if not (all_ or number in sheet.hidden)]
    seen = {id(piece) for row in shown for piece in _pieces(row)}
    every = [piece for _, row in rows for piece in _pieces(row)]
    found = {id(piece): piece for piece in every if id(piece) not in seen}
    for piece in found.values():
        piece.aside = "hidden"
    sheet.grid.rows = shown
    return list(found.values())


def _pieces(row: Sequence[TableCell | None]) -> Iterator[Piece]:
    return (piece for cell in row if cell is not None for piece in cell.pieces)


def _sheet(sheet: Any, data: bytes, name: str, *, formulas: bool) -> SheetRows:
    sheet.reset_dimensions()  # what a sheet says of its size may be wrong
    rows: dict[int, list[str]] = {}
    cells = 0
    for number, row in enumerate(sheet.iter_rows()):
        values = [_xlsx_value(cell, name, sheet.title, formulas=formulas) for cell in row]
        while values and not values[-1]:
            values.pop()
        if not values:
            continue
        rows[number] = values
        cells += len(values)
        check_size(name, len(rows), len(values))
        if cells > limits.MAX_CELLS:
            check_size(name, len(rows), limits.MAX_COLUMNS + 1)
    parts: SheetParts = parts_of_sheet(data, sheet)
    grid = merged(rows, parts.areas, name, sheet.title)
    return SheetRows(grid, sorted(rows), parts.hidden)


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
    return _indent(cell) + value_text(cell.value)


def _indent(cell: Any) -> str:
    """A text that Excel shows moved to the right begins with blanks: it may be a rank."""
    if cell.data_type != "s" or not cell.has_style or not cell.alignment.indent:
        return ""
    return _INDENT * int(cell.alignment.indent)


def value_text(value: object) -> str:
    """Return a cell's value as a person reads it."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    text = str(value).replace("_x000D_", "").replace("\r\n", "\n")
    return without_tags(text[: limits.MAX_CELL_CHARACTERS])


def merged(rows: Mapping[int, list[str]], areas: Iterable[Area], name: str, sheet: str) -> Grid:
    """Return rows, by their numbers from 0, as a table in which merged cells are one."""
    width = max(map(len, rows.values()), default=0)
    made: dict[int, list[TableCell | None]] = {}
    for number, row in rows.items():
        cells: list[TableCell | None] = [
            None if is_blank(text) else TableCell((Piece(name, text, sheet, number + 1, column),))
            for column, text in enumerate(row, 1)
        ]
        made[number] = cells + [None] * (width - len(row))
    numbers = sorted(made)
    for top, left, bottom, right in areas:
        if top in made and left < width:
            below = numbers[bisect_left(numbers, top) : bisect_right(numbers, bottom)]
            _spread([made[n] for n in below], left, min(right, width - 1))
    return Grid(sheet, [made[number] for number in numbers])


def _spread(rows: Sequence[list[TableCell | None]], left: int, right: int) -> None:
    anchor = rows[0][left]
    for row in rows:
        for column in range(left, right + 1):
            if row[column] is None:
                row[column] = anchor


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
        return _file(
            name, [(_xls_sheet(s, book.datemode, name), s.visibility != 0) for s in book.sheets()]
        )
    except ImportRefused:
        raise
    except Exception as error:
        raise refuse(name, f"无法作为 .xls 读取：{error}", f"not readable: {error}") from error


def _xls_sheet(sheet: Any, datemode: int, name: str) -> SheetRows:
    check_size(name, sheet.nrows, sheet.ncols)
    rows = {i: [_xls_value(cell, datemode) for cell in sheet.row(i)] for i in range(sheet.nrows)}
    areas = [(r1, c1, r2 - 1, c2 - 1) for r1, r2, c1, c2 in sheet.merged_cells]
    hidden = {i for i, row in sheet.rowinfo_map.items() if row.hidden}
    return SheetRows(merged(rows, areas, name, sheet.name), range(sheet.nrows), hidden)


def _xls_value(cell: Any, datemode: int) -> str:
    import xlrd

    if cell.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
        return ""
    if cell.ctype == xlrd.XL_CELL_DATE:
        return value_text(xlrd.xldate_as_datetime(cell.value, datemode))
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return str(xlrd.error_text_from_code.get(cell.value, "#ERROR"))
    return value_text(cell.value)
