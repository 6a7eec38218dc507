"""Writing answers: JSON for programs, rich tables and lines for people."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.console import Console

PLAIN_WIDTH = 200


def emit_json(data: object) -> None:
    """Write one JSON document to stdout."""
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


def console() -> Console:
    """Return the console: colour only on a terminal, never with ``NO_COLOR``."""
    from rich.console import Console

    class Piped(Console):
        """A console whose reader may go away: the command line ends quietly then."""

        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    terminal = sys.stdout.isatty()
    return Piped(
        highlight=False, emoji=False, markup=False, width=None if terminal else PLAIN_WIDTH
    )


def line(text: str = "", style: str = "") -> None:
    """Write one line; wide lines wrap at the terminal's edge."""
    console().print(text, style=style, soft_wrap=not sys.stdout.isatty())


def heading(text: str) -> None:
    """Write a heading line."""
    line(text, "bold")


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Write a table; Chinese characters take two columns and stay aligned."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    made = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for title in head:
        made.add_column(title, overflow="fold")
    for row in rows:
        made.add_row(*(Text("" if cell is None else str(cell)) for cell in row))
    console().print(made)
