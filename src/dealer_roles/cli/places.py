"""Tables whose rows hold places and ids: what is copied or clicked stands whole, never cut.

Where a terminal is too narrow for columns that leave every word whole, places stand beneath
their rows; where it is too narrow for that, every cell has a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

from dealer_roles.output.clean import one_line
from dealer_roles.values.span import Span

if TYPE_CHECKING:
    from rich.console import Group
    from rich.table import Table
    from rich.text import Text

Row: TypeAlias = Sequence["str | Span"]
_GAP, _WIDE_GAP = 2, 3
_LEAST = 8
"""What a column of words needs beside another one, if it has as much to say."""
_WORD = re.compile(r"[!-\u2e7f]+")
"""What a terminal would part in the middle, if there were no room; Chinese parts anywhere."""


def laid_out(rows: Sequence[Row], head: Sequence[str], width: int) -> Table | Group:
    """Return a table as wide as a terminal at most, in the closest layout that cuts nothing."""
    columns = list(range(len(head)))
    words = [n for n in columns if not any(isinstance(row[n], Span) for row in rows)]
    least = [_least(rows, head, n) for n in columns]
    for gap in (_WIDE_GAP, _GAP):
        if sum(least) + gap * (len(columns) - 1) <= width:
            return in_columns(rows, head, width, gap)
    if sum(least[n] + _GAP for n in words) <= width:
        return beneath(rows, head, width)
    return one_by_one(rows, head)


def in_columns(rows: Sequence[Row], head: Sequence[str], width: int, gap: int) -> Table:
    """Return a table with a column for everything; columns of places do not wrap."""
    from rich import box
    from rich.table import Table

    padding = (0, 1, 0, gap - _GAP)  # between columns the box has one more
    made = Table(box=box.SIMPLE_HEAD, padding=padding, pad_edge=False, show_edge=False)
    room = width - gap * (len(head) - 1)
    for title, size in zip(head, _widths(rows, head, range(len(head)), room), strict=True):
        made.add_column(title, overflow="fold", width=size)
    for row in rows:
        made.add_row(*map(_words, row))
    return made


def beneath(rows: Sequence[Row], head: Sequence[str], width: int) -> Group:
    """Return a table with the places of each row on a line of their own beneath it."""
    from rich.console import Group
    from rich.text import Text

    words = [n for n in range(len(head)) if not any(isinstance(row[n], Span) for row in rows)]
    titles = [head[n] for n in words]
    widths = _widths(rows, head, words, width - _GAP * len(words))

    def parts() -> Iterator[Table | Text]:
        yield _strip(titles, widths, "bold")
        yield Text("─" * min(width, sum(widths) + _GAP * (len(widths) - 1)))
        for row in rows:
            yield _strip([_text(row[n]) for n in words], widths)
            for number, cell in enumerate(row):
                if number not in words and cell:
                    yield _whole(f"    {one_line(cell)}", "dim")

    return Group(*parts())


def one_by_one(rows: Sequence[Row], head: Sequence[str]) -> Group:
    """Return each row as lines, one a cell that says something, for the terminal to fold."""
    from rich.console import Group
    from rich.text import Text

    def parts() -> Iterator[Text]:
        for number, row in enumerate(rows):
            if number:
                yield Text("")
            for title, cell in zip(head, row, strict=True):
                if isinstance(cell, Span):
                    yield _whole(f"    {one_line(cell)}", "dim")
                elif cell:
                    yield _whole(f"{title}: {one_line(cell)}" if title else one_line(cell))

    return Group(*parts())


def _whole(text: str, style: str = "") -> Text:
    from rich.text import Text

    return Text(text, style, no_wrap=True, overflow="ignore")


def _strip(cells: Sequence[str], widths: Sequence[int], style: str = "") -> Table:
    from rich.table import Table
    from rich.text import Text

    made = Table.grid(padding=(0, _GAP, 0, 0))
    for size in widths:
        made.add_column(width=size, overflow="fold")
    made.add_row(*(Text(cell, style) for cell in cells))
    return made


def _widths(
    rows: Sequence[Row], head: Sequence[str], columns: Sequence[int], room: int
) -> list[int]:
    """Return the columns' widths: what they need, the widest cut until all have room.

    Args:
        rows: The cells.
        head: The titles.
        columns: Which columns.
        room: How wide they may be together, without what parts them.
    """
    widths = [max(map(_width, (head[n], *(row[n] for row in rows)))) for n in columns]
    least = [_least(rows, head, n) for n in columns]
    for _ in range(sum(widths) - room):
        widest = max(range(len(widths)), key=lambda n: (widths[n] > least[n], widths[n]))
        widths[widest] = max(widths[widest] - 1, least[widest])
    return widths


def _least(rows: Sequence[Row], head: Sequence[str], column: int) -> int:
    """Return how wide a column is at least: its places whole, its longest word, some words."""
    cells = [head[column], *(row[column] for row in rows)]
    whole = max(map(_width, cells))
    if any(isinstance(cell, Span) for cell in cells):
        return whole
    longest = max((len(w) for cell in cells for w in _WORD.findall(_text(cell))), default=0)
    return max(longest, min(whole, _LEAST))


def _width(cell: str | Span) -> int:
    from rich.cells import cell_len

    return cell_len(_text(cell))


def _words(cell: str | Span) -> Text:
    from rich.text import Text

    return Text(_text(cell))


def _text(cell: str | Span) -> str:
    return one_line(cell)
