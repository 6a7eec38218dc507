r"""Characters that nobody sees but that do something, as parts of a regular expression's set.

They are written as escapes that Python, JSON Schema and pydantic read alike.
"""

from __future__ import annotations

import re

HALVES = r"\ud800-\udfff"
"""Halves of characters, which stand in no file; an escape may give one."""

CONTROLS = r"\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff"
"""What drives a terminal or a log, but for tab and line feed; and what is no character."""

SEPARATORS = r"\u2028\u2029"
"""Line ends of which only some programs know."""

TURNS = r"\u202a-\u202e\u2066-\u2069"
"""What makes text read in another order than it stands: overrides, embeddings, isolates."""

MARKS = r"\u061c\u200e\u200f"
"""Marks of direction, which texts in Arabic or Hebrew need."""

BYTE_ORDER_MARK = r"\ufeff"

ZERO_WIDTH = (
    r"\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u2065"
    r"\u206a-\u206f\u3164\ufe00-\ufe0f\uffa0\ufff0-\ufff8"
)
"""What Unicode calls ignorable: joiners, soft hyphens, fillers, choices of a letter's form.

Scripts need some of them inside a word; alone they are nothing, and no two names differ by them.
"""

BLANKS = r" \t\n\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000"
"""Spaces of every width; the Braille cell without a dot looks like one."""

REFUSED = CONTROLS + SEPARATORS + TURNS + BYTE_ORDER_MARK + HALVES
"""What no text of a definition may hold, written as it is or as an escape."""

UNSEEN = re.compile(f"[{REFUSED}]")
"""Finds one of them."""

SHOWN = f"^[^{REFUSED}]*"
"""The pattern of a text that holds none of it."""

IGNORABLE = f"{ZERO_WIDTH}\U000e0000-\U000e0fff"
"""As :data:`ZERO_WIDTH`, with what lies beyond the basic plane; for Python alone."""

_IGNORABLE = re.compile(f"[{IGNORABLE}]")


def is_ignorable(char: str) -> bool:
    """Whether a character shows nothing by itself."""
    return _IGNORABLE.match(char) is not None


def holds_ignorable(text: str) -> bool:
    """Whether a text holds a character that shows nothing by itself."""
    return _IGNORABLE.search(text) is not None


def seen(text: str) -> str:
    """Return a text without what shows nothing by itself."""
    return _IGNORABLE.sub("", text)
