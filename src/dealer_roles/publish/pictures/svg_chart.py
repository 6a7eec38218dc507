"""The org chart as SVG: a card a department, in it its positions as a tree."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from math import sqrt

from dealer_roles.publish.pictures.folded import folded
from dealer_roles.publish.pictures.picture import Box, Group, Picture
from dealer_roles.publish.pictures.svg_text import number, text_lines, width, wrapped
from dealer_roles.values.frozen import frozen
from dealer_roles.values.grouped import grouped
from dealer_roles.words.document_words import nested, word

_ROW, _INDENT, _PAD, _GAP, _BOX = 34, 18, 12, 18, 26
_LEAST, _MOST = 200, 480
_ROW_WIDTH = 1180
_TALLEST, _TALLEST_ALONE = 26, 16
"""The most rows of a card, and of one without others beside it; more go on in the next."""
_SHAPE = 1.5
"""How much wider than high a large chart is to be."""
MOST_DRAWN = 160
"""The most boxes and frames of a chart that can still be read; lower levels are counted."""


_Row = tuple[Box, int, str]


@frozen
class _Card:
    label: str
    rows: list[_Row]

    @property
    def head(self) -> float:
        """The height of its heading, which a store without departments has none of."""
        return 24 if self.label else 0

    @property
    def high(self) -> float:
        return 2 * _PAD + self.head + _ROW * len(self.rows)

    @property
    def wide(self) -> float:
        needed = [_INDENT * d + width(n.label + up, 13) + _noted(n) + 24 for n, d, up in self.rows]
        return min(max([_LEAST, *needed, width(self.label, 13)]) + 2 * _PAD, _MOST)


def chart(picture: Picture) -> tuple[str, float, float]:
    """Return the cards in rows, with their total width and height."""
    picture = folded(picture, MOST_DRAWN)
    boss = {edge.target: edge.source for edge in picture.edges}
    known = {group.id: group for group in picture.groups}
    members: dict[str, list[Box]] = {id_: [] for id_ in (*known, "")}
    for box in picture.nodes:
        members[box.group if box.group in known else ""].append(box)
    cards: list[_Card] = []
    tallest = _TALLEST if sum(map(bool, members.values())) > 1 else _TALLEST_ALONE
    for id_, boxes in members.items():
        label = _label(known, id_) or (word("no-department", picture.lang) if known else "")
        cards += _cards(label, _rows(boxes, picture, boss), tallest)
    return _placed(cards)


def _label(known: dict[str, Group], id_: str) -> str:
    """Return the name of a department after those of the departments that it is part of."""
    names: list[str] = []
    while id_ in known and len(names) < len(known):
        names.insert(0, known[id_].label)
        id_ = known[id_].within
    return nested(names)


def _rows(members: list[Box], picture: Picture, boss: dict[str, str]) -> list[_Row]:
    """Return the positions of a department as a tree, each top with the superior elsewhere."""
    label = {node.id: node.label for node in picture.nodes}
    inside = {node.id for node in members}
    below = grouped((boss.get(node.id, ""), node) for node in members)
    roots = [node for node in members if boss.get(node.id) not in inside]
    rows = [row for root in roots for row in _tree(root, below, 0)]
    return [
        (n, d, f" ↑ {label[boss[n.id]]}" if not d and boss.get(n.id) in label else "")
        for n, d in rows
    ]


def _cards(label: str, rows: list[_Row], tallest: int) -> Iterator[_Card]:
    """Yield a department as a card; one with many rows as several, numbered."""
    count = -(-len(rows) // tallest)
    most = -(-len(rows) // count) if count else 0
    for number_ in range(count):
        part = f"{label} ({number_ + 1}/{count})".strip() if count > 1 else label
        yield _Card(part, rows[number_ * most : (number_ + 1) * most])


def _tree(node: Box, below: dict[str, tuple[Box, ...]], depth: int) -> Iterator[tuple[Box, int]]:
    ahead = [(node, depth)]
    while ahead:
        box, deep = ahead.pop()
        yield box, deep
        ahead += [(child, deep + 1) for child in reversed(below.get(box.id, []))]


def _placed(cards: list[_Card]) -> tuple[str, float, float]:
    """Put each card where the lowest of a few columns ends, so that no space is wasted."""
    wide = max((card.wide for card in cards), default=_LEAST)
    high = sum(card.high + _GAP for card in cards)
    fit = int((_ROW_WIDTH + _GAP) // (wide + _GAP))
    columns = max(1, min(len(cards), max(fit, round(sqrt(_SHAPE * high / (wide + _GAP))))))
    ends = [0.0] * columns
    parts = []
    for card in cards:
        column = ends.index(min(ends))
        parts.append(_drawn(card, column * (wide + _GAP), ends[column], wide))
        ends[column] += card.high + _GAP
    return "".join(parts), columns * (wide + _GAP) - _GAP, max(ends) - _GAP


def _drawn(card: _Card, x: float, y: float, wide: float) -> str:
    head = wrapped(card.label, 13, wide - 2 * _PAD, 1)
    card_box = (
        f'<rect class="card" x="{number(x)}" y="{number(y)}" width="{number(wide)}" '
        f'height="{number(card.high)}" rx="8"/>'
    )
    parts = [card_box, text_lines(head, x + _PAD, y + 24, 0, "head")]
    above: dict[int, float] = {}
    for n, (node, depth, up) in enumerate(card.rows):
        top = y + _PAD + card.head + n * _ROW
        left = x + _PAD + depth * _INDENT
        if depth and depth - 1 in above:
            trunk, middle = left - _INDENT / 2, top + _BOX / 2
            parts.append(
                f'<path class="way" d="M{number(trunk)} {number(above[depth - 1])}'
                f'V{number(middle)}H{number(left)}"/>'
            )
        above[depth] = top + _BOX
        parts.append(_box(node, up, left, top, x + wide - _PAD - left))
    return "".join(parts)


def _noted(node: Box) -> float:
    """How wide the note at the end of a box is, with the gap before it."""
    return width(node.note, 11) + 10 if node.note else 0


def _box(node: Box, up: str, x: float, y: float, wide: float) -> str:
    """Draw a box; its note stands whole at the right, and the name takes the room that is left."""
    label = wrapped(f"{node.label}{up}", 13, wide - 16 - _noted(node), 1)
    title = f"{node.label} {node.note}".strip()
    note = text_lines([node.note], x + wide - 8, y + 17, 0, "small", "end") if node.note else ""
    return (
        f'<g class="node" data-ref="{escape(node.ref)}"><title>{escape(title)}</title>'
        f'<rect class="box" x="{number(x)}" y="{number(y)}" width="{number(wide)}" '
        f'height="{_BOX}" rx="5"/>{text_lines(label, x + 8, y + 18, 0, "name")}{note}</g>'
    )
