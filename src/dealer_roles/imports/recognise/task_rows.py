"""Rows that are tasks: their columns name those who share in it."""

from __future__ import annotations

from collections.abc import Mapping

from dealer_roles.imports.drafts import SaidText
from dealer_roles.imports.ledger import Ledger
from dealer_roles.imports.pieces import Bit, TableCell, whole
from dealer_roles.imports.recognise.cadences import cadence_of
from dealer_roles.imports.recognise.holders import Shares
from dealer_roles.imports.recognise.labels import BESIDE
from dealer_roles.imports.recognise.list_columns import ListColumns
from dealer_roles.imports.recognise.shares import ORDER, shares_in_cell

Cells = Mapping[int, TableCell]


class TaskRows:
    """Reads the rows of a list of tasks."""

    def __init__(self, shares: Shares, ledger: Ledger, columns: ListColumns) -> None:
        self._shares = shares
        self._ledger = ledger
        self._columns = columns
        self._by_field = columns.by_field()

    def _each(self, cell: TableCell, why: str, as_: str = "") -> None:
        for piece in cell.pieces:
            self._ledger.left_out(whole(piece), why, as_=as_)

    def read(self, cells: Cells) -> None:
        """Give everybody whom a row names a share in its task."""
        task = self._task(cells)
        if task is None:
            for cell in cells.values():
                self._each(cell, "no-position")
            return
        office = self._office(cells)
        letters = self._letters(cells)
        for column, cell in cells.items():
            field = self._columns.fields.get(column, "")
            if column == office:
                continue
            if field == "position" and letters:
                for share in letters:
                    self._shares.named(task, share, cell)
            elif field in ORDER or field == "person":
                share = "accountable" if field == "person" else field
                over = cells[office] if office is not None and share == "accountable" else None
                self._shares.named(task, share, cell, over)
            elif field not in ("task", "duties"):
                self._beside(task, field, cell)

    def _beside(self, task: SaidText, field: str, cell: TableCell) -> None:
        """Record what became of a cell that names neither the task nor anybody."""
        if field == "share" or (field == "cadence" and task.cadence):
            self._ledger.used(cell.bit, field)
        else:
            said = field in ("sequence", "admin", *BESIDE)
            self._each(cell, field if said else "column", field)

    def _letters(self, cells: Cells) -> tuple[str, ...]:
        """Return the shares that a column of letters gives to the position of the row."""
        said = [cells[c] for c in self._by_field.get("share", ()) if c in cells]
        return shares_in_cell(said[0].text, {}) if said else ()

    def _office(self, cells: Cells) -> int | None:
        """Return the column of the department whose member beside it answers for the task."""
        columns = [c for c in self._by_field.get("accountable", ()) if c in cells]
        offices = [c for c in columns if c in self._columns.offices]
        people = [*self._by_field.get("person", ()), *(c for c in columns if c not in offices)]
        return offices[0] if offices and any(c in cells for c in people) else None

    def _task(self, cells: Cells) -> SaidText | None:
        """Return the task of a row: the last of the columns that name it, finer from left to right."""
        columns = [c for c in self._by_field.get("task", ()) if c in cells]
        finer = [c for c in columns if c not in self._columns.groups]
        texts = [c for c in self._by_field.get("duties", ()) if c in cells]
        duties = [c for c in texts if c not in self._columns.groups]
        for column in [*columns, *texts] if finer or duties else ():
            if column in self._columns.groups:
                self._each(cells[column], "heading")
        named = [cells[c] for c in finer or ([] if duties else columns) or duties or texts]
        if not named:
            return None
        bits: list[Bit] = [whole(p) for cell in named for p in cell.pieces]
        for bit in bits:
            self._ledger.used(bit, "task")
        for column in duties:
            if cells[column] not in named:
                for piece in cells[column].pieces:
                    self._ledger.proposed(whole(piece), "task")
                bits += [whole(p) for p in cells[column].pieces]
                named.append(cells[column])
        words = [" ".join(cell.text.split()) for cell in named]
        often = [cells[c] for c in self._by_field.get("cadence", ()) if c in cells]
        cadence = cadence_of(often[0].text) if often else ""
        return SaidText("：".join(dict.fromkeys(words)), bits, cadence)
