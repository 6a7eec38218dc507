"""What a printed page adds to a text that was pasted from it: numbers, heads and feet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from dealer_roles.imports.pieces import Piece

_NUMBER = re.compile(
    r"^\W*(?:第\s*\d{1,4}\s*页(?:\W{0,3}共\s*\d{1,4}\s*页)?|page\s+\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|"
    r"[-–—]\s*\d{1,4}\s*[-–—]|\d{1,4}\s*/\s*\d{1,4})\W*$",
    re.IGNORECASE,
)
_TWICE = 2


def page_marks(pieces: Sequence[Piece]) -> set[int]:
    """Return which lines only number a page, or are repeated above or below such a number."""
    numbers = {n for n, piece in enumerate(pieces) if _NUMBER.match(piece.text)}
    if not numbers:
        return set()
    counts = Counter(piece.text.strip() for piece in pieces)
    beside = {n + step for n in numbers for step in (-1, 1)} & set(range(len(pieces)))
    heads = {pieces[n].text.strip() for n in beside if counts[pieces[n].text.strip()] >= _TWICE}
    return numbers | {n for n, piece in enumerate(pieces) if piece.text.strip() in heads}
