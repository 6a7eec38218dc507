"""Responsibility matrices: tasks against roles, with letters, words or names in the cells."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from dealer_roles.imports.drafts import SaidText
from dealer_roles.imports.ledger import Ledger
from dealer_roles.imports.pieces import Bit, Grid, TableCell, whole
from dealer_roles.imports.recognise.form_tables import distinct
from dealer_roles.imports.recognise.holders import Shares
from dealer_roles.imports.recognise.roles import is_department, is_role
from dealer_roles.imports.recognise.shares import is_tick, share_of_column, shares_in_cell
from dealer_roles.imports.recognise.single_values import is_nothing

_LEAST_MARKED = 0.6  # of the filled cells, so many must be marks
_LEGEND = re.compile(
    r"^\s*(?:[RASCIP]\s*[=:：\-–—]|图例|说明|注|备注|legend|key|note)", re.IGNORECASE
)
_LONGEST_LEGEND = 200


class Layout(NamedTuple):
    """Where the roles and tasks of a matrix stand.

    Attributes:
        head: The row of the roles.
        first: The first column with marks.
        rows: The rows with tasks.
        turned: Roles stand in the rows, tasks in the columns.
    """

    head: int
    first: int
    rows: list[int]
    turned: bool


def matrix_layout(grid: Grid, own: dict[str, str]) -> Layout | None:
    """Return how a table is a matrix of shares, if it is one."""
    marks = [
        {c for c, cell in enumerate(row) if cell is not None and shares_in_cell(cell.text, own)}
        for row in grid.rows
    ]
    columns = Counter(column for row in marks for column in row)
    wide = {c for c, count in columns.items() if count >= 1 and _mostly_marks(grid, c, own)}
    rows = [number for number, row in enumerate(marks) if row & wide]
    if len(wide) < 2 or not rows or rows[0] == 0:
        return None
    first = min(wide)
    head = _heading_above(grid, rows[0], wide)
    if head is None or first == 0:
        return None
    rows = [n for n in range(head + 1, len(grid.rows)) if any(grid.rows[n])]
    return Layout(head, first, rows, _is_turned(grid, head, first, rows))


def _mostly_marks(grid: Grid, column: int, own: dict[str, str]) -> bool:
    cells = [(row, cell) for row in grid.rows if (cell := row[column]) is not None]
    texts = [cell.text for row, cell in cells if sum(other is cell for other in row) == 1]
    good = sum(bool(shares_in_cell(text, own)) or is_nothing(text) for text in texts)
    return good >= _LEAST_MARKED * max(len(texts) - 2, 1)


def _heading_above(grid: Grid, row: int, wide: set[int]) -> int | None:
    """Return the nearest row above the marks in which the marked columns are named."""
    for number in range(row - 1, -1, -1):
        named = len({id(grid.rows[number][c]) for c in wide if grid.rows[number][c] is not None})
        if named * 2 > len(wide):
            letters = [share_of_column(cell.text) for c in wide if (cell := grid.rows[number][c])]
            return None if sum(map(bool, letters)) * 2 > len(letters) else number
    return None


def _is_turned(grid: Grid, head: int, first: int, rows: list[int]) -> bool:
    across = [cell.text for cell in grid.rows[head][first:] if cell is not None]
    down = [cell.text for n in rows if (cell := grid.rows[n][first - 1]) is not None]
    return _roles(down) > _roles(across) and _roles(down) >= 0.5


def _roles(texts: list[str]) -> float:
    return sum(is_role(t) or is_department(t) for t in texts) / len(texts) if texts else 0.0


_KEY = re.compile(
    r"([★☆△▲○●◎◇■□√✓×※]|(?<![A-Za-z])[A-Z](?![A-Za-z]))\s*[=:：\-–—（(]*\s*"
    r"([\u4e00-\u9fff]{1,6}|[A-Za-z]{4,12})"
)


def legend(texts: list[str]) -> dict[str, str]:
    """Return what a legend says that signs mean: ``★主责 ☆配合``; empty if there is none."""
    found: dict[str, str] = {}
    for text in texts:
        pairs = _KEY.findall(text) if len(text) < _LONGEST_LEGEND else []
        meant = {sign.lower(): _meaning(word) for sign, word in pairs}
        known = {sign: kinds[0] for sign, kinds in meant.items() if kinds}
        if len(known) > 1 or (known and _LEGEND.match(text)):
            found |= known
    return found


def _meaning(word: str) -> tuple[str, ...]:
    """Return the share that a word of a legend means: 主管职能 is 主管."""
    bare = re.sub(r"(?:职能|部门|职责|责任|单位|岗位|人)$", "", word)
    return (shares_in_cell(word, {}) or shares_in_cell(bare, {}))[:1]


class MatrixReader:
    """Reads one matrix."""

    def __init__(self, ledger: Ledger, shares: Shares, own: dict[str, str]) -> None:
        self._ledger = ledger
        self._shares = shares
        self._own = own
        self._department = ""

    def read(self, grid: Grid, layout: Layout) -> None:
        """Read a matrix: every mark becomes a share."""
        self._titles(grid, layout)
        above = self._departments(grid, layout)
        for number in layout.rows:
            row = grid.rows[number]
            side = [cell for _, cell in distinct(row[: layout.first])]
            marks = {
                c: cell
                for c, cell in enumerate(row)
                if c >= layout.first and cell is not None and not any(cell is s for s in side)
            }
            if not marks or not side or _LEGEND.match(side[0].text):
                self._without_marks(side, list(marks.values()))
                continue
            self._row(grid, layout, number, marks, above)

    def _departments(self, grid: Grid, layout: Layout) -> dict[int, str]:
        """Return the departments that stand above the roles."""
        found: dict[int, str] = {}
        for row in grid.rows[: layout.head]:
            for column, cell in enumerate(row):
                if column >= layout.first and cell is not None and is_department(cell.text):
                    found[column] = " ".join(cell.text.split())
        return found

    def _titles(self, grid: Grid, layout: Layout) -> None:
        for row in grid.rows[: layout.head]:
            for column, cell in distinct(row):
                for piece in cell.pieces:
                    if column >= layout.first and is_department(cell.text):
                        self._ledger.used(whole(piece), "department")
                    else:
                        self._ledger.left_out(whole(piece), "heading")
        for column, cell in distinct(grid.rows[layout.head]):
            for piece in cell.pieces:
                self._ledger.used(whole(piece), "position" if column >= layout.first else "heading")

    def _without_marks(self, side: list[TableCell], rest: list[TableCell]) -> None:
        """A row without marks is a title of the tasks below it, or a legend."""
        for cell in [*side, *rest]:
            for piece in cell.pieces:
                legend = _LEGEND.match(piece.text)
                self._ledger.left_out(whole(piece), "admin" if legend else "heading")

    def _row(
        self,
        grid: Grid,
        layout: Layout,
        number: int,
        marks: dict[int, TableCell],
        above: dict[int, str],
    ) -> None:
        task = self._side(grid.rows[number][: layout.first])
        for column, cell in marks.items():
            head = grid.rows[layout.head][column]
            if head is None:
                self._cell_left_out(cell)
                continue
            names = SaidText(" ".join(head.text.split()), [head.bit])
            self._department = "" if layout.turned else above.get(column, "")
            if layout.turned:
                self._mark(names, task, cell)
            else:
                self._mark(task, names, cell)

    def _side(self, cells: list[TableCell | None]) -> SaidText:
        """Return what names a row: the last text of its first columns, not the running number."""
        texts: list[tuple[str, list[Bit]]] = []
        for _, cell in distinct(cells):
            bits = [whole(piece) for piece in cell.pieces]
            number = re.fullmatch(r"\s*[\dA-Z]{0,2}[\d.]+\s*[.、)]?\s*", cell.text) is not None
            for bit in bits:
                if number:
                    self._ledger.left_out(bit, "sequence")
                else:
                    self._ledger.used(bit, "task")
            if not number:
                texts.append((" ".join(cell.text.split()), bits))
        if not texts:
            return SaidText("", [])
        return SaidText(texts[-1][0], texts[-1][1])

    def _mark(self, task: SaidText, names: SaidText, cell: TableCell) -> None:
        shares = shares_in_cell(cell.text, self._own)
        if not task.text or not names.text or not shares:
            self._cell_left_out(cell)
            return
        for share in shares:
            self._shares.give(task, names, share, cell.bit, self._department)

    def _cell_left_out(self, cell: TableCell) -> None:
        for piece in cell.pieces:
            ticked = is_tick(piece.text) or not is_nothing(piece.text)
            self._ledger.left_out(whole(piece), "cell" if ticked else "empty-mark")
