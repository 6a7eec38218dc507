"""A process as SVG: a column a lane, a row a step, arrows in the gaps between rows."""

from __future__ import annotations

from html import escape

from dealer_roles.publish.pictures.picture import Arrow, Box, Picture
from dealer_roles.publish.pictures.svg_text import number, text_lines, wrapped

_LANE, _HEAD, _BOX, _GAP, _PAD = 196, 46, 62, 34, 14


def lanes_drawing(picture: Picture) -> tuple[str, float, float]:
    """Return the lanes with their steps and arrows, and the width and height."""
    columns = {group.id: number_ for number_, group in enumerate(picture.groups)}
    rows = {node.id: number_ for number_, node in enumerate(picture.nodes)}
    wide, high = _LANE * len(columns), _HEAD + (_BOX + _GAP) * len(rows) + 6
    parts = []
    for n, group in enumerate(picture.groups):
        odd = " odd" if n % 2 else ""
        parts.append(
            f'<rect class="lane{odd}" x="{n * _LANE}" y="0" width="{_LANE}" height="{high}"/>'
        )
        lines = wrapped(group.label, 13, _LANE - 16, 2)
        middle = n * _LANE + _LANE / 2
        y = 20 if len(lines) > 1 else 28
        parts.append(f"<g><title>{escape(group.label)}</title>")
        parts.append(text_lines(lines, middle, y, 17, "head", "middle") + "</g>")
    spot = {n.id: (columns[n.group] * _LANE, _top(rows[n.id])) for n in picture.nodes}
    parts += [_way(edge, spot, rows, picture.lang) for edge in picture.edges]
    parts += [_step(node, n + 1, *spot[node.id]) for n, node in enumerate(picture.nodes)]
    return "".join(parts), max(wide, _LANE), high


def _top(row: int) -> int:
    return _HEAD + 4 + row * (_BOX + _GAP)


def _step(node: Box, place: int, x: float, y: float) -> str:
    lines = wrapped(f"{place} {node.label}", 13, _LANE - 2 * _PAD - 14, 2)
    note = wrapped(node.note, 11, _LANE - 2 * _PAD - 14, 1) if node.note else []
    used = len(lines) * 17 + len(note) * 15
    first = y + (_BOX - used) / 2 + 13
    kind = " nobody" if node.kind == "nobody" else ""
    title = f"{node.label} {node.note}".strip()
    return (
        f'<g class="node" data-ref="{escape(node.ref)}"><title>{escape(title)}</title>'
        f'<rect class="box{kind}" x="{number(x + _PAD)}" y="{number(y)}" '
        f'width="{_LANE - 2 * _PAD}" height="{_BOX}" rx="6"/>'
        f"{text_lines(lines, x + _PAD + 8, first, 17, 'name')}"
        f"{text_lines(note, x + _PAD + 8, first + len(lines) * 17 - 1, 15, 'small')}</g>"
    )


def _way(edge: Arrow, spot: dict[str, tuple[int, int]], rows: dict[str, int], lang: str) -> str:
    """Route an arrow through the gaps below its start and above its end, along lane edges."""
    (x1, y1), (x2, y2) = spot[edge.source], spot[edge.target]
    middle, target = x1 + _LANE / 2, x2 + _LANE / 2
    bottom, leave = y1 + _BOX, y1 + _BOX + 12
    if rows[edge.target] == rows[edge.source] + 1:
        path = f"M{number(middle)} {bottom}V{leave}H{number(target)}V{y2 - 6}"
    else:
        side = x2 + (_LANE - 5 if rows[edge.target] > rows[edge.source] else 5)
        path = f"M{number(middle)} {bottom}V{leave}H{side}V{y2 - 12}H{number(target)}V{y2 - 6}"
    missing = " missing" if edge.kind == "missing" else ""
    text = edge.label(lang)
    tip = f'<path class="tip" d="M{number(target)} {y2}l-4 -8h8z"/>'
    short = wrapped(text, 11, max(abs(target - middle) - 12, _LANE / 2 - 10), 1) if text else []
    left = min(middle, target) + 6
    words = text_lines(short, left, leave - 3 + 14, 0, "small bad" if missing else "small")
    label = f"<title>{escape(text)}</title>" if text else ""
    return f'<g>{label}<path class="way{missing}" d="{path}"/>{tip}{words if short else ""}</g>'
