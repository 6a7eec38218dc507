"""The nearest known ids to one that nobody knows."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(wanted: str, known: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """Return up to ``most`` known ids that resemble ``wanted``, best first."""
    from difflib import get_close_matches

    pool = sorted(set(known))
    close = get_close_matches(wanted, pool, n=most, cutoff=0.6)
    words = set(wanted.split("-"))
    if len(close) < most and len(words) > 1:
        shared = [k for k in pool if k not in close and len(words & set(k.split("-"))) > 1]
        close += shared[: most - len(close)]
    return tuple(close)
