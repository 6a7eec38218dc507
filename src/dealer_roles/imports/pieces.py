"""What every reader makes of a file: pieces of text, each with its place, and tables of cells."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from dealer_roles.values.text import Text
from dealer_roles.values.unseen import MARKS, REFUSED

_SEEN = re.compile(rf"[^\s{REFUSED}{MARKS}\u200b-\u200d\u2060]")


def is_blank(text: str) -> bool:
    """Whether a text holds nothing that anybody sees."""
    return _SEEN.search(text) is None


def column_letters(column: int) -> str:
    """Return the letters of a column of a sheet: 1 is A, 27 is AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@dataclass(slots=True, eq=False)
class Piece:
    """One paragraph or cell as it stands in a file.

    Attributes:
        file: The name of the file.
        text: Its text; an automatic number is not part of it.
        table: The sheet, or the number of the table; empty for a paragraph of the text.
        row: The row of the table, from 1.
        column: The column of the table, from 1.
        paragraph: The paragraph of the file or of the cell, from 1; a line of a text file.
        number: The number that Word shows before it, e.g. ``3.``.
        heading: The level of a heading, from 1; 0 is no heading.
        strong: Whether all of it is bold.
        aside: Why it is no part of the text, e.g. a page header.
    """

    file: str
    text: str
    table: str = ""
    row: int = 0
    column: int = 0
    paragraph: int = 0
    number: str = ""
    heading: int = 0
    strong: bool = False
    aside: str = ""

    @property
    def place(self) -> Text:
        """Where it stands, in words."""
        zh, en = [], []
        if self.table:
            zh.append(f"表“{self.table}”")
            en.append(f"table {self.table}")
        if self.row:
            zh.append(f"第{self.row}行{column_letters(self.column)}列")
            en.append(f"row {self.row}, column {column_letters(self.column)}")
        if self.paragraph and not (self.row and self.paragraph == 1):
            zh.append(f"第{self.paragraph}段")
            en.append(f"paragraph {self.paragraph}")
        if self.number:
            zh.append(f"编号{self.number}")
            en.append(f"numbered {self.number}")
        return Text("，".join(zh), ", ".join(en))


class Bit(NamedTuple):
    """A part of a piece: the characters from ``start`` up to ``end``."""

    piece: Piece
    start: int
    end: int

    @property
    def text(self) -> str:
        """The characters."""
        return self.piece.text[self.start : self.end]

    def part(self, start: int, end: int) -> Bit:
        """Return a part of it, without blanks at its ends; offsets count from its own start."""
        text = self.text[start:end]
        left = len(text) - len(text.lstrip())
        return Bit(self.piece, self.start + start + left, self.start + start + len(text.rstrip()))


def whole(piece: Piece) -> Bit:
    """Return all of a piece."""
    return Bit(piece, 0, len(piece.text)).part(0, len(piece.text))


@dataclass(slots=True, eq=False)
class TableCell:
    """A cell of a table; merged cells are one cell that stands at several places."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """Its text, a line for each paragraph."""
        if len(self.pieces) == 1:
            return self.pieces[0].text.strip()
        return "\n".join(piece.text for piece in self.pieces).strip()

    @property
    def bit(self) -> Bit:
        """The first paragraph that says something."""
        return whole(next((p for p in self.pieces if not is_blank(p.text)), self.pieces[0]))


@dataclass(slots=True, eq=False)
class Grid:
    """A table: rows of cells; ``None`` where nothing stands.

    Attributes:
        name: The sheet, or the number of the table.
        rows: Its rows, all of one width.
    """

    name: str
    rows: list[list[TableCell | None]]


@dataclass(slots=True, eq=False)
class InputFile:
    """A file that was read.

    Attributes:
        name: What it is called in places.
        blocks: Its paragraphs and tables, in the order of the file.
        asides: What stands beside the text: page headers, footnotes, comments.
        flows: Whether its lines may be broken where the page was too narrow.
    """

    name: str
    blocks: list[Piece | Grid] = field(default_factory=list)
    asides: list[Piece] = field(default_factory=list)
    flows: bool = False

    def pieces(self) -> list[Piece]:
        """Return every piece once, in the order of the file."""
        found: dict[int, Piece] = {}
        for block in self.blocks:
            cells = [block] if isinstance(block, Piece) else _pieces_of(block)
            found.update((id(piece), piece) for piece in cells)
        return [*found.values(), *self.asides]


def _pieces_of(grid: Grid) -> list[Piece]:
    return [p for row in grid.rows for cell in row if cell is not None for p in cell.pieces]
