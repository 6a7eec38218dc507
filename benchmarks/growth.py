"""How the time of every question grows with an organization, by shape."""

from __future__ import annotations

import math
import tempfile
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from benchmarks.copies import write_copies
from benchmarks.generate import write_store
from benchmarks.measure import exponent, fastest
from benchmarks.questions import QUESTIONS
from benchmarks.rows import Row
from benchmarks.shapes import SHAPES, write_shape
from dealer_roles.loading.loaded import Loaded
from dealer_roles.loading.read import read

SIZES = (500, 1000, 2000)
STORES = (1, 4, 16)
COPIES = (2, 6, 20)
BAR = 1.1
TOO_SHORT = 0.005
"""Seconds below which an answer of the largest size says nothing about growth."""


MOST_TRIES = 4


def growth() -> Iterator[Row]:
    """Yield the growth of every question on every shape, and on stores in one organization."""
    for shape in SHAPES:

        def make(folder: Path, size: int, shape: str = shape) -> None:
            write_shape(folder, shape, size)

        yield from _grows(shape, _loaded(make, SIZES))
    yield from _grows("stores", _loaded(lambda f, n: write_store(f, 7, n), STORES))
    yield from _grows("the standard so many times", _loaded(write_copies, COPIES))


def _loaded(make: Callable[[Path, int], object], sizes: tuple[int, ...]) -> dict[int, Loaded]:
    found = {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as scratch:
            make(Path(scratch, "org"), size)
            found[size] = read(Path(scratch, "org"))
            found[size].require()
    return found


def _grows(shape: str, loaded: dict[int, Loaded]) -> Iterator[Row]:
    for question, ask in QUESTIONS.items():
        asked = {size: partial(ask, one) for size, one in loaded.items()}
        times = _least_times(asked, 1 if question == "check" else 3)
        if times[max(times)] >= TOO_SHORT:
            yield Row(f"growth of {question}, {shape}", exponent(times), BAR)


def _least_times(asked: Mapping[int, Callable[[], object]], rounds: int) -> dict[int, float]:
    """Return the least time of each size; what seems to miss the bar is measured again.

    Whatever else the machine does only ever adds to a time, so that more rounds come nearer.
    """
    times = dict.fromkeys(asked, math.inf)
    for _ in range(MOST_TRIES):
        again = fastest({str(size): ask for size, ask in asked.items()}, rounds)
        times = {size: min(time, again[str(size)]) for size, time in times.items()}
        if times[max(times)] < TOO_SHORT or exponent(times) <= BAR:
            break
    return times
