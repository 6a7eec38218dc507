"""The columns of Word tables: empty ones left out, those with long words widened."""

from __future__ import annotations

from typing import Any

from dealer_roles.publish.document.blocks import NOTE_POINTS, TEXT_POINTS
from dealer_roles.publish.document.cells_shown import fitting
from dealer_roles.publish.job_description.docx_controls import text_of
from dealer_roles.source.office_xml import W

_SPAN = f"{W}tcPr/{W}gridSpan"


def fit_columns(body: Any) -> None:
    """Take empty columns out of every table with a repeated heading row, and fit the others.

    The width goes to the other columns in proportion. A row of one cell across the table is
    a band and stays. A table whose rows differ otherwise is left alone.

    Args:
        body: The body of the document, changed in place.
    """
    for table in list(body.iter(f"{W}tbl")):
        rows = table.findall(f"{W}tr")
        if rows and rows[0].find(f"{W}trPr/{W}tblHeader") is not None:
            _drop(table, [row.findall(f"{W}tc") for row in rows])
            _fit(table, [row.findall(f"{W}tc") for row in rows])


def drop_empty_tables(body: Any) -> None:
    """Take out the tables in which no row was repeated: Word has no table without rows.

    Args:
        body: The body of the document, changed in place.
    """
    for table in list(body.iter(f"{W}tbl")):
        if table.find(f".//{W}tr") is None:
            table.getparent().remove(table)


def _drop(table: Any, rows: list[list[Any]]) -> None:
    count = len(rows[0])
    full = [row for row in rows if len(row) == count]
    bands = [row[0] for row in rows if len(row) == 1 and row[0].find(_SPAN) is not None]
    if len(full) < 2 or len(full) + len(bands) != len(rows):
        return
    empty = [n for n in range(count) if not any(_text(row[n]) for row in full[1:])]
    grid = table.find(f"{W}tblGrid")
    columns = grid.findall(f"{W}gridCol")
    if not empty or len(empty) == count or len(columns) != count:
        return
    for n in reversed(empty):
        grid.remove(columns[n])
        for row in full:
            row[n].getparent().remove(row[n])
    for band in bands:
        band.find(_SPAN).set(f"{W}val", str(count - len(empty)))
    _widen(columns, full, empty)


def _fit(table: Any, rows: list[list[Any]]) -> None:
    """Widen the columns in which a word would be broken."""
    columns = table.findall(f"{W}tblGrid/{W}gridCol")
    full = [row for row in rows if len(row) == len(columns)]
    if len(columns) < 2 or not full:
        return
    texts = [[_text(row[n]) for row in full] for n in range(len(columns))]
    dense = any("Dense" in style.get(f"{W}val") for style in table.iter(f"{W}pStyle"))
    if widths := _widths(columns):
        _set_widths(columns, full, fitting(widths, texts, NOTE_POINTS if dense else TEXT_POINTS))


def _widen(columns: list[Any], rows: list[list[Any]], empty: list[int]) -> None:
    widths = _widths(columns)
    room = sum(width for n, width in enumerate(widths) if n not in empty)
    if not room:
        return
    factor = sum(widths) / room
    made = [width if n in empty else round(width * factor) for n, width in enumerate(widths)]
    _set_widths(columns, rows, made)


def _widths(columns: list[Any]) -> list[int]:
    """Return how wide columns are; nothing where a template does not say it of each."""
    stated = [column.get(f"{W}w", "") for column in columns]
    return [int(width) for width in stated] if all(map(str.isdecimal, stated)) else []


def _set_widths(columns: list[Any], rows: list[list[Any]], widths: list[int]) -> None:
    for n, width in enumerate(widths):
        columns[n].set(f"{W}w", str(width))
        for row in rows:
            cell = row[n].find(f"{W}tcPr/{W}tcW")
            if cell is not None:
                cell.set(f"{W}w", str(width))
                cell.set(f"{W}type", "dxa")  # a template may state a share of the page


def _text(cell: Any) -> str:
    return text_of(cell).strip()
