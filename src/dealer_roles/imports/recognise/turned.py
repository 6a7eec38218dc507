"""Tables with a position in each column: the first column holds the labels, the others values."""

from __future__ import annotations

from collections.abc import Sequence

from dealer_roles.imports.pieces import Grid, TableCell
from dealer_roles.imports.recognise.form_tables import distinct
from dealer_roles.imports.recognise.labels import LISTS, SINGLE, Labels
from dealer_roles.imports.recognise.roles import is_name, is_role

_FEWEST_LABELS = 3
_MOST_LABELS = 60


def turned(grid: Grid, labels: Labels) -> Grid | None:
    """Return a table with a row for each position, if it has a column for each; else nothing.

    Args:
        grid: A table.
        labels: The labels that are known.
    """
    rows = [row for row in grid.rows if any(row)]
    if not _FEWEST_LABELS <= len(rows) <= _MOST_LABELS:
        return None
    told = [labels.field(row[0].text) if row[0] is not None else "" for row in rows]
    if "position" not in told and all(is_role(c.text) for _, c in distinct(rows[0])[1:]):
        told[0] = "position"  # a corner that says nothing: 项目
    if not all(told) or told.count("position") != 1:
        return None
    names = [cell for _, cell in distinct(rows[told.index("position")])[1:]]
    if len(names) < 2 or not all(is_name(c.text) and not labels.field(c.text) for c in names):
        return None
    if any(_labels_again(row, labels) for row in rows):
        return None
    return Grid(grid.name, [list(column) for column in zip(*rows, strict=True)])


def _labels_again(row: Sequence[TableCell | None], labels: Labels) -> bool:
    """Whether labels stand among the values too: then the table is a form."""
    values = [labels.field(cell.text) for _, cell in distinct(row)[1:]]
    return any(field in SINGLE | LISTS for field in values)
