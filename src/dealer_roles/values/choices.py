"""Arguments that are one of a few words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from dealer_roles.values.errors import InvalidArgument
from dealer_roles.values.text import Text

Word = TypeVar("Word", bound=str)


def one_of(name: str, given: object, allowed: Sequence[Word]) -> Word:
    """Return an argument as the allowed word that it is.

    Args:
        name: The argument.
        given: What was given.
        allowed: The words.

    Raises:
        InvalidArgument: It is none of them.
    """
    for word in allowed:
        if given == word:
            return word
    raise InvalidArgument(
        name,
        repr(given),
        Text(f"{'、'.join(allowed)} 之一", f"one of {', '.join(allowed)}"),
    )
