"""Text that Markdown shows as it is."""

from __future__ import annotations

import re
from html import escape

_MARKS = re.compile(r"([\\`*_{}\[\]#|~$!@])")


def escaped(text: str) -> str:
    """Return text in which nothing is markup, neither of Markdown nor of HTML."""
    return _MARKS.sub(r"\\\1", escape(text, quote=False))
