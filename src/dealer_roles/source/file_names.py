"""Names of files as answers show them: what cannot be shown, or would command, is escaped."""

from __future__ import annotations

import re

from dealer_roles.values.unseen import CONTROLS, HALVES, MARKS, SEPARATORS, TURNS

_UNFIT = re.compile(rf"[\t\n{CONTROLS}{HALVES}{SEPARATORS}{TURNS}{MARKS}]")


def shown(name: str) -> str:
    r"""Return a file's name on one line: control characters and broken bytes as ``\xNN``."""
    return _UNFIT.sub(_escaped, name)


def _escaped(match: re.Match[str]) -> str:
    code = ord(match.group())
    if 0xDC80 <= code <= 0xDCFF:  # a byte that is no UTF-8
        code -= 0xDC00
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def is_plain(name: str) -> bool:
    """Whether a file's name can be shown as it is."""
    return _UNFIT.search(name) is None
