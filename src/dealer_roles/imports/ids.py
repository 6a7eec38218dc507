"""Ids from names: pinyin for Chinese, letters for the rest; stable on repetition, unique."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from dealer_roles.values.errors import MissingExtra

LONGEST = 60
_RUN = re.compile(r"[\u3400-\u9fff]+|[^\u3400-\u9fff]+")


@lru_cache(maxsize=100_000)
def slug(text: str) -> str:
    """Return a text as an id; empty if none of its signs has letters."""
    text = unicodedata.normalize("NFKC", text)
    parts = [part for run in _RUN.findall(text) for part in _letters(run)]
    made = "-".join(parts)
    if len(made) > LONGEST:
        made = made[: LONGEST + 1].rpartition("-")[0] or made[:LONGEST]
    return f"n-{made}" if made[:1].isdigit() else made


def _letters(run: str) -> list[str]:
    if "\u3400" <= run[0] <= "\u9fff":
        try:
            from pypinyin import lazy_pinyin
        except ImportError as error:
            raise MissingExtra("Importing Chinese names", "import") from error
        spoken = lazy_pinyin(run, errors="ignore")
        return [_ascii(syllable) for syllable in spoken if _ascii(syllable)]
    return re.findall(r"[a-z0-9]+", _ascii(run))


def _ascii(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.replace("ü", "v").replace("ß", "ss")).lower()
    return "".join(ch for ch in plain if ch.isascii())


def unique_ids(
    wanted: Sequence[tuple[str, Sequence[str]]], taken: Iterable[str], fallback: str
) -> list[str]:
    """Return an id for each name, told apart by qualifiers where several have one name.

    Args:
        wanted: Names, each with what may tell it from another of the same name.
        taken: Ids that nobody may have.
        fallback: The id of a name without letters.
    """
    return _Allocation(set(taken), fallback).of(wanted)


class _Allocation:
    def __init__(self, taken: set[str], fallback: str) -> None:
        self._taken = taken
        self._fallback = fallback

    def of(self, wanted: Sequence[tuple[str, Sequence[str]]]) -> list[str]:
        made: list[str] = [""] * len(wanted)
        bases = [slug(name) or self._fallback for name, _ in wanted]
        open_ = list(range(len(wanted)))
        depth = max((len(qualifiers) for _, qualifiers in wanted), default=0)
        for count in range(depth + 1):
            tried = {n: _qualified(bases[n], wanted[n][1][:count]) for n in open_}
            many = Counter(tried.values())
            for n in open_:
                if many[tried[n]] == 1 and tried[n] not in self._taken:
                    made[n] = tried[n]
            self._taken.update(made[n] for n in open_ if made[n])
            open_ = [n for n in open_ if not made[n]]
        for n in open_:
            made[n] = self._counted(_qualified(bases[n], wanted[n][1]))
        return made

    def _counted(self, base: str) -> str:
        number = 2
        while (found := f"{base}-{number}") in self._taken:
            number += 1
        self._taken.add(found)
        return found


def _qualified(base: str, qualifiers: Sequence[str]) -> str:
    parts = [slug(q).removeprefix("n-") for q in qualifiers if q]
    made = "-".join([base, *(part for part in parts if part)])
    return made if len(made) <= 74 else f"{made[:66].rstrip('-')}-{digest(made)}"


def digest(text: str) -> str:
    """Return a short hash that tells texts apart."""
    return hashlib.sha256(text.encode()).hexdigest()[:6]


def text_ids(texts: Iterable[str], taken: Iterable[str], fallback: str) -> dict[str, str]:
    """Return an id for each text; texts whose ids would be one carry a hash of what they say."""
    known = set(taken)
    bases = {text: slug(text) or fallback for text in dict.fromkeys(texts)}
    many = Counter(bases.values())
    return {
        text: base if many[base] == 1 and base not in known else f"{base}-{digest(text)}"
        for text, base in bases.items()
    }
