"""Texts made safe to set: what no page can show becomes visible or a plain space."""

from __future__ import annotations

import re

from dealer_roles.values.unseen import CONTROLS, HALVES, MARKS, TURNS

# Line ends of every kind become "\n".
_LINE_ENDS = re.compile("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
# What cannot stand in XML, and what turns the direction of text around it.
_UNFIT = re.compile(rf"[\t{CONTROLS}{HALVES}{TURNS}{MARKS}]")


def plain(text: str) -> str:
    """Return ``text`` as every format can show it.

    Line ends become newlines and tabs spaces. Control characters, bidirectional marks and
    halves of surrogate pairs become U+FFFD, so that a reader sees that something stood there.
    """
    joined = _LINE_ENDS.sub("\n", text)
    return _UNFIT.sub(lambda m: " " if m.group() == "\t" else "\ufffd", joined).strip()


def one_line(text: str) -> str:
    """Return ``text`` made plain, on one line."""
    return " ".join(plain(text).split("\n"))
