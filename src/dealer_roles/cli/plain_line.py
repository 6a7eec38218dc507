"""Command lines that are said plainly: words, and known options spelt out, each with its value.

Most command lines are, and click, which reads any, takes twice as long to import as Python to
start. Whatever is not plain (help, an abbreviation, what nobody knows, an empty word, a value
that is refused or must be looked into) is left to it: it alone refuses and explains. What is
read here is what it reads.
"""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Read = tuple[tuple[str, ...], dict[str, tuple[str, ...]]]

COMPLETION = "_DEALER_ROLES_COMPLETE"
"""Where a shell asks what could stand on the command line, rather than to run it."""
_EXPANDED = "*?[~$%"
"""What click expands where the shell does not."""


def plain_line(arguments: Sequence[str], options: Mapping[str, Sequence[str]]) -> Read | None:
    """Return the words of a command line and the values of its options, in their order.

    Args:
        arguments: What stands behind the name of the command.
        options: The options that are known, and the values each may have; of none, any.
    """
    if COMPLETION in os.environ or (os.name == "nt" and _is_expanded(arguments)):
        return None
    words: list[str] = []
    said: dict[str, tuple[str, ...]] = {}
    rest = iter(arguments)
    for word in rest:
        if word[:1] == "-":
            name, equals, value = word.partition("=")
            value = value if equals else next(rest, "")
            if name not in options or value not in (options[name] or (value,)):
                return None
            said[name] = (*said.get(name, ()), value)
        else:
            value = word
            words.append(word)
        if value[:1] in ("", "-"):
            return None
    return tuple(words), said


def _is_expanded(arguments: Sequence[str]) -> bool:
    return any(sign in word for word in arguments for sign in _EXPANDED)
