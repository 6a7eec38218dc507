"""One measured row: what, how much, and the bar it must reach."""

from __future__ import annotations

import operator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One measured row.

    Attributes:
        what: What was measured.
        value: The figure.
        bar: What it must reach; none where it is only told.
        least: The figure must be at least the bar, rather than at most.
    """

    what: str
    value: float
    bar: float | None = None
    least: bool = False

    @property
    def holds(self) -> bool:
        """Whether the bar is reached."""
        reaches = operator.ge if self.least else operator.le
        return self.bar is None or bool(reaches(self.value, self.bar))

    def cells(self) -> tuple[str, str, str, str]:
        """Return the row of the table."""
        if self.bar is None:
            return self.what, f"{self.value:.3g}", "", ""
        bar = f"{'≥' if self.least else '≤'} {self.bar:g}"
        return self.what, f"{self.value:.3g}", bar, "yes" if self.holds else "no"


def table(rows: list[Row]) -> str:
    """Return rows as a Markdown table."""
    head = "| What | Measured | Bar | Reached |\n|---|---:|---:|---|\n"
    return head + "".join(f"| {' | '.join(row.cells())} |\n" for row in rows)
