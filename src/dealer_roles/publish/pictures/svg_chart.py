"""The org chart as SVG: a card a department, in it its positions as a tree."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from dealer_roles.publish.pictures.picture import Box, Group, Picture
from dealer_roles.publish.pictures.svg_text import number, text_lines, width, wrapped
from dealer_roles.values.frozen import frozen

_ROW, _INDENT, _PAD, _GAP, _BOX = 34, 18, 12, 18, 26
_LEAST, _MOST = 200, 300
_ROW_WIDTH = 1180


@frozen
class _Card:
    group: Group
    rows: list[tuple[Box, int, str]]

    @property
    def high(self) -> float:
        return 2 * _PAD + 24 + _ROW * len(self.rows)

    @property
    def wide(self) -> float:
        needed = [_INDENT * d + width(n.label + up, 13) + 24 for n, d, up in self.rows]
        return min(max([_LEAST, *needed, width(self.group.label, 13)]) + 2 * _PAD, _MOST + 120)


def chart(picture: Picture) -> tuple[str, float, float]:
    """Return the cards in rows, with their total width and height."""
    boss = {edge.target: edge.source for edge in picture.edges}
    label = {node.id: node.label for node in picture.nodes}
    place = {node.id: node.group for node in picture.nodes}
    cards = []
    for group in picture.groups:
        members = [node for node in picture.nodes if node.group == group.id]
        inside = {node.id for node in members}
        roots = [node for node in members if boss.get(node.id) not in inside]
        rows = [row for root in roots for row in _tree(root, members, boss, 0)]
        marked = [
            (
                n,
                d,
                f" ↑ {label[boss[n.id]]}" if n.id in boss and place[boss[n.id]] != group.id else "",
            )
            for n, d in rows
        ]
        cards.append(_Card(group, marked))
    return _placed(cards)


def _tree(
    node: Box, members: list[Box], boss: dict[str, str], depth: int
) -> Iterator[tuple[Box, int]]:
    yield node, depth
    for child in members:
        if boss.get(child.id) == node.id:
            yield from _tree(child, members, boss, depth + 1)


def _placed(cards: list[_Card]) -> tuple[str, float, float]:
    """Put each card where the lowest of a few columns ends, so that no space is wasted."""
    wide = max((card.wide for card in cards), default=_LEAST)
    columns = max(1, min(len(cards), int((_ROW_WIDTH + _GAP) // (wide + _GAP))))
    ends = [0.0] * columns
    parts = []
    for card in cards:
        column = ends.index(min(ends))
        parts.append(_drawn(card, column * (wide + _GAP), ends[column], wide))
        ends[column] += card.high + _GAP
    return "".join(parts), columns * (wide + _GAP) - _GAP, max(ends) - _GAP


def _drawn(card: _Card, x: float, y: float, wide: float) -> str:
    head = wrapped(card.group.label, 13, wide - 2 * _PAD, 1)
    card_box = (
        f'<rect class="card" x="{number(x)}" y="{number(y)}" width="{number(wide)}" '
        f'height="{number(card.high)}" rx="8"/>'
    )
    parts = [card_box, text_lines(head, x + _PAD, y + 24, 0, "head")]
    above: dict[int, float] = {}
    for n, (node, depth, up) in enumerate(card.rows):
        top = y + _PAD + 24 + n * _ROW
        left = x + _PAD + depth * _INDENT
        if depth:
            trunk, middle = left - _INDENT / 2, top + _BOX / 2
            parts.append(
                f'<path class="way" d="M{number(trunk)} {number(above[depth - 1])}'
                f'V{number(middle)}H{number(left)}"/>'
            )
        above[depth] = top + _BOX
        parts.append(_box(node, up, left, top, x + wide - _PAD - left))
    return "".join(parts)


def _box(node: Box, up: str, x: float, y: float, wide: float) -> str:
    label = wrapped(node.label + up, 13, wide - 16, 1)
    return (
        f'<g class="node" data-ref="{escape(node.ref)}"><title>{escape(node.label)}</title>'
        f'<rect class="box" x="{number(x)}" y="{number(y)}" width="{number(wide)}" '
        f'height="{_BOX}" rx="5"/>{text_lines(label, x + 8, y + 18, 0, "name")}</g>'
    )
