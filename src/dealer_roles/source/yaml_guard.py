"""What must be known of a YAML text before the C parser may compose it.

Composing recurses in C and overruns the stack at hostile nesting; the event
stream does not. A text with few brackets and little indentation cannot nest
deep enough to matter, so only the others are walked event by event first.
"""

from __future__ import annotations

import re

# A composed level takes some 160 bytes of C stack; the smallest thread stacks in use
# (512 KiB) hold more than 3 000 levels.
SAFE_BRACKETS = 1_000
SAFE_INDENT = 500

_MARKS = re.compile(r"(?:^|[\s\ufeff\[{,:?-])(?:[&*]\S|!(?:\s|$))", re.MULTILINE)
_DEEP_INDENT = re.compile(rf"\n[ \t?-]{{{SAFE_INDENT}}}")  # fast: it looks for ends of lines alone


def may_nest_too_deep(text: str) -> bool:
    """Whether the text could nest deeper than the C parser bears.

    Flow nesting is at most the number of opening brackets; block nesting at most
    twice the indentation, as only a sequence may stand at its parent's column.
    """
    brackets = text.count("[") + text.count("{")
    return brackets > SAFE_BRACKETS or _DEEP_INDENT.search(f"\n{text}") is not None


def may_have_marks(text: str) -> bool:
    """Whether the text could hold an anchor, an alias or a bare ``!`` (or just such text)."""
    return any(mark in text for mark in "&*!") and _MARKS.search(text) is not None
