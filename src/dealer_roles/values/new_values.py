"""Many frozen values of one class, made first and filled before anybody sees them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from itertools import repeat
from typing import Any

from dealer_roles.values.frozen import can_be_open, open_class

WORTH_COMPILING = 250
"""Compiling a loop takes as long as filling so many values without."""


class NewValues:
    """Values that are not filled yet.

    Attributes:
        values: The values themselves: others may hold them before they are filled.
    """

    def __init__(self, cls: type, count: int) -> None:
        self._cls = cls
        self._in_a_loop = count >= WORTH_COMPILING and can_be_open(cls)
        made = open_class(cls) if self._in_a_loop else cls
        self.values: list[Any] = list(map(object.__new__, repeat(made, count)))

    def fill(self, contents: Mapping[str, Iterable[Any]]) -> None:
        """Fill the values.

        Args:
            contents: What each field holds, value by value, as many as there are.
        """
        if self._in_a_loop:
            _loop(self._cls, tuple(contents))(self.values, contents.values())
            return
        for name, content in contents.items():
            deque(map(getattr(self._cls, name).__set__, self.values, content), maxlen=0)


@cache
def _loop(cls: type, names: tuple[str, ...]) -> Callable[[list[Any], Iterable[Any]], None]:
    """Compile what fills the fields of each value and closes it."""
    known: dict[str, Any] = {"cls": cls}
    fields = "".join(f", one.{name}" for name in names)
    lines = (
        "def fill(values, contents):",
        f" for one{fields} in zip(values, *contents, strict=True):",
        "  one.__class__ = cls",
    )
    exec("\n".join(lines), known)  # noqa: S102 - of the names of our own fields
    made: Callable[[list[Any], Iterable[Any]], None] = known["fill"]
    return made
