"""A responsibility matrix as CSV that Excel opens with its Chinese intact."""

from __future__ import annotations

import csv
import io

from dealer_roles.output.cell_text import csv_text
from dealer_roles.publish.matrix.matrix import Matrix


def matrix_csv(matrix: Matrix) -> bytes:
    """Return the matrix as CSV in UTF-8 with a byte order mark."""
    made = io.StringIO(newline="")
    writer = csv.writer(made)
    zh = matrix.lang == "zh"
    head = ["任务编号", "业务领域", "任务"] if zh else ["task id", "area", "task"]
    writer.writerow([*head, *(csv_text(column.name) for column in matrix.columns)])
    for area in matrix.areas:
        for row in area.rows:
            texts = [row.task, area.name, row.name, *(cell.text for cell in row.cells)]
            writer.writerow([csv_text(text) for text in texts])
    return made.getvalue().encode("utf-8-sig")
