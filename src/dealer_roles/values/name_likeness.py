"""When are two names the same, and when nearly so?"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

_FILLERS = frozenset({"a", "an", "the", "of", "and", "for", "to"})
_ZH_FILLERS = re.compile("[的与和及并、]")
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+")
LONG_ENOUGH = 5
"""Characters from which on one slip of the pen leaves a word recognizable."""


def same_key(name: str) -> str:
    """Return what two names share that differ in case, width, spaces and punctuation alone."""
    return "".join(_words(name))


def _words(name: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", name).casefold())


def near_same(one: str, other: str) -> bool:
    """Whether two names say the same in another order, or differ by one slip of the pen.

    A number tells things apart, and so does one character of Chinese.
    """
    if _NUMBER.findall(one) != _NUMBER.findall(other):
        return False
    return _bag(one) == _bag(other) or _one_slip(_words(one), _words(other))


def tokens(name: str) -> tuple[str, ...]:
    """Return what two like names share: words without fillers; of Chinese pairs of characters."""
    joined = same_key(name)
    if joined.isascii():
        return _bag(name)
    kept = _ZH_FILLERS.sub("", joined)
    return tuple(kept[at : at + 2] for at in range(max(1, len(kept) - 1)))


def likeness(one: str, other: str) -> float:
    """Return how alike two names are, from 0 to 1; a number tells things apart."""
    if same_key(one) == same_key(other):
        return 1.0
    if _NUMBER.findall(one) != _NUMBER.findall(other):
        return 0.0
    if near_same(one, other):
        return NEARLY
    here, there = Counter(tokens(one)), Counter(tokens(other))
    both = sum((here & there).values())
    return min(NEARLY, 2 * both / (here.total() + there.total()))


NEARLY = 0.95
"""How alike two names are that differ by their order or a slip of the pen."""


def _bag(name: str) -> tuple[str, ...]:
    """Return the words of a name without order and fillers; of Chinese its characters."""
    joined = same_key(name)
    if not joined.isascii():
        return tuple(sorted(_ZH_FILLERS.sub("", joined)))
    kept = (_singular(word) for word in _words(name) if word not in _FILLERS)
    return tuple(sorted(kept))


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _one_slip(one: list[str], other: list[str]) -> bool:
    """Whether one word is spelled differently, by one letter, and long enough to tell."""
    if len(one) != len(other):
        return False
    different = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(different) == 1 and _one_letter(*different[0])


def _one_letter(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(short) < LONG_ENOUGH or len(long) - len(short) > 1 or not long.isascii():
        return False
    at = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return (short[at:] if len(long) > len(short) else short[at + 1 :]) == long[at + 1 :]
