"""A responsibility matrix as one self-contained HTML page."""

from __future__ import annotations

from collections.abc import Iterator

from dealer_roles.publish.matrix.headings import REMARKS, departments_of, fixed_headings
from dealer_roles.publish.matrix.matrix import Matrix, MatrixArea, MatrixRow
from dealer_roles.publish.render.html import environment
from dealer_roles.values.fields import replace
from dealer_roles.values.text import Text

WIDEST = 80
"""The most positions that one table can be read with; beyond, each department has its own."""
_NOBODY = Text("没有岗位参与的任务", "Tasks in which no position takes part")


def matrix_html(matrix: Matrix) -> str:
    """Return the matrix as an HTML page: one table, or a table a department if it is large.

    Raises:
        MissingExtra: Jinja2 is not installed.
    """
    parts = [("", matrix)] if len(matrix.columns) <= WIDEST else list(_by_department(matrix))
    template = environment().get_template("matrix.html.j2")
    return template.render(
        matrix=matrix,
        parts=[(title, part, departments_of(part.columns, matrix.lang)) for title, part in parts],
        heads=fixed_headings(matrix.lang),
        remarks=REMARKS.get(matrix.lang),
    )


def _by_department(matrix: Matrix) -> Iterator[tuple[str, Matrix]]:
    """Yield each department's columns with the rows in which one of them has a share.

    A department too wide for one table has several, numbered.
    """
    start = 0
    for title, count in departments_of(matrix.columns, matrix.lang):
        tables = -(-count // WIDEST)
        most = -(-count // tables)
        for number in range(tables):
            first = start + number * most
            columns = slice(first, min(first + most, start + count))
            numbered = f"{title} ({number + 1}/{tables})" if tables > 1 else title
            yield numbered, _part(matrix, columns, taking_part=True)
        start += count
    nobody = _part(matrix, slice(0, start), taking_part=False)
    if nobody.areas:
        yield _NOBODY.get(matrix.lang), replace(nobody, columns=())


def _part(matrix: Matrix, columns: slice, *, taking_part: bool) -> Matrix:
    areas = []
    for area in matrix.areas:
        rows = [_narrowed(row, columns) for row in area.rows]
        kept = tuple(row for row in rows if any(c.letters for c in row.cells) == taking_part)
        if kept:
            areas.append(MatrixArea(area.id, area.name, kept if taking_part else _bare(kept)))
    return replace(matrix, columns=matrix.columns[columns], areas=tuple(areas))


def _narrowed(row: MatrixRow, columns: slice) -> MatrixRow:
    return replace(row, cells=row.cells[columns])


def _bare(rows: tuple[MatrixRow, ...]) -> tuple[MatrixRow, ...]:
    return tuple(replace(row, cells=()) for row in rows)
