"""Where something stands: a file, a line and a column."""

from __future__ import annotations

from typing import NamedTuple

BUNDLED = "bundled:"
"""What the names of files that ship with the package begin with."""


def is_bundled(file: str) -> bool:
    """Whether a file, as spans name it, ships with the package."""
    return file.startswith(BUNDLED)


class Span(NamedTuple):
    """A place in a file.

    Attributes:
        file: POSIX path relative to the working directory if below it, else
            absolute; ``bundled:d14/…`` for a file that ships with the package.
        line: 1-based line.
        column: 1-based column, counted in Unicode code points.
    """

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"

    def to_dict(self) -> dict[str, object]:
        """Return ``file``, ``line`` and ``column`` as plain data."""
        return {"file": self.file, "line": self.line, "column": self.column}


NOWHERE = Span("")
"""The place of a value that no file holds."""
