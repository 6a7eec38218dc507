"""What a beginner most likely meant by a value that is refused."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

from dealer_roles.values.text import NO_TEXT, Text

_SAID = {
    "负责": "accountable", "主责": "accountable", "owner": "accountable", "a": "accountable",
    "执行": "responsible", "经办": "responsible", "r": "responsible",
    "协助": "supporting", "配合": "supporting", "support": "supporting", "s": "supporting",
    "会签": "consulted", "咨询": "consulted", "c": "consulted",
    "知会": "informed", "通知": "informed", "i": "informed",
}  # fmt: skip
_QUOTES = "“”‘’「」\"'"
_FULL_WIDTH = re.compile("[、，：；｛｝［］“”]")
_DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")


def meant(value: object, choices: Sequence[str]) -> tuple[str, ...]:
    """Return the choice that a word of everyday language stands for, if it is one of these."""
    word = _SAID.get(str(value).strip(_QUOTES).casefold(), "")
    return (word,) if word in choices else ()


def mend(value: object, fits: Callable[[str], bool]) -> Text:
    """Return how to write a text so that it fits, where that can be told."""
    if not isinstance(value, str) or len(value) > 100:
        return NO_TEXT
    for written in (_date(value), _id(value)):
        if written and written != value and fits(written):
            return Text(f"是否想写 {written}？", f"did you mean {written}?")
    wide = _FULL_WIDTH.search(value)
    if wide is None:
        return NO_TEXT
    sign = wide[0]
    return Text(
        f"含全角符号「{sign}」；请改用半角符号",
        f"it holds a full-width '{sign}'; write plain signs",
    )


def _date(value: str) -> str:
    match = _DATE.fullmatch(value.strip())
    return f"{match[1]}-{match[2]:0>2}-{match[3]:0>2}" if match else ""


def _id(value: str) -> str:
    """Return an id made of a text: plain signs, lower case, words joined by single hyphens."""
    plain = unicodedata.normalize("NFKC", value.strip(_QUOTES)).casefold()
    if re.search(r"[,:;、]", plain):
        return ""  # two things run together, not one id
    return re.sub(r"[\W_]+", "-", plain).strip("-")
