"""How the time of every question grows with an organization, by shape."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.generate import write_store
from benchmarks.measure import exponent, fastest
from benchmarks.questions import QUESTIONS
from benchmarks.rows import Row
from benchmarks.shapes import SHAPES, write_shape
from dealer_roles.loading.loaded import Loaded
from dealer_roles.loading.read import read

SIZES = (500, 1000, 2000)
STORES = (1, 4, 16)
BAR = 1.1
TOO_SHORT = 0.005
"""Seconds below which an answer of the largest size says nothing about growth."""


def growth() -> Iterator[Row]:
    """Yield the growth of every question on every shape, and on stores in one organization."""
    for shape in SHAPES:

        def make(folder: Path, size: int, shape: str = shape) -> None:
            write_shape(folder, shape, size)

        yield from _grows(shape, _loaded(make, SIZES))
    yield from _grows("stores", _loaded(lambda f, n: write_store(f, 7, n), STORES))


def _loaded(make: Callable[[Path, int], None], sizes: tuple[int, ...]) -> dict[int, Loaded]:
    found = {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as scratch:
            make(Path(scratch, "org"), size)
            found[size] = read(Path(scratch, "org"))
            found[size].require()
    return found


def _grows(shape: str, loaded: dict[int, Loaded]) -> Iterator[Row]:
    for question, ask in QUESTIONS.items():
        rounds = 2 if question == "check" else 3
        asked = {str(n): (lambda one=one, ask=ask: ask(one)) for n, one in loaded.items()}
        times = {int(size): time for size, time in fastest(asked, rounds).items()}
        if times[max(times)] >= TOO_SHORT:
            yield Row(f"growth of {question}, {shape}", exponent(times), BAR)
