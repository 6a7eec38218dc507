"""The responsibility matrix of an organization, rendered."""

from __future__ import annotations

from typing import Literal

from dealer_roles.organization.on_day import OnDay
from dealer_roles.publish.matrix.matrix import Matrix, responsibility_matrix
from dealer_roles.values.text import Lang

MatrixFormat = Literal["xlsx", "csv", "html"]


def matrix_of(org: OnDay, lang: Lang = "zh") -> Matrix:
    """Return the matrix of an organization on a day."""
    return responsibility_matrix(org, lang)


def render_matrix(matrix: Matrix, format_: MatrixFormat) -> bytes:
    """Return a matrix as the bytes of a file.

    Raises:
        MissingExtra: The format needs a package that is not installed.
    """
    if format_ == "xlsx":
        from dealer_roles.publish.matrix.xlsx import matrix_xlsx

        return matrix_xlsx(matrix)
    if format_ == "csv":
        from dealer_roles.publish.matrix.csv_file import matrix_csv

        return matrix_csv(matrix)
    from dealer_roles.publish.matrix.html import matrix_html

    return matrix_html(matrix).encode()
