"""Interleaved medians: what is compared is measured in turns, the garbage collector off."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Mapping


def medians(candidates: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Return the median seconds of each candidate, measured round by round."""
    times: dict[str, list[float]] = {name: [] for name in candidates}
    gc.collect()
    was_on = gc.isenabled()
    gc.disable()
    try:
        for _ in range(rounds):
            for name, run in candidates.items():
                start = time.perf_counter()
                run()
                times[name].append(time.perf_counter() - start)
                gc.collect()
    finally:
        if was_on:
            gc.enable()
    return {name: statistics.median(values) for name, values in times.items()}
