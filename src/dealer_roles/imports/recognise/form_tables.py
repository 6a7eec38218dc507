"""Sheets laid out as a table: labels and values, merged cells, sections, columns inside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from dealer_roles.imports.ledger import Ledger
from dealer_roles.imports.marks import mark_of
from dealer_roles.imports.pieces import Grid, TableCell, whole
from dealer_roles.imports.recognise.facts import facts_in
from dealer_roles.imports.recognise.labels import (
    BESIDE,
    LEFT_OUT,
    LISTS,
    PROTECTED,
    SINGLE,
    Labels,
    is_group_heading,
)
from dealer_roles.imports.recognise.lines import lines_of
from dealer_roles.imports.recognise.roles import is_role
from dealer_roles.imports.recognise.sheets import SheetReader

_LONGEST_TITLE = 24
_OTHER = ("其他", "其它", "Other", "Others")


class FormReader:
    """Reads one table cell by cell, in rows, and hands lines to the reader of sheets."""

    def __init__(self, reader: SheetReader, ledger: Ledger, labels: Labels) -> None:
        self._reader = reader
        self._ledger = ledger
        self._labels = labels
        self._seen: set[int] = set()
        self._columns: dict[int, str] = {}
        self._titles: set[int] = set()

    def read(self, grid: Grid) -> None:
        """Read a table; one without a position's name goes on with the sheet before it."""
        self._begin(grid)
        self._titles = _columns_of_titles(grid, self._labels)
        skip = -1
        for number, row in enumerate(grid.rows):
            cells = [(column, cell) for column, cell in distinct(row) if id(cell) not in self._seen]
            self._seen.update(id(cell) for _, cell in cells)
            if not cells or number == skip:
                self._below(cells)
                continue
            below = grid.rows[number + 1] if number + 1 < len(grid.rows) else []
            if self._is_heading_row(cells, below):
                self._enter_columns(cells)
            elif self._columns and not self._begins(cells) and self._fits_columns(cells):
                self._below(cells)
            else:
                self._columns = {}
                self._row(cells)

    def _begin(self, grid: Grid) -> None:
        """A table that names a position is about another one than the sheet before it."""
        names = any(
            fact.field == "position"
            for row in grid.rows
            for _, cell in distinct(row)
            for fact in facts_in(cell.bit, self._labels)
        )
        at = self._reader.current
        if names and (at is None or at.has_content or at.department or at.superior.words):
            self._reader.start()

    def _field(self, cell: TableCell) -> str:
        return self._labels.field(cell.text)

    def _is_heading_row(
        self, cells: Sequence[tuple[int, TableCell]], below: Sequence[TableCell | None]
    ) -> bool:
        """Whether a row only holds labels, and their values stand in the rows below."""
        fields = [self._heading(cell) for _, cell in cells]
        if len(cells) < 2 or sum(map(bool, fields)) * 5 < len(fields) * 3 or not all(fields[:2]):
            return False
        under = [below[c] if c < len(below) else None for c, _ in cells]
        values = [cell for cell in under if cell is not None and id(cell) not in self._seen]
        labels = [
            cell
            for cell, field in zip(under, fields, strict=True)
            if cell in values and field != "group" and self._field(cell)
        ]
        lists = sum(field in LISTS or field in ("sequence", "task") for field in fields)
        return bool(values) and not labels and (lists > 0 or len(values) == len(cells))

    def _heading(self, cell: TableCell) -> str:
        """Return what a cell stands for as the heading of a column."""
        field = self._field(cell)
        return "group" if not field and is_group_heading(cell.text) else field

    def _begins(self, cells: Sequence[tuple[int, TableCell]]) -> bool:
        """Whether a row begins with a label, or is a title with a number: 三、任职资格."""
        first = cells[0][1]
        mark = mark_of(first.text) if len(cells) == 1 else None
        return bool(self._field(first) or (mark and self._labels.field(first.text[mark.end :])))

    def _enter_columns(self, cells: Sequence[tuple[int, TableCell]]) -> None:
        self._columns = {}
        for column, cell in cells:
            field = self._heading(cell)
            if field == "task":
                field = "duties"
            elif field == "code":
                field = "sequence"
            self._columns[column] = field or "column"
            self._ledger.used(cell.bit, f"label:{field}" if field else "heading")

    def _fits_columns(self, cells: Sequence[tuple[int, TableCell]]) -> bool:
        return all(column in self._columns for column, _ in cells) or len(cells) > 1

    def _below(self, cells: Sequence[tuple[int, TableCell]]) -> None:
        """Take the values that stand under column labels."""
        for column, cell in cells:
            field = self._columns.get(column) or self._nearest(column)
            if field in ("sequence", "group", "column"):
                self._passed_by(cell, field)
                continue
            self._reader.enter(field)
            self._content(cell)

    def _passed_by(self, cell: TableCell, field: str) -> None:
        for piece in cell.pieces:
            if field == "group":
                self._ledger.used(whole(piece), field)
            else:
                self._ledger.left_out(whole(piece), field)

    def _nearest(self, column: int) -> str:
        left = [c for c in self._columns if c <= column]
        return self._columns[max(left)] if left else ""

    def _row(self, cells: Sequence[tuple[int, TableCell]]) -> None:
        for position, (_, cell) in enumerate(cells):
            field = self._field(cell)
            if field in BESIDE and position and position == len(cells) - 1:
                self._ledger.used(cell.bit, f"label:{field}")
            elif field and self._may_be_label(field, cell.text, position, len(cells)):
                self._label(field, cell)
            elif self._is_number(cell, position, len(cells)):
                self._ledger.left_out(cell.bit, "sequence")
            elif cell.text.strip("：: ") in _OTHER and (position < len(cells) - 1 or not position):
                self._ledger.used(cell.bit, "label:other")
                if len(cells) == 1:
                    self._reader.enter("")
            elif self._is_title(cells, position):
                self._passed_by(cell, "group")
            else:
                self._content(cell)

    def _may_be_label(self, field: str, text: str, position: int, count: int) -> bool:
        """Whether a cell may be a label: a value of one name may read like one (职务：专员)."""
        if self._reader.section not in SINGLE or position == 0:
            return True
        names = field in ("department", "person", "company") and position == count - 1
        return not names and not is_role(text)

    def _label(self, field: str, cell: TableCell) -> None:
        if field == "task":
            field = "duties"
        for piece in cell.pieces:
            self._ledger.used(whole(piece), f"label:{field}")
        inner = field in LISTS and self._reader.section in LISTS and field == self._reader.section
        if inner:
            self._reader.label(field, cell.bit)
            return
        self._reader.take_label(field, cell.bit)

    def _is_title(self, cells: Sequence[tuple[int, TableCell]], position: int) -> bool:
        """Whether a short cell only names the duties that the next cell lists: 客户开发 | 1. …; 2. …."""
        if self._reader.section not in LISTS or position + 1 >= len(cells):
            return False
        if cells[position][0] in self._titles:
            return len(cells[position][1].text) <= _LONGEST_TITLE
        text, following = cells[position][1].text, cells[position + 1][1]
        listed = mark_of(following.text) is not None or len(following.pieces) > 1
        short = len(text) <= _LONGEST_TITLE and "\n" not in text and mark_of(text) is None
        return short and listed and not text.endswith(("。", "；", ";", "."))

    def _is_number(self, cell: TableCell, position: int, count: int) -> bool:
        text = cell.text.strip(" .．、")
        listed = self._reader.section in LISTS
        number = text.isdigit() and len(text) < 3
        letter = listed and text != cell.text and re.fullmatch(r"[（(]?[A-Za-z一-十][)）]?", text)
        return (position == 0 or listed) and position < count - 1 and bool(number or letter)

    def _content(self, cell: TableCell) -> None:
        self._reader.read(lines_of(cell.pieces, flows=False, labels=self._labels))


