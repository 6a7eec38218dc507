"""Whether a file that can hold no hash of ours may be one of ours, by how it begins."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Mapping
from types import MappingProxyType

_FIRST_BYTES = 4


def begins_alike(stands: bytes, made: bytes, suffix: str) -> bool:
    """Whether a file begins as the one does that would replace it.

    Nobody can tell whether a CSV or JSON file was edited; what begins otherwise is certainly
    somebody else's.

    Args:
        stands: The file that stands there.
        made: The one that would replace it.
        suffix: What its name ends in, e.g. ``.csv``.
    """
    beginning = _BEGINNINGS.get(suffix, _first_bytes)
    return beginning(stands) == beginning(made)


def _first_cell(content: bytes) -> str | None:
    text = content.decode("utf-8-sig", "replace")
    row = next(csv.reader(text.splitlines()), [])
    return row[0] if row else None


def _first_key(content: bytes) -> str | None:
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        return None
    return next(iter(data), None) if isinstance(data, dict) else None


def _first_bytes(content: bytes) -> bytes:
    return content[:_FIRST_BYTES]


_BEGINNINGS: Mapping[str, Callable[[bytes], object]] = MappingProxyType(
    {".csv": _first_cell, ".json": _first_key, ".jsonld": _first_key}
)
