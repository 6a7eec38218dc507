"""Where the pages of a Word file may break: no line of a list or table stands alone."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from dealer_roles.publish.document.blocks import TEXT_POINTS
from dealer_roles.publish.document.cells_shown import lines_of
from dealer_roles.publish.job_description.docx_controls import text_of
from dealer_roles.source.office_xml import W

HELD_LINES = 2
SMALL_ROWS, SMALL_POINTS = 7, 300
"""A table of no more rows and no higher is never torn, as in a PDF."""
_LINE_POINTS = 14
_WHOLE = 3
"""A list of so few lines is never torn."""
_TORN = _WHOLE + 1
"""A table of so many rows has two at each end."""


def keep_lists(body: Any) -> None:
    """Keep the first two and the last two lines of every list together; a short list is whole.

    Args:
        body: The body of the document, changed in place.
    """
    for number, paragraphs in groupby(body.iterchildren(), _number):
        lines = list(paragraphs) if number else []
        most = len(lines) - 1
        for line in lines[:most] if len(lines) <= _WHOLE else [lines[0], lines[most - 1]]:
            line.get_or_add_pPr().get_or_add_keepNext()


def keep_rows(body: Any) -> None:
    """Keep a small table whole, and of others the first two and the last two rows together.

    Rows are counted without their heads. The head of the columns itself is left alone: LibreOffice
    never tears a table whose first row stays with the next, however long it is.

    Args:
        body: The body of the document, changed in place.
    """
    for table in body.findall(f"{W}tbl"):
        rows = table.findall(f"{W}tr")
        for row in rows[:-1] if _is_small(table, rows) else _ends(rows):
            for paragraph in row.iter(f"{W}p"):
                paragraph.get_or_add_pPr().get_or_add_keepNext()


def keep_end(body: Any) -> None:
    """Keep the last row of a table with the empty lines that end the document: no page is empty.

    Args:
        body: The body of the document, changed in place.
    """
    parts = [node for node in body if node.tag != f"{W}sectPr"]
    said = [node for node in parts if node.tag == f"{W}tbl" or text_of(node).strip()]
    if said and said[-1] is not parts[-1] and said[-1].tag == f"{W}tbl":
        for paragraph in said[-1].findall(f"{W}tr")[-1].iter(f"{W}p"):
            paragraph.get_or_add_pPr().get_or_add_keepNext()


def _ends(rows: list[Any]) -> list[Any]:
    """Return the rows that stay with the next one so that no page has the first or last alone."""
    said = [place for place, row in enumerate(rows) if place and len(row.findall(f"{W}tc")) > 1]
    first = rows[said[0] : said[1]] if len(said) >= _TORN else []
    return first + (rows[said[-2] : said[-1]] if len(said) > 1 else [])


def _is_small(table: Any, rows: list[Any]) -> bool:
    """Whether a table fits on a page with room to spare; widths are in twentieths of a point."""
    stated = [column.get(f"{W}w", "") for column in table.iter(f"{W}gridCol")]
    if len(rows) > SMALL_ROWS + 1 or not stated or not all(map(str.isdecimal, stated)):
        return False
    narrowest = min(map(int, stated)) / 20
    widths = [int(width) / 20 for width in stated]
    height = 0.0
    for row in rows:
        cells = row.findall(f"{W}tc")
        room = widths if len(cells) == len(widths) else [narrowest] * len(cells)
        height += max((_height(c, width) for c, width in zip(cells, room, strict=True)), default=0)
    return height < SMALL_POINTS


def _height(cell: Any, width: float) -> float:
    texts = (text_of(paragraph) for paragraph in cell.iter(f"{W}p"))
    return sum(lines_of(text, width, TEXT_POINTS) for text in texts) * _LINE_POINTS


def keep_with_signatures(body: Any, before: str) -> None:
    """Keep the last lines before the signatures with them: no page has signatures alone.

    Args:
        body: The body of the document, changed in place.
        before: The heading of the signatures; empty if there are none.
    """
    headings = [p for p in body.findall(f"{W}p") if before and text_of(p).strip() == before]
    if not headings:
        return
    above, lines = headings[-1].getprevious(), 0
    while above is not None and lines < HELD_LINES:
        paragraphs = list(above.iter(f"{W}p"))[-HELD_LINES:]
        lines += sum(bool(text_of(paragraph).strip()) for paragraph in paragraphs)
        for paragraph in paragraphs:
            paragraph.get_or_add_pPr().get_or_add_keepNext()
        above = above.getprevious()


def _number(node: Any) -> str:
    """Return the list that a paragraph belongs to; nothing if it is none of a list."""
    found = node.find(f"{W}pPr/{W}numPr/{W}numId") if node.tag == f"{W}p" else None
    return "" if found is None else str(found.get(f"{W}val"))