def _columns_of_titles(grid: Grid, labels: Labels) -> set[int]:
    """Return the columns in which a merged cell, no label, stands beside several cells: a title."""
    found = set()
    for above, below in pairwise(grid.rows):
        for column, (one, two) in enumerate(zip(above, below, strict=True)):
            if one is None or one is not two or column + 1 >= len(above):
                continue
            right, under = above[column + 1], below[column + 1]
            differ = right is not None and under is not None and right is not under
            if differ and right is not one and not labels.field(one.text):
                found.add(column)
    return found


def distinct(row: Sequence[TableCell | None]) -> list[tuple[int, TableCell]]:
    """Return the cells of a row from left to right, merged ones once."""
    found: dict[int, tuple[int, TableCell]] = {}
    for column, cell in enumerate(row):
        if cell is not None:
            found.setdefault(id(cell), (column, cell))
    return list(found.values())


def is_form(grid: Grid, labels: Labels) -> bool:
    """Whether a table is laid out as labels and values, not as a list with a heading row."""
    known: set[str] = set()
    for row in grid.rows:
        for _, cell in distinct(row):
            facts = facts_in(cell.bit, labels)
            known.update(fact.field for fact in facts)
    told = known & (SINGLE | LISTS | PROTECTED | LEFT_OUT)
    return (bool(known & {"position", "duties"}) and len(told) >= 2) or len(told) >= 3
