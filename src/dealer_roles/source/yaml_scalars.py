"""Plain scalars of the YAML 1.2 core schema: null, true, false, numbers, else text.

YAML 1.1 would read ``no`` as false, ``012`` as ten, ``12:30`` as 750 and a date
as an object. Here they stay what a person reads. Infinities and NaN stay text.
"""

from __future__ import annotations

import math
import re

_WORDS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True,
    "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_NUMBER = re.compile(
    r"(?P<int>[-+]?[0-9]{1,300})|(?P<oct>0o[0-7]{1,100})|(?P<hex>0x[0-9a-fA-F]{1,100})"
    r"|(?P<float>[-+]?(?:\.[0-9]{1,300}|[0-9]{1,300}(?:\.[0-9]{0,300})?)(?:[eE][-+]?[0-9]{1,5})?)"
)
_NUMERIC = frozenset("0123456789+-.")
SPECIAL = _NUMERIC | frozenset("~ntfNTF") | {""}
"""How a plain scalar begins that may be something else than text."""


def plain_scalar(text: str) -> str | int | float | bool | None:
    """Return the value of an unquoted scalar."""
    if text[:1] not in _NUMERIC:
        return _WORDS.get(text, text)
    match = _NUMBER.fullmatch(text)
    if match is None:
        return text
    match match.lastgroup:
        case "int":
            return int(text)
        case "oct" | "hex":
            return int(text, 0)
        case _:
            value = float(text)
            return value if math.isfinite(value) else text
