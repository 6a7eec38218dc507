"""Plain data that remembers where it stands."""

from __future__ import annotations

from typing import Any


class Located(dict[str, Any]):
    """A mapping of a YAML document with the place of its first key.

    Attributes:
        line: 1-based line.
        column: 1-based column in code points.
    """

    __slots__ = ("column", "line")

    line: int
    column: int


def located(data: dict[str, Any], line: int, column: int) -> Located:
    """Return a copy of ``data`` that knows its place."""
    value = Located(data)
    value.line, value.column = line, column
    return value
