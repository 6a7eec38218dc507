"""What of a file is not ASCII: little of most definitions, and all unseen characters are of it."""

from __future__ import annotations

_ASCII = bytes(range(128))


def rare_in(content: bytes) -> str:
    """Return the characters of a file that are not ASCII, in their order.

    Where the file is not UTF-8 there may be others than it holds, and never fewer.
    """
    return content.translate(None, _ASCII).decode("utf-8", "replace")
