"""What openpyxl passes over when it streams a sheet: merged areas, hidden rows."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any, NamedTuple

_TAG = re.compile(
    rb"<(?:\w+:)?(?:mergeCell\b[^>]*?\bref=[\"']([A-Z]+)(\d+):([A-Z]+)(\d+)|"
    rb"row\b(?=[^>]*?\shidden=[\"'](?:1|true))[^>]*?\sr=[\"'](\d+))"
)
_CHUNK = 1 << 20
_LONGEST_TAG = 400
Area = tuple[int, int, int, int]
"""First row, first column, last row, last column; from 0, all included."""


class SheetParts(NamedTuple):
    """What a sheet says beside its cells.

    Attributes:
        areas: The merged areas.
        hidden: The hidden rows, from 0.
    """

    areas: list[Area]
    hidden: set[int]


def parts_of_sheet(data: bytes, sheet: Any) -> SheetParts:
    """Return the merged areas and the hidden rows of a sheet.

    Args:
        data: The workbook.
        sheet: The sheet, as openpyxl streams it.
    """
    path = sheet._worksheet_path.lstrip("/")  # noqa: SLF001 - nothing public names it
    found = SheetParts([], set())
    rest = b""
    with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(path) as stream:
        while chunk := stream.read(_CHUNK):
            text = rest + chunk
            end = 0
            for match in _TAG.finditer(text):
                _take(match, found)
                end = match.end()
            rest = text[max(end, len(text) - _LONGEST_TAG) :]
    return found


def _take(match: re.Match[bytes], found: SheetParts) -> None:
    left, top, right, bottom, row = match.groups()
    if row is not None:
        found.hidden.add(int(row) - 1)
    else:
        found.areas.append((int(top) - 1, _column(left), int(bottom) - 1, _column(right)))


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
