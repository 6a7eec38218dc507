"""Whether a file may hold what is hardly meant: a fast look at its bytes that mostly says no."""

from __future__ import annotations

import re

from dealer_roles.source.rare import rare_in
from dealer_roles.values.unseen import holds_ignorable

UNSEEN_EDGE = "unseen-edge"
CUT_BY_COMMENT = "cut-by-comment"
WIDE_QUOTES = "wide-quotes"
CODES = frozenset({UNSEEN_EDGE, CUT_BY_COMMENT, WIDE_QUOTES})
"""The codes of what is remarked; a waiver may name them."""

_HINTS = (re.compile(b"#[0-9]"), re.compile(rb"\\[xuU]"))
_QUOTES = "“‘"
_WIDE = tuple(f"{before}{quote}".encode() for before in (": ", "- ") for quote in _QUOTES)


def may_want_remarks(content: bytes) -> bool:
    """Whether it is worth looking at the text of a file scalar by scalar."""
    rare = rare_in(content)
    if holds_ignorable(rare) or any(hint.search(content) for hint in _HINTS):
        return True
    return any(q in rare for q in _QUOTES) and any(mark in content for mark in _WIDE)
