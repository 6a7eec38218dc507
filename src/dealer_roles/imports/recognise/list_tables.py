"""Tables with a heading row: org charts, lists of duties, tasks with those who answer for them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from dealer_roles.imports.drafts import DraftPosition, SaidText
from dealer_roles.imports.ledger import Ledger
from dealer_roles.imports.pieces import Bit, Grid, TableCell, whole
from dealer_roles.imports.recognise.form_tables import distinct
from dealer_roles.imports.recognise.heading_rows import field_of
from dealer_roles.imports.recognise.labels import LEFT_OUT, LISTS, PROTECTED, SINGLE, Labels
from dealer_roles.imports.recognise.lines import lines_of
from dealer_roles.imports.recognise.matrices import Shares
from dealer_roles.imports.recognise.shares import ORDER
from dealer_roles.imports.recognise.sheets import SheetReader
from dealer_roles.imports.recognise.single_values import is_nothing, set_value

_GROUP = re.compile(
    r"模块|类别|类型|阶段|流程|大类|分类|领域|process|phase|category|module|area", re.IGNORECASE
)
_TOTAL = re.compile(
    r"^(?:合\s*计|总\s*计|小\s*计|共计|total|sum|grand total)[：:]?$", re.IGNORECASE
)
_IDENTITY = ("position", "title", "person", "code", "person_code")


class ListReader:
    """Reads one table row by row."""

    def __init__(self, reader: SheetReader, ledger: Ledger, labels: Labels, shares: Shares) -> None:
        self._reader = reader
        self._ledger = ledger
        self._labels = labels
        self._shares = shares
        self.positions: list[DraftPosition] = []
        self._groups: set[int] = set()
        self._by_key: dict[tuple[str, ...], DraftPosition] = {}

    def read(self, grid: Grid, head: int) -> None:
        """Read the rows below the heading row."""
        for row in grid.rows[:head]:
            for _, cell in distinct(row):
                self._each(cell, "heading")
        columns = self._columns(grid, head)
        by_field: dict[str, list[int]] = {}
        for column, field in columns.items():
            by_field.setdefault(field, []).append(column)
        work = "task" in by_field or ("duties" in by_field and by_field.keys() & set(ORDER))
        tasks = bool(work) and not (by_field.keys() & {"position", "title"})
        last: DraftPosition | None = None
        for row in grid.rows[head + 1 :]:
            cells = {column: cell for column, cell in enumerate(row) if cell is not None}
            if not cells or self._passed_over(cells, grid.rows[head]):
                continue
            if tasks:
                self._task_row(cells, by_field, columns)
            else:
                last = self._position_row(cells, by_field, last)

    def _each(self, cell: TableCell, why: str, position: str = "", as_: str = "") -> None:
        for piece in cell.pieces:
            self._ledger.left_out(whole(piece), why, position, as_)

    def _passed_over(
        self, cells: Mapping[int, TableCell], heads: Sequence[TableCell | None]
    ) -> bool:
        """Rows of totals and headings that a printed page repeats say nothing."""
        texts = [cell.text for cell in cells.values()]
        if any(_TOTAL.match(text) for text in texts[:2]):
            why = "total"
        elif len(texts) > 1 and all(
            (head := heads[c]) is not None and head.text == cell.text for c, cell in cells.items()
        ):
            why = "repeated"
        else:
            return False
        for cell in cells.values():
            self._each(cell, why)
        return True

    def _columns(self, grid: Grid, head: int) -> dict[int, str]:
        """Return what each column stands for; of two columns for one thing the second yields."""
        columns: dict[int, str] = {}
        for column, cell in enumerate(grid.rows[head]):
            field = field_of(cell.text, self._labels) if cell is not None else ""
            columns[column] = field
        for column, cell in distinct(grid.rows[head]):
            self._ledger.used(cell.bit, "heading")
            if _GROUP.search(cell.text):
                self._groups.add(column)
        fields = list(columns.values())
        if "position" not in fields:
            self._promote(columns)
        taken: set[str] = set()
        for column, field in columns.items():
            if field == "position" and field in taken:
                columns[column] = "title"
            elif field in ("code", "grade", "headcount", "superior", "title") and field in taken:
                columns[column] = "ignored-second"
            taken.add(field)
        return columns

    @staticmethod
    def _promote(columns: dict[int, str]) -> None:
        """Without a column of positions, titles name them, or else ``Name`` does."""
        for substitute in (
            "title",
            "task" if "accountable" not in columns.values() else "",
            "person",
        ):
            found = [column for column, field in columns.items() if field == substitute and field]
            if substitute == "task" and not {"superior", "department", "duties"} & set(
                columns.values()
            ):
                continue
            if substitute == "person" and {"accountable", "responsible"} & set(columns.values()):
                continue
            if found and substitute != "task":
                columns[found[0]] = "position"
                return

    # A row is a position, or one of its duties.

    def _position_row(
        self,
        cells: dict[int, TableCell],
        by_field: Mapping[str, list[int]],
        last: DraftPosition | None,
    ) -> DraftPosition | None:
        name = self._first(cells, by_field, "position")
        if name is None and not any(self._first(cells, by_field, f) for f in _IDENTITY):
            at = last
        else:
            at = self._position_of(cells, by_field, name)
        if at is None:
            for cell in cells.values():
                self._each(cell, "no-position")
            return None
        fresh = at is not last
        self._departments(at, cells, by_field, fresh=fresh)
        for field, columns in by_field.items():
            for column in columns:
                if column in cells and field not in ("position", "department", "company"):
                    self._fact(at, field, cells[column])
        return at

    @staticmethod
    def _first(
        cells: Mapping[int, TableCell], by_field: Mapping[str, list[int]], field: str
    ) -> TableCell | None:
        return next((cells[c] for c in by_field.get(field, ()) if c in cells), None)

    def _position_of(
        self,
        cells: Mapping[int, TableCell],
        by_field: Mapping[str, list[int]],
        name: TableCell | None,
    ) -> DraftPosition:
        """Return the position of a row: that of the row before, if both are about one."""
        texts = [
            cell.text
            for field in (*_IDENTITY, "department")
            for cell in [self._first(cells, by_field, field)]
            if cell is not None
        ]
        several = bool({"duties", "task"} & by_field.keys()) and not by_field.keys() & {
            "person",
            "person_code",
        }
        key = tuple(texts) if several else (str(len(self.positions)),)
        at = self._by_key.get(key)
        person = self._first(cells, by_field, "person")
        if at is None:
            shown = name or self._first(cells, by_field, "title") or person
            at = DraftPosition(kind="row")
            at.name = " ".join(shown.text.split()) if shown is not None else ""
            at.where = [shown.bit] if shown is not None else [next(iter(cells.values())).bit]
            self._by_key[key] = at
            self.positions.append(at)
        if name is not None:
            for piece in name.pieces:
                self._ledger.used(whole(piece), "position", at.name)
        return at

    def _departments(
        self,
        at: DraftPosition,
        cells: Mapping[int, TableCell],
        by_field: Mapping[str, list[int]],
        *,
        fresh: bool,
    ) -> None:
        path: list[str] = []
        for column in sorted([*by_field.get("company", ()), *by_field.get("department", ())]):
            cell = cells.get(column)
            if cell is None or is_nothing(cell.text):
                if cell is not None:
                    self._each(cell, "empty-mark", at.name, "department")
                continue
            text = " ".join(cell.text.split())
            if text not in path:
                path.append(text)
            self._ledger.used(cell.bit, "department", at.name)
        if path and (fresh or not at.department):
            if not by_field.get("department"):
                return
            at.department = tuple(path)

    def _fact(self, at: DraftPosition, field: str, cell: TableCell) -> None:
        if field == "title" and cell.text == at.name:
            self._ledger.used(cell.bit, "title", at.name)
        elif field in ("duties", "task"):
            self._texts(at, "duties", cell)
        elif field in LISTS:
            self._texts(at, field, cell)
        elif field in (
            "accountable",
            "responsible",
            "approver",
            "supporting",
            "consulted",
            "informed",
        ):
            self._texts(at, "duties", cell, responsibility=field)
        elif field == "ignored-second":
            self._each(cell, "repeated", at.name)
        elif field == "ignore":
            self._each(cell, "ignored", at.name)
        elif field in SINGLE:
            set_value(at, field, cell.bit, self._ledger)
        elif field in PROTECTED | LEFT_OUT:
            self._each(cell, field, at.name, field)
        else:
            self._each(cell, "column", at.name)

    def _texts(
        self, at: DraftPosition, field: str, cell: TableCell, responsibility: str = ""
    ) -> None:
        if is_nothing(cell.text):
            self._each(cell, "empty-mark", at.name, field)
            return
        self._reader.into(at, field)
        before = len(at.duties)
        self._reader.read_items(lines_of(cell.pieces, flows=False, labels=self._labels))
        for duty in at.duties[before:]:
            duty.responsibility = responsibility or duty.responsibility

    # A row is a task, its columns name those who share in it.

    def _task_row(
        self,
        cells: dict[int, TableCell],
        by_field: Mapping[str, list[int]],
        columns: Mapping[int, str],
    ) -> None:
        task = self._task(cells, by_field)
        if task is None:
            for cell in cells.values():
                self._each(cell, "no-position")
            return
        shares = ("accountable", "responsible", "approver", "supporting", "consulted", "informed")
        for column, cell in cells.items():
            field = columns.get(column, "")
            if field in shares or field == "person":
                self._shares.named(task, "accountable" if field == "person" else field, cell)
            elif field not in ("task", "duties"):
                why = field if field in ("sequence", "admin", "department", "company") else "column"
                self._each(cell, "column" if why in ("department", "company") else why, as_=field)

    def _task(
        self, cells: Mapping[int, TableCell], by_field: Mapping[str, list[int]]
    ) -> SaidText | None:
        """Return the task of a row: the last of the columns that name it, finer from left to right."""
        columns = [c for c in by_field.get("task", ()) if c in cells]
        finer = [c for c in columns if c not in self._groups]
        described = any(c in cells for c in by_field.get("duties", ()))
        for column in columns if finer or described else ():
            if column in self._groups:
                self._each(cells[column], "heading")
        named = [cells[c] for c in finer or ([] if described else columns)]
        named = named or [cells[c] for c in by_field.get("duties", ()) if c in cells]
        if not named:
            return None
        bits: list[Bit] = [whole(p) for cell in named for p in cell.pieces]
        for bit in bits:
            self._ledger.used(bit, "task")
        for column in by_field.get("duties", ()):
            if column in cells and cells[column] not in named:
                for piece in cells[column].pieces:
                    self._ledger.proposed(whole(piece), "task")
                bits += [whole(p) for p in cells[column].pieces]
                named.append(cells[column])
        words = [" ".join(cell.text.split()) for cell in named]
        return SaidText("：".join(dict.fromkeys(words)), bits)
