"""What a poorer encoding shows instead of what it lacks; writing never fails for it."""

from __future__ import annotations

import codecs

ERRORS = "dealer-roles"
"""The error handler's name, for ``encode`` and for streams."""

# The first that the encoding has is taken; the last is ASCII.
_INSTEAD = {
    "✓": "√+", "✗": "×x", "⇄": "↔=", "↩": "←<", "→": ">", "←": "<", "·": "*", "—": "-",
    "–": "-", "…": ".", "─": "-", "━": "-", "│": "|", "“": '"', "”": '"', "‘": "'", "’": "'",
    "，": ",", "。": ".", "：": ":", "；": ";", "（": "(", "）": ")", "、": ",", "×": "x",
}  # fmt: skip


def _handle(error: UnicodeError) -> tuple[str | bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    return "".join(_instead(char, error.encoding) for char in lacking), error.end


def _instead(char: str, encoding: str) -> str:
    for candidate in _INSTEAD.get(char, ""):
        try:
            candidate.encode(encoding)
        except UnicodeEncodeError:
            continue
        return candidate
    return "?"


codecs.register_error(ERRORS, _handle)


def encoded(text: str, encoding: str = "utf-8") -> bytes:
    """Return text as bytes of an encoding; what that lacks is shown otherwise."""
    return text.encode(encoding, ERRORS)
