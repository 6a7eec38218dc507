"""Tables whose rows end in places: a place is copied and clicked, so it is never cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

from dealer_roles.output.clean import one_line
from dealer_roles.values.span import Span

if TYPE_CHECKING:
    from rich.console import Group
    from rich.table import Table

Row: TypeAlias = Sequence["str | Span"]
_GAP = 2
_LEAST = 12
"""What a column of words needs beside a place, if it has as much to say."""


def fits(rows: Sequence[Row], head: Sequence[str], width: int) -> bool:
    """Whether the places of a table stand whole beside columns wide enough to read."""
    least = 0
    for title, column in zip(head, zip(*rows, strict=True), strict=False):
        whole = max(_width(cell) for cell in (title, *column))
        held = any(isinstance(cell, Span) for cell in column)
        least += (whole if held else min(whole, _LEAST)) + _GAP
    return least <= width


def in_columns(rows: Sequence[Row], head: Sequence[str]) -> Table:
    """Return a table with a column for everything; columns of places do not wrap."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    made = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for number, title in enumerate(head):
        held = any(isinstance(row[number], Span) for row in rows)
        made.add_column(title, overflow="ignore" if held else "fold", no_wrap=held)
    for row in rows:
        made.add_row(*(Text(one_line(cell)) for cell in row))
    return made


def beneath(rows: Sequence[Row], head: Sequence[str], width: int) -> Group:
    """Return a table with the places of each row on a line of their own beneath it."""
    from rich.console import Group
    from rich.text import Text

    words = [n for n in range(len(head)) if not any(isinstance(row[n], Span) for row in rows)]
    titles = [head[n] for n in words]
    widths = _widths([titles, *([_text(row[n]) for n in words] for row in rows)], width)

    def parts() -> Iterator[Table | Text]:
        yield _strip(titles, widths, "bold")
        yield Text("─" * min(width, sum(widths) + _GAP * (len(widths) - 1)))
        for row in rows:
            yield _strip([_text(row[n]) for n in words], widths)
            for cell in row:
                if isinstance(cell, Span):
                    yield Text(f"    {one_line(cell)}", "dim", no_wrap=True, overflow="ignore")

    return Group(*parts())


def _strip(cells: Sequence[str], widths: Sequence[int], style: str = "") -> Table:
    from rich.table import Table
    from rich.text import Text

    made = Table.grid(padding=(0, _GAP, 0, 0))
    for size in widths:
        made.add_column(width=size, overflow="fold")
    made.add_row(*(Text(cell, style) for cell in cells))
    return made


def _widths(rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """Return the columns' widths: what they need, the widest cut until all have room."""
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    while sum(widths) + _GAP * len(widths) > room and max(widths) > _LEAST:
        widths[widths.index(max(widths))] -= 1
    return widths


def _width(cell: str | Span) -> int:
    from rich.cells import cell_len

    return cell_len(_text(cell))


def _text(cell: str | Span) -> str:
    return one_line(cell)
