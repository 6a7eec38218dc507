"""Text that drives nothing: no terminal, no log of a build server, no direction of reading."""

from __future__ import annotations

import re

from dealer_roles.values.unseen import CONTROLS, HALVES, MARKS, SEPARATORS, TURNS

UNSHOWN = CONTROLS + HALVES + SEPARATORS + TURNS + MARKS
"""What no page or terminal shows: controls, halves of pairs, what turns text around."""

MARK = "\N{REPLACEMENT CHARACTER}"
_UNSHOWN = re.compile(f"[{UNSHOWN}]")
_UNSHOWN_BUT_LINE_ENDS = re.compile(f"\r(?!\n)|(?!\r)[{UNSHOWN}]")
# Build servers obey lines of their logs: GitHub `::error …` and `##[…]`, Azure `##vso[…]`.
_COMMAND = re.compile(r"^(\s*):(?=:)", re.MULTILINE)
MARKED_COMMAND = re.compile(r"#(?=#\w*\[)")
"""The sign with which a command to a build server begins, wherever in a line it stands."""


def clean(text: str) -> str:
    """Return text whose controls are visible; line ends and tabs stay.

    Args:
        text: A document: what its reader parses must not change.
    """
    return text if all_shown(text) else _UNSHOWN_BUT_LINE_ENDS.sub(MARK, text)


def all_shown(text: str) -> bool:
    """Whether every character is one that a page shows, line feeds apart; told in no time."""
    return text.replace("\n", "").isprintable()


def for_people(text: str) -> str:
    """Return lines for a terminal or a log: clean, and no command to a build server."""
    shown = _UNSHOWN.sub(MARK, text.replace("\r\n", "\n"))
    return MARKED_COMMAND.sub("# ", _COMMAND.sub(r"\1: ", shown))


def one_line(text: object) -> str:
    """Return something a person wrote (a name, a file's name) clean, on one line."""
    return _UNSHOWN.sub(MARK, " ".join(re.split("[\r\n\t\x0b\x0c\x85\u2028\u2029]+", str(text))))
