"""Charts drawn by indentation: one name in a row, the deeper its column the lower its rank."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from dealer_roles.imports.drafts import DraftPosition
from dealer_roles.imports.ledger import Ledger
from dealer_roles.imports.marks import mark_of
from dealer_roles.imports.pieces import Grid, TableCell, whole
from dealer_roles.imports.recognise.form_tables import distinct
from dealer_roles.imports.recognise.hierarchies import bare_name
from dealer_roles.imports.recognise.people import is_person, role_and_person
from dealer_roles.imports.recognise.roles import is_department, is_name, is_role, without_numbers

_FEWEST_ROWS = 3
_MOST_TITLES = 6
_OF_TEN, _SIDE_FILLED = 10, 8


def name_of(text: str) -> str:
    """Return a name without the sign, number or lines of a tree before it."""
    bare = bare_name(text)
    mark = mark_of(bare)
    name = bare[mark.end :] if mark else bare
    return role_and_person(name)[0] or name


class Drawn(NamedTuple):
    """What stands where in a chart that is drawn.

    Attributes:
        first: The first row of the chart; titles stand above it.
        beside: The column of those who hold the positions; -1 if there is none.
    """

    first: int
    beside: int


def is_outline(grid: Grid) -> bool:
    """Whether a table is a chart drawn by indentation, with a position in it."""
    return drawn(grid) is not None


def drawn(grid: Grid) -> Drawn | None:
    """Return what stands where in a chart drawn by indentation; nothing if a table is none."""
    first = next((n for n, row in enumerate(grid.rows[:_MOST_TITLES]) if _names(row)), -1)
    if first < 0:
        return None
    filled = [row for row in grid.rows[first:] if any(row)]
    beside = _column_beside(filled)
    rows = [_without(distinct(row), beside) for row in filled]
    if len(rows) < _FEWEST_ROWS or any(len(row) != 1 for row in rows):
        return None
    steps = [column for ((column, _),) in rows]
    deeper = all(b <= a + 1 for a, b in pairwise(steps))
    names = [name_of(cell.text) for ((_, cell),) in rows]
    named = all(is_name(name) or is_department(name) for name in names)
    good = deeper and len(set(steps)) > 1 and named and any(map(is_role, names))
    return Drawn(first, beside) if good else None


def _names(row: Sequence[TableCell | None]) -> bool:
    """Whether a row begins with a position or a department: what stands above it are titles."""
    cells = distinct(row)
    name = name_of(cells[0][1].text) if cells else ""
    return is_role(without_numbers(name)[0]) or is_department(name)


def _column_beside(rows: Sequence[Sequence[TableCell | None]]) -> int:
    """Return the column in which nearly every row names who holds the position; -1 if none does."""
    width = max(map(len, rows), default=0)
    last = width - 1
    cells = [cell for row in rows if len(row) == width and (cell := row[last]) is not None]
    people = sum(is_person(cell.text) for cell in cells)
    common = len(cells) * _OF_TEN >= _SIDE_FILLED * len(rows)
    return last if common and people * 2 > len(cells) else -1


def _without(cells: list[tuple[int, TableCell]], column: int) -> list[tuple[int, TableCell]]:
    return [(c, cell) for c, cell in cells if c != column]


def read_outline(grid: Grid, ledger: Ledger) -> list[DraftPosition]:
    """Return the positions of a chart; who stands above one to the left is its superior."""
    found: list[DraftPosition] = []
    above: list[tuple[int, TableCell, DraftPosition | None]] = []
    first, beside = drawn(grid) or Drawn(0, -1)
    for row in grid.rows[:first]:
        for _, cell in distinct(row):
            ledger.left_out(cell.bit, "heading")
    for row in grid.rows[first:]:
        for column, cell in distinct(row):
            if column == beside:
                ledger.left_out(cell.bit, "person", found[-1].name if found else "")
                if found:
                    found[-1].person = " ".join(cell.text.split())
                continue
            above = [entry for entry in above if entry[0] < column]
            name = name_of(cell.text)
            position = None if is_department(name) else _position(name, cell, above)
            for piece in cell.pieces:
                as_ = "department" if position is None else "position"
                ledger.used(whole(piece), as_, position.name if position else "")
            if position is not None:
                found.append(position)
            above.append((column, cell, position))
    return found


def _position(
    text: str, cell: TableCell, above: list[tuple[int, TableCell, DraftPosition | None]]
) -> DraftPosition:
    name, count = without_numbers(text)
    department = tuple(name_of(over.text) for _, over, position in above if position is None)
    made = DraftPosition(name, [cell.bit], department, "row", headcount=count)
    superiors = [(over, position) for _, over, position in above if position is not None]
    if superiors:
        over, position = superiors[-1]
        made.superior.words, made.superior.bits = position.name, [over.bit]
    return made
