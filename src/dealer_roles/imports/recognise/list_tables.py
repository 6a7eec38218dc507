"""Tables with a heading row: org charts, lists of duties, tasks with those who answer for them."""

from __future__ import annotations

from collections.abc import Mapping

from dealer_roles.imports.drafts import DraftPosition
from dealer_roles.imports.ledger import Ledger
from dealer_roles.imports.pieces import Grid, TableCell, whole
from dealer_roles.imports.recognise.cadences import cadence_of
from dealer_roles.imports.recognise.form_tables import distinct
from dealer_roles.imports.recognise.hierarchies import Ranks, bare_name, is_level, take_path
from dealer_roles.imports.recognise.holders import Shares
from dealer_roles.imports.recognise.labels import BESIDE, LEFT_OUT, LISTS, PROTECTED, SINGLE, Labels
from dealer_roles.imports.recognise.lines import lines_of
from dealer_roles.imports.recognise.list_columns import ListColumns, columns_of
from dealer_roles.imports.recognise.passed_rows import why_passed_over
from dealer_roles.imports.recognise.roles import is_department
from dealer_roles.imports.recognise.shares import ORDER
from dealer_roles.imports.recognise.sheets import SheetReader
from dealer_roles.imports.recognise.single_values import is_nothing, set_value
from dealer_roles.imports.recognise.task_rows import TaskRows

_FEWEST_COLUMNS = 3
_OTHER = {"ignored-second": "repeated", "ignore": "ignored"}
_IDENTITY = ("position", "path", "title", "person", "code", "person_code")


class ListReader:
    """Reads one table row by row."""

    def __init__(self, reader: SheetReader, ledger: Ledger, labels: Labels, shares: Shares) -> None:
        self._reader = reader
        self._ledger = ledger
        self._labels = labels
        self._shares = shares
        self.positions: list[DraftPosition] = []
        self._by_key: dict[tuple[str, ...], DraftPosition] = {}
        self._columns = ListColumns({})
        self._ranks = Ranks()
        self._group = reader.department

    def read(self, grid: Grid, head: int) -> None:
        """Read the rows below the heading row."""
        self._reader.drop_title()
        for row in grid.rows[:head]:
            for _, cell in distinct(row):
                self._each(cell, "heading")
        self._columns = columns_of(grid, head, self._labels, self._ledger)
        by_field = self._columns.by_field()
        work = "task" in by_field or ("duties" in by_field and by_field.keys() & set(ORDER))
        tasks = bool(work) and not (by_field.keys() & {"position", "path", "title"})
        tasks = tasks or by_field.keys() >= {"share", "position"}
        rows = TaskRows(self._shares, self._ledger, self._columns)
        last: DraftPosition | None = None
        for row in grid.rows[head + 1 :]:
            cells = {column: cell for column, cell in enumerate(row) if cell is not None}
            if not cells:
                continue
            if self._is_group(cells, grid):
                last = None
            elif why := why_passed_over(cells, grid.rows[head], self._labels):
                for cell in {id(cell): cell for cell in cells.values()}.values():
                    self._each(cell, why)
            elif tasks:
                rows.read(cells)
            else:
                last = self._position_row(cells, by_field, last)
        self._reader.leave()
        self._ranks.settle(self.positions)
        self._departments_of_sheet(grid)

    def _is_group(self, cells: Mapping[int, TableCell], grid: Grid) -> bool:
        """Take a row that only names the department of the rows below it."""
        named = {id(cell): cell for cell in cells.values()}
        if len(named) > 1 or len(grid.rows[0]) < _FEWEST_COLUMNS:
            return False
        (cell,) = named.values()
        beside = {self._columns.fields.get(column) for column in cells} & {"department", "company"}
        if not is_department(cell.text) or (beside and len(cells) == 1):
            return False
        self._group = (" ".join(cell.text.split()),)
        self._ledger.used(cell.bit, "department")
        return True

    def _departments_of_sheet(self, grid: Grid) -> None:
        """A sheet that is named as a department holds its positions."""
        if is_department(grid.name) and not any(p.department for p in self.positions):
            for position in self.positions:
                position.department = (grid.name,)

    def _each(self, cell: TableCell, why: str, position: str = "", as_: str = "") -> None:
        for piece in cell.pieces:
            self._ledger.left_out(whole(piece), why, position, as_)

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
        before = len(at.duties)
        for field, columns in by_field.items():
            for column in columns:
                if column in cells and field not in ("position", "department", "company"):
                    self._fact(at, field, cells[column])
        often = self._first(cells, by_field, "cadence")
        if often is not None and (cadence := cadence_of(often.text)):
            for duty in at.duties[before:]:
                duty.said.cadence = cadence
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
            path = self._first(cells, by_field, "path")
            shown = name or self._first(cells, by_field, "title") or (None if path else person)
            at = DraftPosition(kind="row", department=self._group)
            at.name = bare_name(shown.text) if shown is not None else ""
            at.where = [shown.bit] if shown is not None else [next(iter(cells.values())).bit]
            self._by_key[key] = at
            self.positions.append(at)
        if name is not None:
            for piece in name.pieces:
                self._ledger.used(whole(piece), "position", at.name)
            self._ranks.name(at, name)
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
        for column in [*by_field.get("company", ()), *by_field.get("department", ())]:
            cell = cells.get(column)
            if cell is None or is_nothing(cell.text):
                if cell is not None:
                    self._each(cell, "empty-mark", at.name, "department")
                continue
            text = " ".join(cell.text.split())
            if text not in path:
                path.append(text)
            self._ledger.used(cell.bit, "department", at.name)
        if path and (fresh or at.department in ((), self._group)):
            if not by_field.get("department"):
                return
            at.department = tuple(path)

    def _heading_of(self, cell: TableCell) -> str:
        return self._columns.headings.get(cell.pieces[0].column, "")

    def _fact(self, at: DraftPosition, field: str, cell: TableCell) -> None:
        if field in ("duties", "task"):
            self._texts(at, "duties", cell)
        elif field in LISTS:
            self._texts(at, field, cell)
        elif field in ORDER:
            self._texts(at, "duties", cell, responsibility=field)
        elif field == "path":
            take_path(at, cell, self._ledger)
        elif field in SINGLE:
            self._single(at, field, cell)
        else:
            self._other(at, field, cell)

    def _single(self, at: DraftPosition, field: str, cell: TableCell) -> None:
        if field == "title" and cell.text == at.name:
            self._ledger.used(cell.bit, "title", at.name)
            return
        if field in ("code", "sequence"):
            self._ranks.number(at, cell)
        if field == "grade" and is_level(self._heading_of(cell)):
            self._ranks.level(at, cell)
        set_value(at, field, cell.bit, self._ledger)

    def _other(self, at: DraftPosition, field: str, cell: TableCell) -> None:
        """Record what became of a cell that is no fact of the position."""
        if field == "cadence" and cadence_of(cell.text):
            self._ledger.used(cell.bit, field, at.name)
        elif field in PROTECTED | LEFT_OUT | BESIDE:
            self._each(cell, field, at.name, field)
        else:
            self._each(cell, _OTHER.get(field, "column"), at.name)

    def _texts(
        self, at: DraftPosition, field: str, cell: TableCell, responsibility: str = ""
    ) -> None:
        if is_nothing(cell.text):
            self._each(cell, "empty-mark", at.name, field)
            return
        self._reader.into(at, field, self._heading_of(cell))
        before = len(at.duties)
        self._reader.read_items(lines_of(cell.pieces, flows=False, labels=self._labels))
        for duty in at.duties[before:]:
            duty.responsibility = responsibility or duty.responsibility
