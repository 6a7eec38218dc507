"""Lines and columns of a help page in Chinese, where a character takes the room of two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from dealer_roles.output.line_breaks import unbroken

_INDENT = 2
_GAP = 2
_MOST_LEFT = 30
"""How wide the left column is at most; what is wider has a line of its own."""
_LEAST_RIGHT = 10
_BRACKETS = re.compile(r"(\[[^\[\]]*\]\S*)")
_CHOICES = re.compile(r"[^|]*\||[^|]+")


def hanging(head: str, text: str, width: int) -> list[str]:
    """Return a text behind its head, further lines beneath the text."""
    room = cell_len(head)
    return _beside(head, filled(text, width - room), room)


def indented(text: str, width: int) -> list[str]:
    """Return the lines of a paragraph of a page."""
    return hanging(" " * _INDENT, text, width)


def columns(rows: Sequence[tuple[str, str]], width: int) -> Iterator[str]:
    """Yield the lines of names and what is said of each."""
    left = min(max(cell_len(name) for name, _ in rows), _MOST_LEFT) + _GAP
    right = max(width - _INDENT - left, _LEAST_RIGHT)
    for name, about in rows:
        head = indented(name, width)
        if cell_len(name) > left - _GAP:
            yield from head
            head = [""]
        yield from _beside(head[0], filled(about, right), _INDENT + left)


def _beside(head: str, lines: Sequence[str], indent: int) -> list[str]:
    """Return lines that all begin at the indent, the first one behind a head."""
    heads = (head, *[""] * len(lines))
    return [
        (begin + " " * (indent - cell_len(begin)) + line).rstrip()
        for begin, line in zip(heads, lines, strict=False)
    ]


def filled(text: str, width: int) -> list[str]:
    """Return a text in lines that are not wider; where no break is allowed, broken anyway."""
    lines = [""]
    for piece in _pieces(text, width):
        if lines[-1] and cell_len(lines[-1] + piece.rstrip()) > width:
            lines.append("")
        lines[-1] += piece if lines[-1] else piece.lstrip()
    return [line.rstrip() for line in lines]


def _pieces(text: str, width: int) -> Iterator[str]:
    """Yield what stays on a line: what stands in brackets, if it has room on one.

    Of what alone is too wide, choices stay on a line, and then characters.
    """
    for part in _BRACKETS.split(text):
        for piece in [part] if part[:1] == "[" and _fits(part, width) else unbroken(part):
            choices = [piece] if _fits(piece, width) else _CHOICES.findall(piece)
            for choice in choices:
                yield from [choice] if _fits(choice, width) else choice


def _fits(piece: str, width: int) -> bool:
    return cell_len(piece.rstrip()) <= width
