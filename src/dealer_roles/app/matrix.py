"""The responsibility matrix of an organization, rendered."""

from __future__ import annotations

from typing import Literal

from dealer_roles.app.organization import Day, Organization, day_of
from dealer_roles.documents.responsibility_matrix import Matrix, responsibility_matrix

MatrixFormat = Literal["xlsx", "csv", "html"]


def matrix_of(organization: Organization, lang: str = "zh", on: Day = None) -> Matrix:
    """Return the matrix of an organization on a day; today by default."""
    return responsibility_matrix(organization.index, lang, day_of(on))


def render_matrix(matrix: Matrix, format_: MatrixFormat) -> bytes:
    """Return a matrix as the bytes of a file.

    Raises:
        MissingExtra: The format needs a package that is not installed.
    """
    if format_ == "xlsx":
        from dealer_roles.render.xlsx import matrix_xlsx

        return matrix_xlsx(matrix)
    if format_ == "csv":
        from dealer_roles.render.matrix_csv import matrix_csv

        return matrix_csv(matrix)
    from dealer_roles.render.matrix_html import matrix_html

    return matrix_html(matrix).encode()
