"""Text in SVG: how wide it is, where it breaks, how it is escaped."""

from __future__ import annotations

import unicodedata
from html import escape

from dealer_roles.output.line_breaks import unbroken

_WIDE = 1.0
_NARROW = 0.58
_CAPITAL = 0.7
ELLIPSIS = "…"


def width(text: str, size: float) -> float:
    """Return about how wide ``text`` is, in the unit of the font ``size``."""
    return sum(_share(c) for c in text) * size


def _share(char: str) -> float:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Mn"):
        return 0.0
    if unicodedata.east_asian_width(char) in "WFA":
        return _WIDE
    return _CAPITAL if char.isupper() or char in "mwMW@%&" else _NARROW


def wrapped(text: str, size: float, most: float, lines: int) -> list[str]:
    """Return ``text`` in at most ``lines`` lines no wider than ``most``, with an ellipsis."""
    found: list[str] = []
    line = ""
    pieces = (p for w in unbroken(text) for p in ([w] if width(w, size) <= most else w))
    for word in pieces:
        if line and width(line + word, size) > most:
            found.append(line.rstrip())
            line = ""
            if len(found) == lines:
                found[-1] = _shortened(found[-1], size, most)
                return found
        line += word if line else word.lstrip()
    return [*found, line.rstrip()] if line.strip() else found or [""]


def _shortened(line: str, size: float, most: float) -> str:
    while line and width(line + ELLIPSIS, size) > most:
        line = line[:-1]
    return line + ELLIPSIS


def text_lines(
    lines: list[str], x: float, y: float, leading: float, class_: str, anchor: str = "start"
) -> str:
    """Return lines as one SVG text element; ``y`` is the first baseline."""
    spans = "".join(
        f'<tspan x="{number(x)}" y="{number(y + n * leading)}">{escape(line)}</tspan>'
        for n, line in enumerate(lines)
    )
    return f'<text class="{class_}" text-anchor="{anchor}">{spans}</text>'


def number(value: float) -> str:
    """Return a coordinate with one decimal, without a useless zero."""
    return f"{value:.1f}".removesuffix(".0")
