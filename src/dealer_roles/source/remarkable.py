"""Whether a file's text may hold what is hardly meant: a fast look that mostly says no."""

from __future__ import annotations

import re

from dealer_roles.values.unseen import IGNORABLE

UNSEEN_EDGE = "unseen-edge"
CUT_BY_COMMENT = "cut-by-comment"
WIDE_QUOTES = "wide-quotes"
CODES = frozenset({UNSEEN_EDGE, CUT_BY_COMMENT, WIDE_QUOTES})
"""The codes of what is remarked; a waiver may name them."""

_HINTS = tuple(map(re.compile, (f"[{IGNORABLE}]", "#[0-9]", r"\\[xuU]")))
_WIDE = (": “", "- “", ": ‘", "- ‘")


def may_want_remarks(text: str) -> bool:
    """Whether it is worth looking at a text scalar by scalar."""
    return any(hint.search(text) for hint in _HINTS) or any(mark in text for mark in _WIDE)
