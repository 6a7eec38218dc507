"""Answers as JSON for programs, as lines and tables for people."""

from __future__ import annotations

import io
from collections.abc import Sequence
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from dealer_roles.output.clean import one_line
from dealer_roles.output.json_text import json_text
from dealer_roles.output.screen import deliver, is_terminal, show, show_styled
from dealer_roles.values.span import Span

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

PLAIN_WIDTH = 200
LEAST_WIDTH = 40
"""What is narrower is left to the terminal to fold."""


def emit_json(data: object) -> None:
    """Write one JSON document to stdout."""
    deliver(json_text(data))


def _console() -> Console:
    """Return a console that draws into memory: colour only on a terminal, never with ``NO_COLOR``.

    Rich itself writes nothing: what it has drawn leaves by the one gate.
    """
    from rich.console import Console, detect_legacy_windows

    terminal = is_terminal()
    return Console(
        file=io.StringIO(),
        force_terminal=terminal and not detect_legacy_windows(),
        width=_terminal_width() if terminal else PLAIN_WIDTH,
        legacy_windows=False,
        highlight=False,
        emoji=False,
        markup=False,
    )


def _terminal_width() -> int:
    """Return how wide to draw: no words are left where a table has no room at all."""
    return max(get_terminal_size().columns, LEAST_WIDTH)


def _draw(what: RenderableType, style: str = "", *, wrap: bool = True) -> None:
    """Draw, and write it: what has no space in it, as a place, is never cut or folded."""
    console = _console()
    console.print(what, style=style, overflow="ignore", crop=False, soft_wrap=not wrap)
    assert isinstance(console.file, io.StringIO)
    show_styled(console.file.getvalue())


def line(text: str = "", style: str = "", *, place: bool = False) -> None:
    """Write one line; on a terminal wide ones wrap between words, but not one with a place."""
    if is_terminal():
        _draw(one_line(text), style, wrap=not place)
    else:
        show(one_line(text) + "\n")


def heading(text: str) -> None:
    """Write a heading line."""
    line(text, "bold")


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Write a table; Chinese characters take two columns and stay aligned.

    What is copied or clicked stands whole, however narrow the terminal is.
    """
    from dealer_roles.cli.places import laid_out

    cells = [[cell if isinstance(cell, Span) else _cell(cell) for cell in row] for row in rows]
    _draw(laid_out(cells, head, _console().width))


def _cell(cell: object) -> str:
    return "" if cell is None else one_line(cell)
