"""What the columns of a list are: by their headings, and by what stands in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from dealer_roles.imports.ledger import Ledger
from dealer_roles.imports.pieces import Grid, TableCell
from dealer_roles.imports.recognise.form_tables import distinct
from dealer_roles.imports.recognise.heading_rows import field_of
from dealer_roles.imports.recognise.labels import Labels, is_group_heading
from dealer_roles.imports.recognise.people import is_person
from dealer_roles.imports.recognise.roles import is_role
from dealer_roles.imports.recognise.shares import is_letter

_OFFICE = re.compile(r"部门|单位|科室|department|division|unit", re.IGNORECASE)
_ONCE = ("code", "grade", "headcount", "superior", "title")
_ROWS_COMPARED = 400
_MOSTLY = 0.6
_SURELY = 0.8
Rows = Sequence[Sequence[TableCell | None]]


@dataclass(slots=True)
class ListColumns:
    """The columns of a list.

    Attributes:
        fields: What each column stands for.
        groups: Columns whose values only group the rows.
        offices: Columns that are headed as names of departments.
        headings: The headings, by the column's number in the file.
    """

    fields: dict[int, str]
    groups: set[int] = field(default_factory=set)
    offices: set[int] = field(default_factory=set)
    headings: dict[int, str] = field(default_factory=dict)

    def by_field(self) -> dict[str, list[int]]:
        """Return the columns of each field."""
        found: dict[str, list[int]] = {}
        for column, name in self.fields.items():
            found.setdefault(name, []).append(column)
        return found


def columns_of(grid: Grid, head: int, labels: Labels, ledger: Ledger) -> ListColumns:
    """Return what each column stands for; of two columns for one thing the second yields."""
    row = grid.rows[head]
    fields = {
        column: field_of(cell.text, labels) if cell is not None else ""
        for column, cell in enumerate(row)
    }
    found = ListColumns(fields)
    for column, cell in distinct(row):
        ledger.used(cell.bit, "heading")
        found.headings[cell.pieces[0].column] = cell.text
        if is_group_heading(cell.text):
            found.groups.add(column)
        if _OFFICE.search(cell.text):
            found.offices.add(column)
    work = [c for c, name in fields.items() if name in ("task", "duties")]
    spanning = {c for c in work if _spans(grid, head, c)}
    if len(spanning) < len(work):
        found.groups |= spanning
    rows = grid.rows[head + 1 : head + 1 + _ROWS_COMPARED]
    _person_by_values(rows, fields)
    if not {"position", "path"} & set(fields.values()):
        _promote(fields, rows)
    _share_by_values(rows, fields)
    _second_yields(fields)
    return found


def _spans(grid: Grid, head: int, column: int) -> bool:
    """Whether one merged cell of a column stands beside several rows: it groups them."""
    cells = [row[column] for row in grid.rows[head + 1 : head + 1 + _ROWS_COMPARED]]
    return any(one is not None and one is two for one, two in pairwise(cells))


def _second_yields(fields: dict[int, str]) -> None:
    taken: set[str] = set()
    for column, name in fields.items():
        if name == "position" and name in taken:
            fields[column] = "title"
        elif name in _ONCE and name in taken:
            fields[column] = "ignored-second"
        taken.add(name)


def _person_by_values(rows: Rows, fields: dict[int, str]) -> None:
    """A column in which the superiors of others stand holds people, whatever its heading is.

    So does one of those who answer (责任人) beside positions, if it names people.
    """
    for column, name in fields.items():
        if (
            name == "accountable"
            and "position" in fields.values()
            and _mostly(rows, column, is_person)
        ):
            fields[column] = "person"
    superior = next((c for c, name in fields.items() if name == "superior"), None)
    if superior is None or "person" in fields.values():
        return
    named = _values(rows, superior)
    known = [c for c, name in fields.items() if name in ("position", "title", "code")]
    if not named or any(len(named & _values(rows, c)) >= _MOSTLY * len(named) for c in known):
        return
    for column, name in fields.items():
        if not name and len(named & _values(rows, column)) >= _MOSTLY * len(named):
            fields[column] = "person"
            return


def _values(rows: Sequence[Sequence[TableCell | None]], column: int) -> set[str]:
    return {cell.text for row in rows if (cell := row[column]) is not None}


def _mostly(rows: Rows, column: int, kind: Callable[[str], bool]) -> bool:
    """Whether most of what stands in a column is of a kind."""
    texts = [cell.text for row in rows if (cell := row[column]) is not None]
    return bool(texts) and sum(map(kind, texts)) >= _SURELY * len(texts)


def _share_by_values(rows: Rows, fields: dict[int, str]) -> None:
    """Beside a task and a position, a column of letters says which share it has: R, A, C."""
    told = set(fields.values())
    if "position" not in told or not told & {"task", "duties"}:
        return
    for column, name in fields.items():
        if name in ("", "grade") and _mostly(rows, column, is_letter):
            fields[column] = "share"
            return


def _promote(fields: dict[int, str], rows: Rows) -> None:
    """Without a column of positions, titles name them, or else ``Name`` does."""
    shares = {"accountable", "responsible"} & set(fields.values())
    for substitute in ("title", "" if shares else "person"):
        column = next((c for c, name in fields.items() if name == substitute and name), None)
        if column is not None:
            fields[column] = "position"
            return
    unclear = (c for c, n in fields.items() if n in ("", "task"))
    column = next((c for c in unclear if _mostly(rows, c, is_role)), None)
    if column is not None and not shares:
        fields[column] = "position"
