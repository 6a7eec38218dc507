"""From files that were read to positions: every table and text by the reader for its shape."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from dealer_roles.imports.drafts import DraftPosition
from dealer_roles.imports.ledger import Ledger
from dealer_roles.imports.pieces import Grid, InputFile, Piece, TableCell
from dealer_roles.imports.recognise.facts import facts_in
from dealer_roles.imports.recognise.form_tables import FormReader, distinct, is_form
from dealer_roles.imports.recognise.heading_rows import field_of, heading_row
from dealer_roles.imports.recognise.holders import Shares
from dealer_roles.imports.recognise.labels import LISTS, Labels
from dealer_roles.imports.recognise.level_columns import has_level_columns, read_level_columns
from dealer_roles.imports.recognise.lines import lines_of
from dealer_roles.imports.recognise.list_tables import ListReader
from dealer_roles.imports.recognise.mapping import HeadingMap
from dealer_roles.imports.recognise.matrices import MatrixReader, legend, matrix_layout
from dealer_roles.imports.recognise.outlines import is_outline, read_outline
from dealer_roles.imports.recognise.roles import heading_name, is_name, is_role, without_numbers
from dealer_roles.imports.recognise.sheets import SheetReader
from dealer_roles.imports.recognise.side_by_side import apart
from dealer_roles.imports.recognise.text_outlines import with_outlines
from dealer_roles.imports.recognise.turned import turned

_ROWS_COMPARED = 40
_BESIDE = 8  # lines and rows in which a legend may stand
_NO_NAME = "未命名岗位"


@dataclass(slots=True)
class Recognised:
    """What was recognised in all files.

    Attributes:
        positions: The positions, in the order in which they were met.
        shapes: How many tables and texts of each shape there were.
    """

    positions: list[DraftPosition] = field(default_factory=list)
    shapes: dict[str, int] = field(default_factory=dict)


def recognise(files: Sequence[InputFile], ledger: Ledger, mapping: HeadingMap) -> Recognised:
    """Recognise positions and duties in files."""
    found = Recognised()
    labels = Labels(mapping.headers)
    shares = Shares(ledger)
    for file in files:
        _File(file, ledger, labels, dict(mapping.cells), shares, found).read()
    shares.settle()
    found.positions += shares.positions.values()
    return found


class _File:
    """Reads the blocks of one file."""

    def __init__(
        self, file: InputFile, ledger: Ledger, labels: Labels, cells: dict[str, str],
        shares: Shares, found: Recognised,
    ) -> None:  # fmt: skip
        self._file = file
        self._ledger = ledger
        self._labels = labels
        self._cells = cells
        self._shares = shares
        self._found = found
        self._reader = SheetReader(ledger, labels)

    def read(self) -> None:
        """Read runs of paragraphs, and each table between them, in order."""
        run: list[Piece] = []
        for block in self._file.blocks:
            if isinstance(block, Piece):
                run.append(block)
                continue
            self._text(run)
            run = []
            self._table(block)
        self._text(run)
        self._name_the_unnamed()
        self._found.positions += [p for p in self._reader.positions if p.name]

    def _count(self, shape: str) -> None:
        self._found.shapes[shape] = self._found.shapes.get(shape, 0) + 1

    def _text(self, pieces: list[Piece]) -> None:
        for part in with_outlines(pieces, self._labels):
            if isinstance(part, Grid):
                self._count("outline")
                self._found.positions += read_outline(part, self._ledger)
                continue
            self._count("text")
            lines = lines_of(part, flows=self._file.flows, labels=self._labels)
            self._reader.read(lines)

    def _table(self, grid: Grid) -> None:
        if not any(any(row) for row in grid.rows):
            return
        for part in apart(grid, self._labels):
            self._one_table(turned(part, self._labels) or part)

    def _one_table(self, grid: Grid) -> None:
        signs = {**self._legend(grid), **self._cells}
        layout = matrix_layout(grid, signs)
        head = heading_row(grid, self._labels) if layout is None else -1
        if layout is not None:
            self._count("matrix")
            MatrixReader(self._ledger, self._shares, signs).read(grid, layout)
        elif head >= 0 and self._is_list(grid, head) and not self._has_levels(grid, head):
            self._count("list")
            reader = ListReader(self._reader, self._ledger, self._labels, self._shares)
            reader.read(grid, head)
            self._found.positions += reader.positions
        elif has_level_columns(grid, self._labels):
            self._count("outline")
            self._found.positions += read_level_columns(grid, self._ledger)
        elif is_outline(grid):
            self._count("outline")
            self._found.positions += read_outline(grid, self._ledger)
        elif is_form(grid, self._labels) or self._reader.current is not None:
            self._count("form")
            FormReader(self._reader, self._ledger, self._labels).read(grid)
        else:
            self._loose(grid)

    def _legend(self, grid: Grid) -> dict[str, str]:
        """Return what the file says of signs, beside the table or at its edges."""
        loose = [block.text for block in self._file.blocks if isinstance(block, Piece)][:_BESIDE]
        rows = [*grid.rows[:_BESIDE], *grid.rows[-_BESIDE:]]
        inside = [cell.text for row in rows for _, cell in distinct(row)]
        return legend([*loose, *inside])

    def _is_list(self, grid: Grid, head: int) -> bool:
        """Whether rows follow that are no labels again: else it is a form whose labels stand so.

        The very headings once more are those of the next page, or of the next file joined to it.
        """
        heading = [cell.text for _, cell in distinct(grid.rows[head])]
        below = (distinct(row) for row in grid.rows[head + 1 : head + 1 + _ROWS_COMPARED])
        rows = [row for row in below if row and [cell.text for _, cell in row] != heading]
        again = sum(map(self._reads_as_labels, rows))
        return bool(rows) and again * 4 <= len(rows)

    def _has_levels(self, grid: Grid, head: int) -> bool:
        """Whether a chart has a column for each level, though one of them is headed 岗位."""
        fields = [field_of(cell.text, self._labels) for _, cell in distinct(grid.rows[head])]
        return not all(fields) and has_level_columns(grid, self._labels)

    def _reads_as_labels(self, row: list[tuple[int, TableCell]]) -> bool:
        """Whether at least a third of a row are labels, the first cell among them."""
        fields = [self._labelled(cell) and not is_role(cell.text) for _, cell in row]
        return fields[0] and sum(fields) * 3 >= len(fields)

    def _labelled(self, cell: TableCell) -> bool:
        """Whether a cell is a label, or begins with one and goes on with a list."""
        if self._labels.field(cell.text):
            return True
        facts = facts_in(cell.bit, self._labels)
        return bool(facts) and facts[0].field in LISTS and "\n" in cell.text

    def _loose(self, grid: Grid) -> None:
        """A table without headings: its cells are read as the lines of a text."""
        self._count("text")
        seen: dict[int, Piece] = {}
        for row in grid.rows:
            for cell in row:
                if cell is not None:
                    seen.update((id(piece), piece) for piece in cell.pieces)
        self._reader.read(lines_of(seen.values(), flows=False, labels=self._labels))

    def _name_the_unnamed(self) -> None:
        """A sheet that names no position is named by its file."""
        stem = os.path.splitext(self._file.name)[0]
        name = heading_name(stem) or without_numbers(re.sub(r"^[\d.、_ -]+", "", stem))[0]
        unnamed = [p for p in self._reader.positions if not p.name]
        for number, position in enumerate(unnamed, 1):
            if not position.has_content:
                continue
            alone = len(unnamed) == 1 and is_name(name)
            position.name = name if alone else f"{_NO_NAME} {number}"
            position.where = position.duties[0].said.bits[:1] if position.duties else []
