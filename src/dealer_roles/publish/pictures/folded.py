"""A large org chart made readable: colleagues share a box, levels that do not fit are counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dealer_roles.publish.pictures.picture import Box, Picture
from dealer_roles.values.fields import replace
from dealer_roles.values.grouped import grouped
from dealer_roles.values.text import Text

STACKED_ABOVE = 20
"""The most boxes of which each may stand alone."""
MOST_LINES = 60
"""The most lines, in boxes and as names of frames, with which a chart can be read."""
MOST_NAMES = 12
"""The most names in a box."""
_BELOW = Text("下设{}个岗位", "{} positions below")
_ONE_BELOW = Text("下设1个岗位", "1 position below")
_OTHERS = Text("另有{}个岗位", "and {} more")


def readable(picture: Picture, most: int = MOST_LINES) -> Picture:
    """Return an org chart with few enough lines: stacked, then without its lowest levels."""
    if picture.kind != "org-chart":
        return picture
    small = len(picture.nodes) <= STACKED_ABOVE
    if small and picture.levels is None:
        return picture
    return folded(picture if small else stacked(picture), most)


def sideways(picture: Picture) -> bool:
    """Whether a picture is read from left to right: who stands side by side would be a ribbon."""
    large = len(picture.nodes) > STACKED_ABOVE or any(box.more for box in picture.nodes)
    return picture.kind == "handoffs" or (picture.kind == "org-chart" and large)


def stacked(picture: Picture) -> Picture:
    """Return the picture with one box for colleagues: of one superior and group, over nobody."""
    boss = {edge.target: edge.source for edge in picture.edges}
    leaders = {edge.source for edge in picture.edges}
    single = (box for box in picture.nodes if box.id not in leaders)
    peers = grouped(((boss.get(box.id, ""), box.group), box) for box in single)
    first = {boxes[0].id: boxes for boxes in peers.values()}
    kept = [box for box in picture.nodes if box.id in leaders or box.id in first]
    nodes = tuple(replace(b, more=_names(first.get(b.id, ()))) for b in kept)
    ids = {box.id for box in kept}
    edges = tuple(edge for edge in picture.edges if edge.target in ids)
    return replace(picture, nodes=nodes, edges=edges)


def _names(boxes: Sequence[Box]) -> tuple[str, ...]:
    return tuple(box.label for box in boxes[1:])


def shown_names(box: Box, lang: str) -> list[str]:
    """Return the lines of a box: its names, as many as it has room for."""
    names = [box.label, *box.more]
    if len(names) <= MOST_NAMES:
        return names
    shown = names[: MOST_NAMES - 1]
    return [*shown, _OTHERS.get(lang).format(len(names) - len(shown))]


def folded(picture: Picture, most: int) -> Picture:
    """Return the picture without the lowest levels, which are counted at whom they report to.

    Args:
        picture: The org chart; the levels that it asks for are drawn, however many lines.
        most: The most lines in all boxes and frames; the highest level stays in any case.
    """
    asked = picture.levels
    if asked is None and lines_of(picture) <= most:
        return picture
    boss = {edge.target: edge.source for edge in picture.edges}
    depth = _depths(picture, boss)
    lowest = _lowest(picture, depth, most) if asked is None else asked - 1
    hidden: Counter[str] = Counter()
    for box in picture.nodes:
        if depth[box.id] > lowest:
            above = box.id
            while depth[above] > lowest:
                above = boss[above]
            hidden[above] += box.size
    shown = [box for box in picture.nodes if depth[box.id] <= lowest]
    return _only(picture, tuple(_counted(box, hidden, picture.lang) for box in shown))


def lines_of(picture: Picture) -> int:
    """Return how many lines a chart has: in boxes, and as names of frames."""
    return sum(map(_lines, picture.nodes)) + len(picture.groups)


def _lowest(picture: Picture, depth: dict[str, int], most: int) -> int:
    """Return the lowest level with which a chart still has few enough lines."""
    levels: Counter[int] = Counter()
    framed: set[str] = set()
    for box in sorted(picture.nodes, key=lambda box: depth[box.id]):
        levels[depth[box.id]] += _lines(box) + (box.group not in framed)
        framed.add(box.group)
    level = 0
    while level < max(levels) and sum(levels[d] for d in range(level + 2)) <= most:
        level += 1
    return level


def _lines(box: Box) -> int:
    return min(box.size, MOST_NAMES)


def _depths(picture: Picture, boss: dict[str, str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for box in picture.nodes:
        line = [box.id]
        while line[-1] not in found and line[-1] in boss and boss[line[-1]] not in line:
            line.append(boss[line[-1]])
        start = found.get(line[-1], 0)
        for distance, id_ in enumerate(reversed(line)):
            found[id_] = start + distance
    return found


def _counted(box: Box, hidden: Counter[str], lang: str) -> Box:
    if not hidden[box.id]:
        return box
    count = hidden[box.id]
    said = [box.note, (_ONE_BELOW if count == 1 else _BELOW).get(lang).format(count)]
    return replace(box, note=" ".join(part for part in said if part))


def _only(picture: Picture, nodes: tuple[Box, ...]) -> Picture:
    """Return the picture with these boxes, the arrows between them and their groups."""
    ids = {box.id for box in nodes}
    edges = tuple(e for e in picture.edges if e.source in ids and e.target in ids)
    within = {group.id: group.within for group in picture.groups}
    used: set[str] = set()
    for box in nodes:
        group = box.group
        while group in within and group not in used:
            used.add(group)
            group = within[group]
    groups = tuple(group for group in picture.groups if group.id in used)
    return replace(picture, nodes=nodes, edges=edges, groups=groups)
