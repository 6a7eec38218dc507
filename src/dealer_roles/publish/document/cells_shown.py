"""How cells are shown: they begin with a capital, and no word is wider than its column."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence

PAGE_POINTS = 510
"""How wide a table is on an upright page, in points."""
AS_STATED = frozenset({"duty", "measure"})
"""The columns whose words are edited in Word and come back: shown letter by letter."""
_MARGINS = 9
_SPARE = 1.05  # fonts differ
_BOLD = 1.08
# Where a line may break: spaces, after a hyphen or a stroke, and beside any Chinese character.
_WORD = re.compile(r"(?:[^\s/\-\u2e80-\u9fff\uf900-\uffef]|\u00a0)+[\-/]?")
_SUM = re.compile(r"\b([A-Z]{3}) (?=\d)")
_LOWER = re.compile(r"[a-zà-öø-ÿ][a-zà-öø-ÿ'\-]*(?!\w)")
_WIDE, _NARROW = "mwMW", "ijltfrI.,;:'()[]!|"


def begun(text: str) -> str:
    """Return a text that begins with a capital, unless its first word has its own spelling."""
    return text[:1].upper() + text[1:] if _LOWER.match(text) else text


def held_together(text: str) -> str:
    """Return a text in which no line breaks between a currency and its amount."""
    return _SUM.sub("\\1\u00a0", text)


def fitting(shares: Sequence[int], columns: Iterable[Sequence[str]], size: float) -> list[int]:
    """Return the shares of columns, widened where a word would not fit.

    The others give what they can spare; where there is too little for all, nothing changes.

    Args:
        shares: The width of each column relative to the others.
        columns: The texts of each column, its heading first.
        size: The size of the font in points.
    """
    total = sum(shares)
    least = [_least(texts, size, total) for texts in columns]
    if sum(least) > total:
        return list(shares)
    made = [max(pair) for pair in zip(shares, least, strict=True)]
    while sum(made) > total:
        widest = max(range(len(made)), key=lambda n: made[n] - least[n])
        made[widest] -= 1
    return made


def lines_of(text: str, width: float, size: float) -> int:
    """Return on how many lines a text stands in a cell, rather too many, for either language.

    Args:
        text: The text.
        width: How wide the cell is, in points.
        size: The size of the font in points.
    """
    ems = sum(1.0 if c > "\u2e80" else _em(c) for c in text)
    return max(1, math.ceil(ems * size * _SPARE / max(width - _MARGINS, size)))


def heading_points(text: str, size: float) -> float:
    """Return how wide the longest word of a heading is in a cell, in points."""
    return _points(_ems(text) * _BOLD, size)


def _least(texts: Sequence[str], size: float, total: int) -> int:
    heading, *rest = texts
    longest = max([_ems(heading) * _BOLD, *map(_ems, rest)])
    return math.ceil(_points(longest, size) / PAGE_POINTS * total)


def _points(ems: float, size: float) -> float:
    return ems * size * _SPARE + _MARGINS


def _ems(text: str) -> float:
    """Return the width of the longest word, in ems; a Chinese character is a word."""
    return max((sum(map(_em, word)) for word in _WORD.findall(text)), default=1.0)


def _em(character: str) -> float:
    if character in _WIDE:
        return 0.9
    if character in _NARROW:
        return 0.36
    return 0.7 if character.isupper() else 0.58
