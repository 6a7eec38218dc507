"""A responsibility matrix as CSV that Excel opens with its Chinese intact."""

from __future__ import annotations

import csv
import io

from dealer_roles.output.cell_text import csv_text
from dealer_roles.publish.matrix.headings import REMARKS, fixed_headings
from dealer_roles.publish.matrix.matrix import Matrix


def matrix_csv(matrix: Matrix) -> bytes:
    """Return the matrix as CSV in UTF-8 with a byte order mark."""
    made = io.StringIO(newline="")
    writer = csv.writer(made)
    names = [column.name for column in matrix.columns]
    head = [*fixed_headings(matrix.lang), *names, REMARKS.get(matrix.lang)]
    writer.writerow([csv_text(text) for text in head])
    for area in matrix.areas:
        for row in area.rows:
            fixed = [row.task, area.name, row.name, row.scope, row.check.mark]
            letters = [cell.letters for cell in row.cells]
            texts = [*fixed, *letters, row.remarks(matrix.columns, matrix.lang)]
            writer.writerow([csv_text(text) for text in texts])
    return made.getvalue().encode("utf-8-sig")
