"""Whether following one link from each id ever returns to where it was."""

from __future__ import annotations

from collections.abc import Mapping


def first_cycles(link: Mapping[str, str]) -> list[tuple[str, ...]]:
    """Return every cycle of a graph in which each id has at most one successor.

    Args:
        link: The successor of each id that has one.

    Returns:
        Each cycle once, beginning with its smallest id; the cycles sorted.
    """
    done: set[str] = set()
    cycles: list[tuple[str, ...]] = []
    for start in link:
        trail: dict[str, None] = {}
        current: str | None = start
        while current is not None and current not in done and current not in trail:
            trail[current] = None
            current = link.get(current)
        if current is not None and current in trail:
            members = list(trail)
            loop = members[members.index(current) :]
            least = loop.index(min(loop))
            cycles.append((*loop[least:], *loop[:least]))
        done.update(trail)
    return sorted(cycles)
