"""Charts drawn by indentation: one name in a row, the deeper its column the lower its rank."""

from __future__ import annotations

from itertools import pairwise

from dealer_roles.imports.drafts import DraftPosition
from dealer_roles.imports.ledger import Ledger
from dealer_roles.imports.marks import mark_of
from dealer_roles.imports.pieces import Grid, TableCell, whole
from dealer_roles.imports.recognise.form_tables import distinct
from dealer_roles.imports.recognise.hierarchies import bare_name
from dealer_roles.imports.recognise.roles import is_department, is_name, is_role, without_numbers

_FEWEST_ROWS = 3


def name_of(text: str) -> str:
    """Return a name without the sign, number or lines of a tree before it."""
    bare = bare_name(text)
    mark = mark_of(bare)
    return bare[mark.end :] if mark else bare


def is_outline(grid: Grid) -> bool:
    """Whether a table is a chart drawn by indentation, with a position in it."""
    rows = [distinct(row) for row in grid.rows if any(row)]
    if len(rows) < _FEWEST_ROWS or any(len(row) != 1 for row in rows):
        return False
    cells = [(column, cell.text) for ((column, cell),) in rows]
    steps = [column for column, _ in cells]
    deeper = all(b <= a + 1 for a, b in pairwise(steps))
    names = [name_of(text) for _, text in cells]
    named = all(is_name(name) or is_department(name) for name in names)
    return deeper and len(set(steps)) > 1 and named and any(map(is_role, names))


def read_outline(grid: Grid, ledger: Ledger) -> list[DraftPosition]:
    """Return the positions of a chart; who stands above one to the left is its superior."""
    found: list[DraftPosition] = []
    above: list[tuple[int, TableCell, DraftPosition | None]] = []
    for row in grid.rows:
        for column, cell in distinct(row):
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
