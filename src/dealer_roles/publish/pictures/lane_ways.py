"""Where the arrows of a process run, and where their words stand clear of every line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from dealer_roles.publish.pictures.svg_text import ELLIPSIS, width, wrapped
from dealer_roles.values.frozen import frozen

LANE = 196
SIDE = 5
"""How far from the edge of a lane an arrow runs that passes several steps."""
ENTRY = 12
"""How far above a step an arrow turns to its middle."""
LINE = 14
_LEAVE, _BARE, _AIR, _CLEAR = 12, 10, 6, 5
_SIZE, _WIDEST, _NARROWEST, _MOST_LINES = 11, 300, 60, 5
_FAR = 40
"""How far from its arrow a label may stand before another line of words is better."""


@frozen
class ArrowWay:
    """An arrow from one step to another.

    Attributes:
        number: Which arrow of the picture it is.
        source: The row that it leaves.
        target: The row that it enters.
        start: The middle of the lane that it leaves.
        end: The middle of the lane that it enters.
    """

    number: int
    source: int
    target: int
    start: float
    end: float

    @property
    def side(self) -> float:
        """Where it runs up or down: straight to the next step, else along the lane's edge."""
        if self.target == self.source + 1:
            return self.end
        return self.end + (LANE / 2 - SIDE if self.target > self.source else SIDE - LANE / 2)

    def crosses(self, gap: int, place: int, own: int) -> Iterator[float]:
        """Yield where it runs through the words of an arrow in the gap below a row.

        Args:
            gap: The row.
            place: Which arrow that leaves the row.
            own: Which one this is, if it leaves the row, too.
        """
        down = self.target > self.source
        if self.source == gap:
            if own > place:
                yield self.start
            if (own <= place) if down else (own > place):
                yield self.side
        elif self.source < gap < self.target or self.target <= gap < self.source:
            yield self.side


@frozen
class ArrowWords:
    """What is written at an arrow: its lines, and where they begin."""

    lines: tuple[str, ...] = ()
    left: float = 0

    @property
    def high(self) -> float:
        """How far below the arrow the next one may run."""
        return len(self.lines) * LINE + _AIR if self.lines else _BARE


@frozen
class RowGap:
    """What is below a row: for each arrow that leaves it, how far down it runs and its words."""

    tracks: tuple[tuple[ArrowWay, float, ArrowWords], ...]
    high: float


def gap_below(
    row: int, ways: Sequence[ArrowWay], texts: dict[ArrowWay, str], wide: float
) -> RowGap:
    """Return what is below a row: one arrow's words below the other's.

    Args:
        row: The row.
        ways: Every arrow of the picture.
        texts: What is to be written at them.
        wide: How wide the picture is.
    """
    leaving = [way for way in ways if way.source == row]
    places = {way: place for place, way in enumerate(leaving)}
    tracks, down = [], float(_LEAVE)
    for way, place in places.items():
        lines = {x for other in ways for x in other.crosses(row, place, places.get(other, 0))}
        words = _placed(texts[way], way, sorted(lines), wide)
        tracks.append((way, down, words))
        down += words.high
    return RowGap(tuple(tracks), down + ENTRY + 2)


def _placed(text: str, way: ArrowWay, lines: Sequence[float], wide: float) -> ArrowWords:
    """Put words between the lines that run there, whole if they can be, and near their arrow."""
    if not text:
        return ArrowWords()
    edges = [-_CLEAR + 4, *lines, wide + _CLEAR - 4]
    rooms = [(a + _CLEAR, b - _CLEAR) for a, b in pairwise(edges)]
    tried = [_tried(text, way, *room) for room in rooms if room[1] - room[0] >= _NARROWEST]
    return min(tried, default=(0.0, ArrowWords()), key=lambda one: one[0])[1]


def _tried(text: str, way: ArrowWay, left: float, right: float) -> tuple[float, ArrowWords]:
    """Return words as they would stand in a room, and how bad that would be."""
    low, high = sorted((way.start, way.side))
    lines = wrapped(text, _SIZE, min(right - left, _WIDEST), _MOST_LINES)
    needed = max(width(line, _SIZE) for line in lines)
    x = max(left, min(low + _CLEAR, right - needed))
    far = max(low - (x + needed), x - high, 0)
    cut = 100.0 if lines[-1].endswith(ELLIPSIS) else 0.0
    return cut + len(lines) + far / _FAR, ArrowWords(tuple(lines), x)
