"""Charts with a column for each level: 总经理 | 部门 | 部门经理 | 主管 | 专员."""

from __future__ import annotations

from collections.abc import Sequence

from dealer_roles.imports.drafts import DraftPosition
from dealer_roles.imports.ledger import Ledger
from dealer_roles.imports.pieces import Grid, TableCell, whole
from dealer_roles.imports.recognise.form_tables import distinct
from dealer_roles.imports.recognise.labels import Labels
from dealer_roles.imports.recognise.outlines import name_of
from dealer_roles.imports.recognise.roles import is_department, is_name, is_role, without_numbers
from dealer_roles.imports.recognise.shares import share_of_column

_FEWEST_COLUMNS = 3
_FEWEST_ROLES = 2
_MOSTLY = 0.8
_ROWS_COMPARED = 200
_OF_A_CHART = {"", "position", "title", "department", "company", "subordinates", "grade", "person"}

Row = Sequence[TableCell | None]


def has_level_columns(grid: Grid, labels: Labels) -> bool:
    """Whether every column holds positions or departments, the larger ones first."""
    head = _head(grid)
    rows = [row for row in grid.rows[head + 1 : head + 1 + _ROWS_COMPARED] if any(row)]
    if len(grid.rows[0]) < _FEWEST_COLUMNS or len(rows) < 2:
        return False
    heads = [cell.text for _, cell in distinct(grid.rows[head])]
    told = {labels.field(text) or share_of_column(text) for text in heads}
    columns = [_kind(rows, column) for column in range(len(grid.rows[0]))]
    roles = columns.count("role")
    nested = _cells(rows, 0) < len(rows)
    return told <= _OF_A_CHART and all(columns) and roles >= _FEWEST_ROLES and nested


def _head(grid: Grid) -> int:
    """Return the row that names the levels: the first with a cell for most of them."""
    width = len(grid.rows[0])
    return next((n for n, row in enumerate(grid.rows) if len(distinct(row)) * 3 >= width * 2), 0)


def _cells(rows: Sequence[Row], column: int) -> int:
    return len({id(row[column]) for row in rows if row[column] is not None})


def _kind(rows: Sequence[Row], column: int) -> str:
    """Return what a column holds: ``role``, ``office``, or nothing of the kind."""
    names = [name_of(cell.text) for row in rows if (cell := row[column]) is not None]
    if not names:
        return ""
    offices = sum(is_department(name) for name in names)
    roles = sum(is_role(without_numbers(name)[0]) for name in names)
    if offices >= _MOSTLY * len(names):
        return "office"
    last = all(row[column + 1 :].count(None) == len(row) - column - 1 for row in rows)
    enough = _MOSTLY if not (last and all(map(is_name, names))) else 1 - _MOSTLY
    return "role" if offices + roles >= enough * len(names) else ""


def read_level_columns(grid: Grid, ledger: Ledger) -> list[DraftPosition]:
    """Return the positions; who stands to the left of one is its superior."""
    head = _head(grid)
    for number, row in enumerate(grid.rows[: head + 1]):
        for _, cell in distinct(row):
            for piece in cell.pieces:
                if number == head:
                    ledger.used(whole(piece), "heading")
                else:
                    ledger.left_out(whole(piece), "heading")
    found: dict[int, DraftPosition] = {}
    last: list[TableCell | None] = [None] * len(grid.rows[0])
    offices: set[int] = set()
    for row in grid.rows[head + 1 :]:
        first = next((c for c, cell in enumerate(row) if cell is not None), len(row))
        last = [*last[:first], *row[first:]]
        _row(last, found, offices, ledger)
    return list(found.values())


def _row(row: Row, found: dict[int, DraftPosition], offices: set[int], ledger: Ledger) -> None:
    """Take the positions of a row that no row above has named, from left to right."""
    above: tuple[TableCell, DraftPosition] | None = None
    department: tuple[str, ...] = ()
    for cell in row:
        if cell is None:
            continue
        name, count = without_numbers(name_of(cell.text))
        if is_department(name):
            department = (*department, name) if name not in department else department
            if id(cell) not in offices:
                ledger.used(cell.bit, "department")
            offices.add(id(cell))
            continue
        if id(cell) not in found:
            made = DraftPosition(name, [cell.bit], department, "row", headcount=count)
            if above is not None:
                made.superior.words, made.superior.bits = above[1].name, [above[0].bit]
            for piece in cell.pieces:
                ledger.used(whole(piece), "position", name)
            found[id(cell)] = made
        above = cell, found[id(cell)]
