"""A file to read, and what to call it."""

from __future__ import annotations

import os
from typing import NamedTuple


class SourceFile(NamedTuple):
    """A file to read, and the name that answers call it by.

    Attributes:
        path: Where it is.
        label: What answers call it.
        root: The folder that it must lie in, links resolved; by default its own.
    """

    path: str | os.PathLike[str]
    label: str
    root: str | os.PathLike[str] = ""

    @property
    def inside(self) -> str | os.PathLike[str]:
        """The folder that it must lie in."""
        return self.root or os.path.dirname(os.path.abspath(self.path))
