"""Where the pages of a Word file may break: no line of a list or table stands alone."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from dealer_roles.publish.job_description.docx_controls import text_of
from dealer_roles.source.office_xml import W

HELD_LINES = 2
_WHOLE = 3
"""A list of so few lines is never torn."""


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
    """Keep the last two rows of every table together: no page begins with the last one.

    The first rows are left alone: LibreOffice never tears a table whose first row stays with the
    next, however long it is.

    Args:
        body: The body of the document, changed in place.
    """
    for table in body.findall(f"{W}tbl"):
        for row in table.findall(f"{W}tr")[1:][-2:-1]:
            for paragraph in row.iter(f"{W}p"):
                paragraph.get_or_add_pPr().get_or_add_keepNext()


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
