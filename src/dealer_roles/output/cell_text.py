"""Texts as cells of a spreadsheet: never a formula, never a control character."""

from __future__ import annotations

import re

MOST_CHARACTERS = 32_767  # the most that a cell of Excel holds
_STARTS = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "＝",
    "＋",
    "－",
    "＠",
)  # wide ones too, in Chinese Excel
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def cell_text(text: str) -> str:
    """Return text that a workbook may hold, cut at what a cell can take."""
    clean = _UNFIT.sub("\ufffd", text)
    return clean if len(clean) <= MOST_CHARACTERS else clean[: MOST_CHARACTERS - 1] + "…"


def csv_text(text: str) -> str:
    """Return text that no spreadsheet takes for a formula when it opens a CSV file."""
    clean = _UNFIT.sub("\ufffd", text)
    return f"'{clean}" if clean.lstrip(" \u3000").startswith(_STARTS) else clean
