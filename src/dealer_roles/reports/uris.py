"""Places as URIs."""

from __future__ import annotations

from urllib.parse import quote


def uri(file: str) -> str:
    """Return a file as a URI: relative if it is, ``file://`` if absolute, ``bundled:`` kept."""
    if file.startswith("bundled:"):
        return "bundled:" + quote(file.removeprefix("bundled:"))
    if file.startswith("/"):
        return "file://" + quote(file)
    if len(file) > 1 and file[1] == ":":
        return "file:///" + quote(file, safe="/:")
    return quote(file)
