"""A process as SVG: a column a lane, a row a step, arrows in the gaps between rows."""

from __future__ import annotations

from html import escape

from dealer_roles.publish.pictures.lane_ways import (
    ENTRY,
    LANE,
    LINE,
    ArrowWay,
    ArrowWords,
    gap_below,
)
from dealer_roles.publish.pictures.picture import Arrow, Box, Picture
from dealer_roles.publish.pictures.svg_text import number, text_lines, wrapped
from dealer_roles.values.frozen import frozen

_LOWEST, _PAD, _INSIDE = 44, 14, 8
_NAME, _NOTE, _MOST_LINES = 17, 15, 6


@frozen
class _DrawnStep:
    """A step as it is drawn: its words, and the height of its box."""

    box: Box
    name: list[str]
    note: list[str]

    @classmethod
    def of(cls, box: Box, place: int) -> _DrawnStep:
        room = LANE - 2 * _PAD - 2 * _INSIDE
        name = wrapped(f"{place} {box.label}", 13, room, _MOST_LINES)
        return cls(box, name, wrapped(box.note, 11, room, _MOST_LINES) if box.note else [])

    @property
    def used(self) -> float:
        return len(self.name) * _NAME + len(self.note) * _NOTE

    @property
    def high(self) -> float:
        return max(_LOWEST, self.used + 14)


def lanes_drawing(picture: Picture) -> tuple[str, float, float]:
    """Return the lanes with their steps and arrows, and the width and height."""
    columns = {group.id: n for n, group in enumerate(picture.groups)}
    rows = {node.id: n for n, node in enumerate(picture.nodes)}
    left = {node.id: columns[node.group] * LANE for node in picture.nodes}
    wide = max(LANE * len(columns), LANE)
    middle = {id_: x + LANE / 2 for id_, x in left.items()}
    edges = {
        ArrowWay(n, rows[e.source], rows[e.target], middle[e.source], middle[e.target]): e
        for n, e in enumerate(picture.edges)
    }
    texts = {way: edge.label(picture.lang) for way, edge in edges.items()}
    steps = [_DrawnStep.of(node, n + 1) for n, node in enumerate(picture.nodes)]
    gaps = [gap_below(n, tuple(edges), texts, wide) for n in range(len(steps))]
    heads = [wrapped(group.label, 13, LANE - 2 * _INSIDE, _MOST_LINES) for group in picture.groups]
    head = max((len(lines) for lines in heads), default=1) * _NAME + 2 * _PAD
    tops = [float(head)]
    for step, gap in zip(steps, gaps, strict=True):
        tops.append(tops[-1] + step.high + gap.high)
    parts = [
        _lane(group.label, lines, n, (head, tops[-1]))
        for n, (group, lines) in enumerate(zip(picture.groups, heads, strict=True))
    ]
    for n, (step, gap) in enumerate(zip(steps, gaps, strict=True)):
        bottom = tops[n] + step.high
        for way, down, words in gap.tracks:
            y = (bottom, bottom + down, tops[way.target])
            parts.append(_way(edges[way], way, y, words, picture.lang))
    parts += [_step(step, left[step.box.id], tops[n]) for n, step in enumerate(steps)]
    return "".join(parts), wide, tops[-1]


def _lane(label: str, lines: list[str], place: int, high: tuple[int, float]) -> str:
    """Draw a lane, its name in the middle of the head."""
    odd = " odd" if place % 2 else ""
    first = (high[0] - len(lines) * _NAME) / 2 + 11
    words = text_lines(lines, (place + 0.5) * LANE, first, _NAME, "head", "middle")
    return (
        f'<rect class="lane{odd}" x="{place * LANE}" y="0" width="{LANE}" '
        f'height="{number(high[1])}"/><g><title>{escape(label)}</title>{words}</g>'
    )


def _step(step: _DrawnStep, x: float, y: float) -> str:
    node = step.box
    first = y + (step.high - step.used) / 2 + 13
    kind = " nobody" if node.kind == "nobody" else ""
    title = f"{node.label} {node.note}".strip()
    name = text_lines(step.name, x + _PAD + _INSIDE, first, _NAME, "name")
    below = first + len(step.name) * _NAME - 1
    note = text_lines(step.note, x + _PAD + _INSIDE, below, _NOTE, "small") if step.note else ""
    return (
        f'<g class="node" data-ref="{escape(node.ref)}"><title>{escape(title)}</title>'
        f'<rect class="box{kind}" x="{number(x + _PAD)}" y="{number(y)}" '
        f'width="{LANE - 2 * _PAD}" height="{number(step.high)}" rx="6"/>{name}{note}</g>'
    )


def _way(
    edge: Arrow, way: ArrowWay, y: tuple[float, float, float], words: ArrowWords, lang: str
) -> str:
    """Draw an arrow from the bottom of a step along its own line to the top of another."""
    bottom, line, top = map(number, y)
    side, end = number(way.side), number(way.end)
    turn = "" if way.side == way.end else f"V{number(y[2] - ENTRY)}H{end}"
    path = f"M{number(way.start)} {bottom}V{line}H{side}{turn}V{number(y[2] - 6)}"
    missing = " missing" if edge.kind == "missing" else ""
    text = edge.label(lang)
    label = f"<title>{escape(text)}</title>" if text else ""
    said = ""
    if words.lines:
        class_ = "small bad" if missing else "small"
        said = text_lines(list(words.lines), words.left, y[1] + 12, LINE, class_)
    tip = f'<path class="tip" d="M{end} {top}l-4 -8h8z"/>'
    return f'<g>{label}<path class="way{missing}" d="{path}"/>{tip}{said}</g>'
