"""Where the templates stand that ship with the package."""

from __future__ import annotations

import os

TEMPLATES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "templates")


def template_path(name: str) -> str:
    """Return the path of a packaged template."""
    return os.path.join(TEMPLATES, name)


def template_bytes(name: str) -> bytes:
    """Return the content of a packaged template."""
    with open(template_path(name), "rb") as stream:
        return stream.read()
