"""Where a line of Chinese and Latin text may break."""

from __future__ import annotations

import unicodedata

# No line begins with one of these (a space stays on the line before); none ends with one of those.
_CLOSING = " ，。；：、！？…）》〉」』】〕”’)]},.;:!?%"
_OPENING = "（《〈「『【〔“‘([{"


def unbroken(text: str) -> list[str]:
    """Return the pieces between which a line may break: after spaces, around wide characters."""
    found: list[str] = []
    for char in text:
        last = found[-1][-1] if found else ""
        if not last or (_parts(last, char) and char not in _CLOSING and last not in _OPENING):
            found.append(char)
        else:
            found[-1] += char
    return found


def _parts(last: str, char: str) -> bool:
    return last == " " or is_wide(char) or is_wide(last)


def is_wide(char: str) -> bool:
    """Whether a character takes the room of two."""
    return unicodedata.east_asian_width(char) in "WF"
