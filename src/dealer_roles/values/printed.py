"""An answer as people read it on a screen: lines and tables, drawn elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class PrintedLine(NamedTuple):
    """A line of text.

    Attributes:
        text: The text.
        style: ``bold`` for a heading, ``dim`` for what stands aside.
    """

    text: str = ""
    style: str = ""


class PrintedTable(NamedTuple):
    """A table; a cell that is a place is never cut.

    Attributes:
        head: The headings of its columns.
        rows: Its rows, a cell a column.
    """

    head: Sequence[str]
    rows: Sequence[Sequence[object]]


Printed = Iterable[PrintedLine | PrintedTable]


def heading(text: str) -> PrintedLine:
    """Return a line that is a heading."""
    return PrintedLine(text, "bold")


def aside(text: str) -> PrintedLine:
    """Return a line that stands aside."""
    return PrintedLine(text, "dim")
