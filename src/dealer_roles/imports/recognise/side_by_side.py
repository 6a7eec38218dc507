"""Sheets that stand side by side in one table: the labels of the first column come again."""

from __future__ import annotations

from itertools import pairwise

from dealer_roles.imports.pieces import Grid
from dealer_roles.imports.recognise.labels import Labels

_FEWEST_LABELS = 3
_MOSTLY = 0.7


def apart(grid: Grid, labels: Labels) -> list[Grid]:
    """Return the tables that stand side by side in a table, from left to right.

    Args:
        grid: A table.
        labels: The labels that are known.
    """
    first = [cell.text if (cell := row[0]) is not None else "" for row in grid.rows]
    named = {text for text in first if labels.field(text)}
    if len(named) < _FEWEST_LABELS:
        return [grid]
    starts = [c for c in range(1, len(grid.rows[0])) if _begins_again(grid, c, named)]
    bounds = [0, *starts, len(grid.rows[0])]
    return [Grid(grid.name, [row[a:b] for row in grid.rows]) for a, b in pairwise(bounds)]


def _begins_again(grid: Grid, column: int, named: set[str]) -> bool:
    """Whether the labels of the first column stand in a column too, in cells of their own."""
    cells = [row[column] for row in grid.rows if row[column] is not row[column - 1]]
    texts = [cell.text for cell in cells if cell is not None]
    again = named & set(texts)
    return len(again) >= max(_FEWEST_LABELS, _MOSTLY * len(named))
