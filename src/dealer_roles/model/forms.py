"""What the value of a key may look like: a closed set of forms, as plain data.

A value that may be written in several ways (`within: 2 hours`, or a mapping) is a
:class:`ByType`: which way is meant shows in its YAML type, so that JSON Schema needs no
``anyOf`` and a wrong value gives one precise finding.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Str:
    """Text.

    Attributes:
        pattern: What it matches from its beginning; with ``whole``, up to its end.
        longest: The most characters.
        shortest: The fewest characters.
        check: A check of the text beyond its pattern, by the name of a JSON Schema format.
        refers: The namespace of ids that it names, if any.
    """

    pattern: str = ""
    whole: bool = True
    longest: int | None = None
    shortest: int | None = None
    check: str = ""
    refers: str = ""


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number within bounds."""

    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Number:
    """A number within bounds; ``more_than`` excludes its bound. One without a fraction is whole."""

    least: float | None = None
    most: float | None = None
    more_than: float | None = None


@dataclass(frozen=True, slots=True)
class Flag:
    """True or false."""


@dataclass(frozen=True, slots=True)
class Always:
    """One value and no other."""

    value: str | bool


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several words."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Anything:
    """Any value, or any mapping or list: a later step asks more of it."""

    type: str = ""


@dataclass(frozen=True, slots=True)
class Scalar:
    """Text, a number, true or false."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of values of one form; the value is a tuple."""

    item: Form
    fewest: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Mapped:
    """A mapping from keys of one form to values of one form."""

    key: Str
    value: Form
    fewest: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Nested:
    """A mapping that another declaration describes.

    Attributes:
        of: The declaration; a function that returns it where it is declared later.
    """

    of: type | Callable[[], type]

    @property
    def declaration(self) -> type:
        """The declaration."""
        return self.of if isinstance(self.of, type) else self.of()


@dataclass(frozen=True, slots=True)
class OrNull:
    """A value that may also be null."""

    item: Str


@dataclass(frozen=True, slots=True)
class TextForm:
    """A text by language, or a plain one."""


@dataclass(frozen=True, slots=True)
class ByType:
    """One of several forms, told apart by YAML type, and the value made of it.

    Attributes:
        make: Makes the value of what is written.
        value: The type of what it makes.
        text: The form of text, if text may stand here.
        many: The form of a list, if one may.
        mapping: The form of a mapping, if one may.
        null: Whether nothing (null) may stand here, and is told from what is left out.
    """

    make: Callable[[Any], Any]
    value: type
    text: Str | Scalar | Choice | None = None
    many: Listed | None = None
    mapping: Nested | Mapped | None = None
    null: bool = False


@dataclass(frozen=True, slots=True)
class OneKey:
    """A mapping with exactly one key, whose value another declaration describes.

    A key that is not known passes: a plug-in may define it, and checks its value itself.

    Attributes:
        known: Returns the declarations by key.
    """

    known: Callable[[], Mapping[str, type]]


Form = (
    Str | Whole | Number | Flag | Always | Choice | Anything | Scalar
    | Listed | Mapped | Nested | OrNull | TextForm | ByType
    | OneKey
)  # fmt: skip
