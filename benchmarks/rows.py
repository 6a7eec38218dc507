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
        kept: Where the bar is not reached yet: what may not get worse.
    """

    what: str
    value: float
    bar: float | None = None
    least: bool = False
    kept: float | None = None

    @property
    def holds(self) -> bool:
        """Whether the bar is reached."""
        return self.bar is None or self._reaches(self.bar)

    @property
    def passes(self) -> bool:
        """Whether the bar is reached, or at least what was reached before."""
        return self.holds or (self.kept is not None and self._reaches(self.kept))

    def _reaches(self, bar: float) -> bool:
        reaches = operator.ge if self.least else operator.le
        return bool(reaches(self.value, bar))

    def cells(self) -> tuple[str, str, str, str]:
        """Return the row of the table."""
        if self.bar is None:
            return self.what, f"{self.value:.3g}", "", ""
        sign = "≥" if self.least else "≤"
        return self.what, f"{self.value:.3g}", f"{sign} {self.bar:g}", self._verdict(sign)

    def _verdict(self, sign: str) -> str:
        if self.holds:
            return "yes"
        kept = "" if self.kept is None else f", kept {sign} {self.kept:g}"
        return f"no{kept}" if self.passes else f"no{kept}: **worse**"


def table(rows: list[Row]) -> str:
    """Return rows as a Markdown table."""
    head = "| What | Measured | Bar | Reached |\n|---|---:|---:|---|\n"
    return head + "".join(f"| {' | '.join(row.cells())} |\n" for row in rows)
