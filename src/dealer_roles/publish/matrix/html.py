"""A responsibility matrix as one self-contained HTML page."""

from __future__ import annotations

from itertools import groupby

from dealer_roles.publish.matrix.headings import REMARKS, fixed_headings
from dealer_roles.publish.matrix.matrix import Matrix
from dealer_roles.publish.render.html import environment


def matrix_html(matrix: Matrix) -> str:
    """Return the matrix as an HTML page.

    Raises:
        MissingExtra: Jinja2 is not installed.
    """
    departments = [
        (name, len(list(columns)))
        for name, columns in groupby(matrix.columns, lambda c: c.department)
    ]
    template = environment().get_template("matrix.html.j2")
    return template.render(
        matrix=matrix,
        departments=departments,
        heads=fixed_headings(matrix.lang),
        remarks=REMARKS.get(matrix.lang),
    )
