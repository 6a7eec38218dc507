"""Columns of numbers as they are kept: one number where all are alike, else their bytes.

JSON takes half as long as all the rest to read numbers one by one. Their bytes stand in it as
hexadecimal digits, behind the letter that says how wide a number is; which byte of a number
comes first is part of the key of what is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import repeat
from typing import Any

_WIDTHS = {"b": 1 << 7, "h": 1 << 15, "i": 1 << 31, "q": 1 << 63}
"""The letters of ``struct`` for whole numbers, and how large these may not be."""


def column_of(cells: Sequence[Any]) -> Any:
    """Return cells as they are kept: those that are no numbers as they are."""
    if not cells or any(cell.__class__ is not int for cell in cells):
        return cells
    if cells.count(cells[0]) == len(cells):
        return cells[0]
    from array import array

    width = next(letter for letter, bound in _WIDTHS.items() if max(cells) < bound)
    return width + array(width, cells).tobytes().hex()


def cells_of(column: Any, count: int) -> Iterable[Any]:
    """Return the cells that :func:`column_of` was given.

    Raises:
        ValueError: There are not so many.
    """
    if column.__class__ is int:
        return repeat(column, count)
    if column.__class__ is str:
        numbers: Any = memoryview(bytes.fromhex(column[1:]))
        column = numbers.cast(column[0]).tolist()
    if len(column) != count:
        raise ValueError("cells")
    return column  # type: ignore[no-any-return] # a list
