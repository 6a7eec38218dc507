"""The row of a table that says what its columns are."""

from __future__ import annotations

import re

from dealer_roles.imports.pieces import Grid
from dealer_roles.imports.recognise.form_tables import distinct
from dealer_roles.imports.recognise.labels import Labels, is_group_heading
from dealer_roles.imports.recognise.shares import share_of_column

_ROWS_LOOKED_AT = 15
_SURE = 6  # cells in which labels and values take turns
_HEAD_OF = re.compile(r"(?:所在|所属|本)?(?:部门|科室|团队|班组)(?:负责人|领导|经理|主管|主任)")


def heading_row(grid: Grid, labels: Labels) -> int:
    """Return the row with the most known headings; -1 if no row has enough."""
    best, found = 0.0, -1
    for number, row in enumerate(grid.rows[:_ROWS_LOOKED_AT]):
        cells = distinct(row)
        fields = [field_of(cell.text, labels) for _, cell in cells]
        known = {field for field in fields if field}
        named = sum(1 for field in fields if field)
        if _alternates(fields) and (len(fields) >= _SURE or _beside_labels(grid, number, labels)):
            continue
        if len(known) >= 2 and named * 2 >= len(cells) and _is_list(known) and len(known) > best:
            best, found = float(len(known)), number
    return found


def _alternates(fields: list[str]) -> bool:
    """Whether labels and values take turns: 岗位名称 | 会计 | 所属部门 | 财务部."""
    return len(fields) > 1 and all(fields[::2]) and not any(fields[1::2])


def _beside_labels(grid: Grid, number: int, labels: Labels) -> bool:
    """Whether the row above or below begins with a label too, as the rows of a form do."""
    beside = [*grid.rows[max(number - 1, 0) : number], *grid.rows[number + 1 : number + 2]]
    texts = [cells[0][1].text for row in beside if (cells := distinct(row))]
    return any(labels.field(text) or is_group_heading(text) for text in texts)


def _is_list(known: set[str]) -> bool:
    holders = known & {
        "position",
        "path",
        "title",
        "person",
        "accountable",
        "responsible",
        "superior",
    }
    return bool(holders) or known >= {"code", "superior_code"}


def field_of(text: str, labels: Labels) -> str:
    """Return what a column's heading stands for, shares included."""
    if _HEAD_OF.fullmatch("".join(text.split())):
        return "superior"
    known = labels.field(text)
    if known in ("", "task", "duties", "person", "admin", "position", "department"):
        return share_of_column(text) or known
    return known
