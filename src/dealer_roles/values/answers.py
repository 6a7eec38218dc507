"""A frozen sequence of answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar, overload

from dealer_roles.values.frozen import frozen

T = TypeVar("T")


@frozen
class Answers(Sequence[T], Generic[T]):
    """Several answers in a fixed order; they behave as a tuple.

    Attributes:
        items: The answers.
    """

    items: tuple[T, ...]

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...
    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        return self.items[index]

    def __len__(self) -> int:
        return len(self.items)
