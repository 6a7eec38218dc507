"""Chance, all of it made of picking one of several: by hypothesis, or by a seed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from dealer_roles.testing.shape import KINDS, MOST, OFTEN, Shape

T = TypeVar("T")
Pick = Callable[[Sequence[Any]], Any]
"""Picks one; the plainest stands first, which is what a counterexample shrinks to."""


class Choices:
    """What is stated in an organization of a shape, decided by picking."""

    def __init__(self, pick: Pick, shape: Shape) -> None:
        self._pick = pick
        self.shape = shape

    def one(self, options: Iterable[T]) -> T:
        """Return one of several."""
        found: T = self._pick(tuple(options))
        return found

    def states(self, what: str) -> bool:
        """Whether something is stated here."""
        percent = self.shape.often.get(what, OFTEN[what])
        return percent >= 100 or (percent > 0 and self._pick(range(100)) >= 100 - percent)

    def kind(self, of: str) -> str:
        """Return of which kind something is."""
        weights: Mapping[str, int] = self.shape.kinds.get(of, KINDS[of])
        return self.one(kind for kind, weight in weights.items() for _ in range(weight))

    def count(self, what: str, fewest: int = 0) -> int:
        """Return how many there are."""
        return self.one(range(fewest, max(fewest, self.most(what)) + 1))

    def most(self, what: str) -> int:
        """Return how many there are at the most."""
        return self.shape.most.get(what, MOST[what])

    def some(self, options: Iterable[T], count: int) -> list[T]:
        """Return so many, each once, in any order."""
        left = list(options)
        return [left.pop(self.one(range(len(left)))) for _ in range(min(count, len(left)))]

    def forest(self, ids: Iterable[str], what: str) -> dict[str, str | None]:
        """Return a parent for each, never in a circle, where ``what`` is stated."""
        left = list(ids)
        order = self.some(left, len(left))
        return {
            id_: self.one(order[:place]) if place and self.states(what) else None
            for place, id_ in enumerate(order)
        }
