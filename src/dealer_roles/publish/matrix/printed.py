"""On which pages the columns of the matrix stand, and how large, so that paper can be read."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from dealer_roles.publish.document.cells_shown import heading_points, lines_of

A3 = 8
MARGIN = 0.4
"""Left and right, in inches."""
_LONG_EDGE, _PIXELS, _SPARE = 420 / 25.4, 96, 0.92  # programs differ
LEAST_SCALE = 70
"""In percent: letters of 10 points are 7 points high."""
_PER_CHARACTER, _PADDING, _UP = 7, 5, 0.01  # half a pixel is a whole one


def widths_below(heading: str, count: int, least: float, size: float) -> list[float]:
    """Return the widths of columns below a heading none of whose words breaks, in characters.

    Args:
        heading: What stands above them.
        count: How many they are.
        least: How wide each is at least.
        size: The size of the heading's font in points.
    """
    pixels = heading_points(heading, size) * _PIXELS / 72 / count
    return [max(least, (pixels - _PADDING) / _PER_CHARACTER)] * count


def lines_above(heading: str, widths: Sequence[float], size: float) -> int:
    """Return on how many lines a heading stands above columns of these widths."""
    return lines_of(heading, _pixels(widths) * 72 / _PIXELS, size)


def pages_across(repeated: Sequence[float], groups: Sequence[Sequence[float]]) -> list[int]:
    """Return before which of the columns a page begins, the first column being none.

    A page begins with a group where that is possible; a group wider than a page has several.

    Args:
        repeated: The widths of the columns that stand on each page, in characters.
        groups: The widths of the other columns, together where they belong together.
    """
    room = _room(LEAST_SCALE) - _pixels(repeated)
    breaks: list[int] = []
    place, used = 0, 0.0
    for group in groups:
        if used and used + _pixels(group) > room:
            breaks.append(place)
            used = 0
        for width in group:
            if used and used + _pixels([width]) > room:
                breaks.append(place)
                used = 0
            used += _pixels([width])
            place += 1
    return breaks


def scale_of(repeated: Sequence[float], widths: Sequence[float], breaks: Sequence[int]) -> int:
    """Return the largest scale, in percent, in which each page has room for its columns."""
    at = list(accumulate(map(_pixels, ([w] for w in widths)), initial=0.0))
    edges = [0, *breaks, len(widths)]
    widest = max(at[end] - at[start] for start, end in pairwise(edges))
    whole = widest + _pixels(repeated)
    return max(LEAST_SCALE, min(100, int(_room(100) / whole * 100)))


def _room(scale: int) -> float:
    return (_LONG_EDGE - 2 * MARGIN) * _SPARE * _PIXELS * 100 / scale


def _pixels(widths: Sequence[float]) -> float:
    return sum(round(width * _PER_CHARACTER + _UP) + _PADDING for width in widths)
