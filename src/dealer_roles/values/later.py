"""Fields of a frozen value that are found when somebody reads them.

Who owns a task is found in a microsecond; why, and on what evidence, takes many. An answer
that nobody asks for its reasons does not look for them. Such a value is as frozen as any: what
is found once stays, and finding it twice (in two threads) finds the same.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

T = TypeVar("T")
Finders = dict[str, Callable[..., Any]]
"""What finds the value of each of several late fields, by the field's name."""


class _Later(tuple[Any, tuple[Any, ...]]):
    """What finds the value of a field, or of each of several by its name; and with what."""

    __slots__ = ()

    def found(self, name: str, of: object) -> Any:
        """Find the value of a field of a value."""
        del of
        find, arguments = self
        return (find[name] if isinstance(find, dict) else find)(*arguments)


class _OfMany(_Later):
    """The same for many values alike: the value is the last of the arguments."""

    __slots__ = ()

    def found(self, name: str, of: object) -> Any:
        find, arguments = self
        return find[name](*arguments, of)


class _LateField:
    """A slot that finds its value when it is first read.

    Attributes:
        slot: What it stands before: values are put there directly.
    """

    def __init__(self, name: str, slot: Any) -> None:
        self._name = name
        self.slot = slot

    def __get__(self, value: Any, owner: type | None = None) -> Any:
        if value is None:
            return self
        found = self.slot.__get__(value, owner)
        if isinstance(found, _Later):
            found = found.found(self._name, value)
            self.slot.__set__(value, found)
        return found

    def __set__(self, value: Any, content: Any) -> None:
        self.slot.__set__(value, content)


def later(find: Callable[..., T], *arguments: object) -> T:
    """Return what stands for the value of a late field until it is read."""
    return cast("T", _Later((find, arguments)))


def each_later(find: Finders, *arguments: object) -> Any:
    """Return what stands for the values of several late fields until each is read.

    Args:
        find: What finds each field, by its name.
        arguments: With what.
    """
    return _Later((find, arguments))


def of_each_later(find: Finders, *arguments: object) -> Any:
    """Return what stands for the values of several late fields in many values alike.

    Args:
        find: What finds each field, by its name.
        arguments: With what; behind them comes the value itself, of which other fields tell.
    """
    return _OfMany((find, arguments))


def with_late_fields(*names: str) -> Callable[[type[T]], type[T]]:
    """Make fields of a frozen class late: they may be given as :func:`later`."""

    def made(cls: type[T]) -> type[T]:
        for name in names:
            setattr(cls, name, _LateField(name, vars(cls)[name]))
        return cls

    return made
