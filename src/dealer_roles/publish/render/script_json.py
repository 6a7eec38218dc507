"""JSON that can also stand inside a script element of a page."""

from __future__ import annotations

import json

_UNFIT = "<>&\u2028\u2029"


def script_json(data: object, indent: int | None = None) -> str:
    """Return JSON without ``<``, ``>`` and ``&``, which mean something to HTML."""
    separators = (",", ":") if indent is None else None
    text = json.dumps(data, ensure_ascii=False, indent=indent, separators=separators)
    return "".join(f"\\u{ord(c):04x}" if c in _UNFIT else c for c in text)
