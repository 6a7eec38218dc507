"""Places as URIs that no reader of SARIF refuses: relative, each to a named base."""

from __future__ import annotations

from urllib.parse import quote

from dealer_roles.values.span import BUNDLED, is_bundled

ROOT = "%SRCROOT%"
BASES = {
    ROOT: {"description": {"text": "The folder that was checked from."}},
    "BUNDLED": {"description": {"text": "The definitions that ship with dealer-roles."}},
    "OUTSIDE": {"uri": "file:///", "description": {"text": "Files outside that folder."}},
}
"""What the URIs are relative to. GitHub refuses a log with a scheme of its own or ``file:``."""


def location(file: str) -> dict[str, str]:
    """Return a file as a relative URI and the base it is relative to."""
    if is_bundled(file):
        return _location(file.removeprefix(BUNDLED), "BUNDLED")
    if file.startswith("/") or file[1:3] == ":/":  # a drive; a folder may hold a colon
        return _location(file.lstrip("/"), "OUTSIDE")
    return _location(file, ROOT)


def _location(path: str, base: str) -> dict[str, str]:
    return {"uri": quote(path, errors="replace"), "uriBaseId": base}
