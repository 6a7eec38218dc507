"""Charts in a text: names one below the other, moved to the right or behind the lines of a tree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dealer_roles.imports.pieces import Grid, Piece, TableCell
from dealer_roles.imports.recognise.hierarchies import depth_of
from dealer_roles.imports.recognise.labels import Labels
from dealer_roles.imports.recognise.outlines import name_of
from dealer_roles.imports.recognise.roles import is_department, is_role, without_numbers

_FEWEST = 3


def with_outlines(pieces: Sequence[Piece], labels: Labels) -> Iterator[list[Piece] | Grid]:
    """Yield the runs of a text; those that are a chart as a table in which it is drawn."""
    run: list[Piece] = []
    names: list[Piece] = []
    for piece in [*pieces, None]:
        if piece is not None and _is_name(piece, labels):
            names.append(piece)
            continue
        if _is_chart(names):
            if run:
                yield run
            yield _drawn(names)
            run = []
        else:
            run += names
        names = []
        if piece is not None:
            run.append(piece)
    if run:
        yield run


def _is_name(piece: Piece, labels: Labels) -> bool:
    if piece.heading or piece.table:
        return False
    name = without_numbers(name_of(piece.text))[0]
    return (is_role(name) or is_department(name)) and not labels.field(name)


def _is_chart(names: Sequence[Piece]) -> bool:
    if len(names) < _FEWEST:
        return False
    depths = [_depth(piece) for piece in names]
    return len(set(depths)) > 1 and depths[0] == min(depths)


def _depth(piece: Piece) -> int:
    return depth_of(TableCell((piece,)))


def _drawn(names: Sequence[Piece]) -> Grid:
    """Return a table with one name in a row; the deeper its column, the lower its rank."""
    open_: list[int] = []
    rows: list[list[TableCell | None]] = []
    for piece in names:
        depth = _depth(piece)
        open_ = [d for d in open_ if d < depth]
        rows.append([None] * len(open_) + [TableCell((piece,))])
        open_.append(depth)
    width = max(map(len, rows))
    return Grid("", [row + [None] * (width - len(row)) for row in rows])
