"""Interleaved times: what is compared is measured in turns, the garbage collector off."""

from __future__ import annotations

import gc
import math
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager


def fastest(
    candidates: Mapping[str, Callable[[], object]],
    rounds: int = 9,
    *,
    clock: Callable[[], float] = time.process_time,
    lasting: float = 0.0,
) -> dict[str, float]:
    """Return the least seconds of each candidate, measured round by round.

    Whatever else the machine does only ever adds to a time: the least is nearest the truth.

    Args:
        candidates: What is measured, by name.
        rounds: How often each.
        clock: The clock; by default only what this process computes counts.
        lasting: How many seconds a turn lasts at least: what is quicker is run several times in
            one, and the share of one counts, so that no clock and no cold cache decides.
    """
    times = dict.fromkeys(candidates, math.inf)
    with _resting():
        runs = {name: _runs(run, lasting, clock) for name, run in candidates.items()}
        for _ in range(rounds):
            for name, run in candidates.items():
                start = clock()
                for _ in range(runs[name]):
                    run()
                times[name] = min(times[name], (clock() - start) / runs[name])
                gc.collect()
    return times


def _runs(run: Callable[[], object], lasting: float, clock: Callable[[], float]) -> int:
    """Return how often something must run to last as long."""
    if not lasting:
        return 1
    start = clock()
    run()
    return max(1, math.ceil(lasting / max(clock() - start, lasting / 1_000)))


@contextmanager
def _resting() -> Iterator[None]:
    was_on = gc.isenabled()
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def exponent(times: Mapping[int, float]) -> float:
    """Return by which power times grow with sizes: the slope of a line fitted to both logs."""
    points = [(math.log(size), math.log(seconds)) for size, seconds in times.items()]
    x, y = (sum(values) / len(points) for values in zip(*points, strict=True))
    rise = sum((a - x) * (b - y) for a, b in points)
    return float(rise / sum((a - x) ** 2 for a, _ in points))
