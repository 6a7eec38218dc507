"""When are two names the same, and when nearly so?"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import TypeVar

from dealer_roles.values.grouped import grouped
from dealer_roles.values.unseen import seen

One = TypeVar("One")

_FILLERS = frozenset({"a", "an", "the", "of", "and", "for", "to"})
_ZH_FILLERS = re.compile("[的与和及并、]")
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+")
_BETWEEN = frozenset({"in", "on", "at", "by", "with", "from"})
_ENDINGS = ("ing", "ies", "ied", "ed", "es", "er", "y")
SHORTEST_STEM = 4
LONG_ENOUGH = 5
"""Characters from which on one slip of the pen leaves a word recognizable."""


@lru_cache(maxsize=100_000)
def same_key(name: str) -> str:
    """Return what two names share that differ in case, width, punctuation and the unseen alone."""
    return "".join(_words(name))


@lru_cache(maxsize=100_000)
def _words(name: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(seen(unicodedata.normalize("NFKC", name)).casefold()))


def near_same(one: str, other: str) -> bool:
    """Whether two names say the same in another order, or differ by one slip of the pen.

    A number tells things apart, and so does one character of Chinese.
    """
    if _numbers(one) != _numbers(other):
        return False
    return _bag(one) == _bag(other) or _one_slip(_words(one), _words(other))


def tokens(name: str) -> tuple[str, ...]:
    """Return what two like names share: words without fillers; of Chinese pairs of characters."""
    joined = same_key(name)
    if joined.isascii():
        return tuple(sorted(_stem(word) for word in _bag(name) if word not in _BETWEEN))
    kept = _ZH_FILLERS.sub("", joined)
    return tuple(kept[at : at + 2] for at in range(max(1, len(kept) - 1)))


def likeness(one: str, other: str) -> float:
    """Return how alike two names are, from 0 to 1; a number tells things apart."""
    if same_key(one) == same_key(other):
        return 1.0
    if _numbers(one) != _numbers(other):
        return 0.0
    if near_same(one, other):
        return NEARLY
    scores = [_shared_part(tokens(one), tokens(other))]
    if _holds(_letters(one), _letters(other)) or _holds(_letters(other), _letters(one)):
        scores.append(_shared_part(_letters(one), _letters(other)))
    return min(NEARLY, max(scores))


def _shared_part(one: Sequence[str], other: Sequence[str]) -> float:
    both = sum((Counter(one) & Counter(other)).values())
    return 2 * both / max(1, len(one) + len(other))


def _letters(name: str) -> tuple[str, ...]:
    """Return the characters of a Chinese name; none of any other."""
    joined = same_key(name)
    return () if joined.isascii() else tuple(_ZH_FILLERS.sub("", joined))


def _holds(long: Sequence[str], short: Sequence[str]) -> bool:
    """Whether a name is another one with signs put in: 开具发票 holds 开发票."""
    rest = iter(long)
    return bool(short) and all(sign in rest for sign in short)


NEARLY = 0.95
"""How alike two names are that differ by their order or a slip of the pen."""


@lru_cache(maxsize=100_000)
def _bag(name: str) -> tuple[str, ...]:
    """Return the words of a name without order and fillers; of Chinese its characters."""
    joined = same_key(name)
    if not joined.isascii():
        return tuple(sorted(_ZH_FILLERS.sub("", joined)))
    kept = (_singular(word) for word in _words(name) if word not in _FILLERS)
    return tuple(sorted(kept))


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _stem(word: str) -> str:
    """Return a word without the endings that make it a name of doing or a time of it."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            word = word.removesuffix(ending)
            break
    return word[:-1] if word.endswith("e") and len(word) > SHORTEST_STEM else word


def _one_slip(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether one word is spelled differently, by one letter, and long enough to tell."""
    if len(one) != len(other):
        return False
    different = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(different) == 1 and _one_letter(*different[0])


def _one_letter(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(short) < LONG_ENOUGH or len(long) - len(short) > 1 or not (short + long).isascii():
        return False
    at = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return (short[at:] if len(long) > len(short) else short[at + 1 :]) == long[at + 1 :]


def near_pairs(names: Sequence[str]) -> set[tuple[int, int]]:
    """Return the numbers of the names that are nearly the same, in pairs; empty ones are none.

    Only names that share what near ones share are compared, and however many things go by
    one name, it is compared once; those that are simply the same are no pair.
    """
    numbers = grouped((name, number) for number, name in enumerate(names) if name)
    distinct = tuple(numbers)
    return {
        (min(a, b), max(a, b))
        for one, other in _near_pairs(distinct)
        for a in numbers[distinct[one]]
        for b in numbers[distinct[other]]
    }


def _near_pairs(names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of distinct names that are nearly the same."""
    for group in _shared((n, (_numbers(name), _bag(name))) for n, name in enumerate(names)):
        yield from _told_apart(group, names)
    long_words = (
        ((number, word), rest)
        for number, name in enumerate(names)
        for word, rest in _all_but_one(name)
    )
    for words in _shared(long_words):
        for close in _shared((n, form) for n, word in words for form in _misspelt(word)):
            pairs = combinations(dict.fromkeys(close), 2)
            yield from (p for p in pairs if near_same(names[p[0]], names[p[1]]))


def _shared(keyed: Iterable[tuple[One, Hashable]]) -> list[tuple[One, ...]]:
    """Return what stands under each key under which several stand."""
    found = grouped((key, one) for one, key in keyed)
    return [several for several in found.values() if len(several) > 1]


def _told_apart(group: Sequence[int], names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of a group that are not simply the same."""
    alike = grouped((same_key(names[number]), number) for number in group)
    for some, others in combinations(alike.values(), 2):
        yield from ((min(a, b), max(a, b)) for a in some for b in others)


@lru_cache(maxsize=100_000)
def _numbers(name: str) -> tuple[str, ...]:
    return tuple(_NUMBER.findall(name))


def _all_but_one(name: str) -> Iterator[tuple[str, Hashable]]:
    """Yield each long word, and what its name shares with one in which it alone differs."""
    words = _words(name)
    for at, word in enumerate(words):
        if len(word) >= LONG_ENOUGH and word.isascii():
            yield word, (_numbers(name), at, words[:at], words[at + 1 :])


def _misspelt(word: str) -> Iterator[str]:
    """Yield a word with one letter replaced, left out, or as it is."""
    yield word
    for at in range(len(word)):
        yield f"{word[:at]}*{word[at + 1 :]}"
        yield word[:at] + word[at + 1 :]
