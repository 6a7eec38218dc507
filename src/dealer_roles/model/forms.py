"""What the value of a key may look like: a closed set of forms, as plain data.

A value that may be written in several ways (`within: 2 hours`, or a mapping) is a
:class:`ByType`: which way is meant shows in its YAML type, so that JSON Schema needs no
``anyOf`` and a wrong value gives one precise finding.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dealer_roles.values.duration import TimeLimit
from dealer_roles.values.frozen import frozen
from dealer_roles.values.money import Money
from dealer_roles.values.unseen import SHOWN


@frozen
class Str:
    """Text without characters that nobody sees.

    Attributes:
        pattern: What the whole of it matches, from ``^`` on; no end needs to be written.
        longest: The most characters.
        shortest: The fewest characters.
        check: A check of the text beyond its pattern, by the name of a JSON Schema format.
        refers: The namespace of ids that it names, if any.
    """

    pattern: str = SHOWN
    longest: int | None = None
    shortest: int | None = None
    check: str = ""
    refers: str = ""


@frozen
class Whole:
    """A whole number within bounds."""

    least: int | None = None
    most: int | None = None


@frozen
class Number:
    """A number within bounds; ``more_than`` excludes its bound. One without a fraction is whole."""

    least: float | None = None
    most: float | None = None
    more_than: float | None = None


@frozen
class Flag:
    """True or false."""


@frozen
class Always:
    """One value and no other."""

    value: str | bool


@frozen
class Choice:
    """One of several words."""

    words: tuple[str, ...]


@frozen
class Anything:
    """Any value, or any mapping or list: a later step asks more of it."""

    type: str = ""


@frozen
class Scalar:
    """Text, a number, true or false."""


@frozen
class Listed:
    """A list of values of one form; the value is a tuple."""

    item: Form
    fewest: int | None = None
    most: int | None = None


@frozen
class Mapped:
    """A mapping from keys of one form to values of one form."""

    key: Str
    value: Form
    fewest: int | None = None
    most: int | None = None


@frozen
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


@frozen
class TextForm:
    """A text by language, or a plain one."""


@frozen
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


@frozen
class OneKey:
    """A mapping with exactly one key, whose value another declaration describes.

    A key that is not known passes: a plug-in may define it, and checks its value itself.

    Attributes:
        known: Returns the declarations by key.
    """

    known: Callable[[], Mapping[str, type]]


Form = (
    Str | Whole | Number | Flag | Always | Choice | Anything | Scalar
    | Listed | Mapped | Nested | TextForm | ByType
    | OneKey
)  # fmt: skip


def is_plain(form: Form) -> bool:
    """Whether its values can be compared with a word or a number: texts, ids, limits."""
    if isinstance(form, Listed):
        return is_plain(form.item)
    if isinstance(form, ByType):
        of_words = form.value is tuple and form.text is not None
        return of_words or form.value in (TimeLimit, Money, str)
    if isinstance(form, Always):
        return form.value is True
    return isinstance(form, Str | Whole | Number | Flag | Choice | Scalar | TextForm)
