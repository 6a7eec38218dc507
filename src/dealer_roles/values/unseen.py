r"""Characters that nobody sees but that do something, as parts of a regular expression's set.

They are written as escapes that Python, JSON Schema and pydantic read alike.
"""

from __future__ import annotations

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

REFUSED = CONTROLS + SEPARATORS + TURNS + BYTE_ORDER_MARK + HALVES
"""What no text of a definition may hold, written as it is or as an escape."""

SHOWN = f"^[^{REFUSED}]*"
"""The pattern of a text that holds none of it."""
