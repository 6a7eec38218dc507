"""Tables as text: CSV with whatever separates its columns."""

from __future__ import annotations

import csv
import io

from dealer_roles.imports.pieces import Grid, InputFile, Piece, TableCell, is_blank
from dealer_roles.imports.read import limits
from dealer_roles.imports.read.markup import without_tags
from dealer_roles.imports.refused import refuse

_SAMPLE_ROWS = 50


def read_csv(text: str, name: str) -> InputFile:
    """Return a file of one table.

    Raises:
        ImportRefused: It is larger than the bounds.
    """
    csv.field_size_limit(limits.MAX_CELL_CHARACTERS)
    text = text.replace("\x00", "\ufffd")
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator(text)))
    except csv.Error as error:
        raise refuse(name, f"CSV 无法读取：{error}", f"not readable as CSV: {error}") from error
    return InputFile(name, [grid_of(rows, name, "")])


def separator(text: str) -> str:
    """Return what separates the columns: what gives the most equally long rows."""
    sample = "\n".join(text.splitlines()[: _SAMPLE_ROWS * 2])
    return max(",\t;|", key=lambda sign: _evenness(sample, sign))


def _evenness(sample: str, sign: str) -> tuple[float, int]:
    try:
        rows = [row for row in csv.reader(io.StringIO(sample), delimiter=sign) if any(row)]
    except csv.Error:
        return (0.0, 0)
    widths = [len(row) for row in rows[:_SAMPLE_ROWS]]
    usual = max(set(widths), key=lambda w: (widths.count(w), w), default=1)
    return (0.0, 0) if usual < 2 else (widths.count(usual) / len(widths), usual)


def grid_of(rows: list[list[str]], name: str, sheet: str) -> Grid:
    """Return rows of plain text as a table.

    Raises:
        ImportRefused: There are more rows, columns or cells than the bounds allow.
    """
    width = max(map(len, rows), default=0)
    check_size(name, len(rows), width)
    made: list[list[TableCell | None]] = []
    for number, row in enumerate(rows, 1):
        cells: list[TableCell | None] = [
            TableCell((Piece(name, without_tags(text), sheet, number, column),))
            if text and not is_blank(text)
            else None
            for column, text in enumerate(row, 1)
        ]
        made.append(cells + [None] * (width - len(row)))
    return Grid(sheet, made)


def check_length(characters: int, name: str) -> None:
    """Refuse a paragraph or line that is longer than any that people write."""
    most = limits.MAX_CELL_CHARACTERS
    if characters > most:
        raise refuse(name, f"一段超过 {most} 字", f"a line of more than {most} characters")


def check_size(name: str, rows: int, columns: int) -> None:
    """Refuse a table that is larger than the bounds."""
    if rows > limits.MAX_ROWS or columns > limits.MAX_COLUMNS or rows * columns > limits.MAX_CELLS:
        raise refuse(
            name,
            f"表格过大：{rows} 行 × {columns} 列",
            f"a table of {rows} rows × {columns} columns is too large",
        )
