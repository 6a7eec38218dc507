"""A file to read, and what to call it."""

from __future__ import annotations

import os
from typing import NamedTuple


class SourceFile(NamedTuple):
    """A file to read, and the name that answers call it by."""

    path: str | os.PathLike[str]
    label: str
