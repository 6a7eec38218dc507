"""The headings of the matrix that are no positions."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from dealer_roles.values.text import Text
from dealer_roles.words.document_words import word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealer_roles.publish.matrix.matrix import MatrixColumn

FIXED = (
    Text("任务编号", "Task id"),
    Text("业务领域", "Area"),
    Text("任务", "Task"),
    Text("范围", "Scope"),
    Text("负责检查", "Owner check"),
)
"""What stands before the positions."""
HOLDERS = Text("参与岗位数", "Taking part")
REMARKS = Text("条件与说明", "Conditions and notes")
POSITIONS = Text("岗位", "Positions")
"""What stands above the positions where there are no departments."""
TOTAL = Text("合计", "Total")


def fixed_headings(lang: str) -> list[str]:
    """Return the headings before the positions."""
    return [text.get(lang) for text in FIXED]


def departments_of(columns: Sequence[MatrixColumn], lang: str) -> list[tuple[str, int]]:
    """Return what stands above the positions, and above how many: their departments.

    Positions in none are said to be; where there are no departments, they are positions.
    """
    nested = any(column.department for column in columns)
    alone = word("no-department", lang) if nested else POSITIONS.get(lang)
    return [
        (name or alone, len(list(members)))
        for name, members in groupby(columns, lambda column: column.department)
    ]
