"""Leaving out of Word tables what is empty: columns, and whole tables."""

from __future__ import annotations

from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPAN = f"{W}tcPr/{W}gridSpan"


def drop_empty_columns(body: Any) -> None:
    """Take empty columns out of every table with a repeated heading row.

    The width goes to the other columns in proportion. A row of one cell across the table is
    a band and stays. A table whose rows differ otherwise is left alone.

    Args:
        body: The body of the document, changed in place.
    """
    for table in list(body.iter(f"{W}tbl")):
        rows = table.findall(f"{W}tr")
        if rows and rows[0].find(f"{W}trPr/{W}tblHeader") is not None:
            _drop(table, [row.findall(f"{W}tc") for row in rows])


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


def _widen(columns: list[Any], rows: list[list[Any]], empty: list[int]) -> None:
    widths = [int(column.get(f"{W}w")) for column in columns]
    kept = [n for n in range(len(widths)) if n not in empty]
    factor = sum(widths) / sum(widths[n] for n in kept)
    for n in kept:
        width = str(round(widths[n] * factor))
        columns[n].set(f"{W}w", width)
        for row in rows:
            cell = row[n].find(f"{W}tcPr/{W}tcW")
            if cell is not None:
                cell.set(f"{W}w", width)


def _text(cell: Any) -> str:
    return "".join(node.text or "" for node in cell.iter(f"{W}t")).strip()
