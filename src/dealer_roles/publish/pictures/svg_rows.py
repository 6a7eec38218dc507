"""A hand-off map as SVG: givers left, receivers right, what changes hands between them."""

from __future__ import annotations

from html import escape

from dealer_roles.publish.pictures.picture import Arrow, Box, Picture
from dealer_roles.publish.pictures.svg_text import number, text_lines, width, wrapped

_SIDE, _MIDDLE, _LINE, _PAD = 190, 420, 17, 8
_WIDE = 2 * _SIDE + _MIDDLE


def rows_drawing(picture: Picture) -> tuple[str, float, float]:
    """Return the map, giver by giver, with its width and height."""
    nodes = {node.id: node for node in picture.nodes}
    heads = {group.id: group.label for group in picture.groups}
    parts: list[str] = []
    y, last = 0.0, ""
    for giver in picture.nodes:
        edges = [edge for edge in picture.edges if edge.source == giver.id]
        if not edges:
            continue
        if giver.group != last and giver.group in heads:
            last = giver.group
            parts.append(text_lines(wrapped(heads[last], 13, _WIDE, 1), 0, y + 16, 0, "head"))
            y += 26
        drawn, high = _giver(giver, edges, nodes, y, picture.lang)
        parts.append(drawn)
        y += high + 14
    return "".join(parts), _WIDE, max(y - 14, 1)


def _giver(
    giver: Box, edges: list[Arrow], nodes: dict[str, Box], y: float, lang: str
) -> tuple[str, float]:
    """Draw one giver and the arrows that leave it."""
    parts: list[str] = []
    row = y
    middles = []
    for edge in edges:
        lines = wrapped(edge.label(lang), 11, _MIDDLE - 70, 3)
        high = max(34.0, len(lines) * _LINE + 12)
        middle = row + high / 2
        middles.append(middle)
        parts.append(_arrow(edge, lines, middle, lang))
        parts.append(_box(nodes[edge.target], _SIDE + _MIDDLE, middle - 14, 28))
        row += high + 4
    first = middles[0]
    if len(middles) > 1:
        trunk = _SIDE + 16
        parts.append(f'<path class="way" d="M{trunk} {number(first)}V{number(middles[-1])}"/>')
    parts.append(f'<path class="way" d="M{_SIDE} {number(first)}h16"/>')
    parts.append(_box(giver, 0, first - 14, 28))
    return "".join(parts), row - 4 - y


def _arrow(edge: Arrow, lines: list[str], y: float, lang: str) -> str:
    """Draw an arrow with its words, in whose gap the line is left out."""
    start, end = _SIDE + 16, _SIDE + _MIDDLE
    left = start + 22
    text = text_lines(lines, left, y - (len(lines) - 1) * _LINE / 2 + 4, _LINE, "small")
    after = left + max(width(line, 11) for line in lines) + 8
    ways = f"M{start} {number(y)}H{left - 5}M{number(min(after, end - 14))} {number(y)}H{end - 7}"
    tip = f'<path class="tip" d="M{end - 1} {number(y)}l-8 -4v8z"/>'
    title = f"<title>{escape(edge.label(lang))}</title>"
    return f'<g>{title}<path class="way" d="{ways}"/>{text}{tip}</g>'


def _box(node: Box, x: float, y: float, high: float) -> str:
    label = wrapped(f"{node.label} {node.note}".strip(), 13, _SIDE - 16, 1)
    kind = node.kind if node.kind != "position" else ""
    return (
        f'<g class="node" data-ref="{escape(node.ref)}"><title>{escape(node.label)}</title>'
        f'<rect class="box {kind}" x="{number(x)}" y="{number(y)}" width="{_SIDE}" '
        f'height="{number(high)}" rx="5"/>{text_lines(label, x + 8, y + 19, 0, "name")}</g>'
    )
