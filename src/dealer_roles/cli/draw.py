"""Lines and tables of an answer, drawn on the screen."""

from __future__ import annotations

from dealer_roles.cli.output import line, table
from dealer_roles.values.printed import Printed, PrintedTable


def draw(printed: Printed) -> None:
    """Write each line and table in turn."""
    for part in printed:
        if isinstance(part, PrintedTable):
            table(part.head, part.rows)
        else:
            line(part.text, part.style)
