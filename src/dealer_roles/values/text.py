"""Texts in the languages that an organization has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, Self

Lang = str
"""A language of texts, by its two letters; fixed words are English in all but Chinese."""
LANGS: tuple[Lang, ...] = ("zh", "en")
"""The languages that have fixed words."""


def tag_of(lang: Lang) -> str:
    """Return a language as pages and office programs name it."""
    return "zh-CN" if lang == "zh" else lang


_BOTH = {"zh", "en"}


class _Stated(NamedTuple):
    chinese: str
    english: str
    others: tuple[tuple[str, str], ...]


class Text(_Stated):
    """A text, in one language or several; asked for another one, it gives what it has."""

    __slots__ = ()

    def __new__(cls, zh: str = "", en: str = "", others: tuple[tuple[str, str], ...] = ()) -> Self:
        """Return a text.

        Args:
            zh: Chinese; empty if there is none.
            en: English; empty if there is none.
            others: The text in other languages, by language.
        """
        return tuple.__new__(cls, (zh, en, others))

    def __getnewargs__(self) -> tuple[str, str, tuple[tuple[str, str], ...]]:
        return (self.chinese, self.english, self.others)

    @classmethod
    def of(cls, texts: Mapping[str, str] | str) -> Self:
        """Return a text given by language; a plain one is the same in every language."""
        if isinstance(texts, str):
            return cls(texts, texts)
        if texts.keys() == _BOTH:
            return cls(texts["zh"], texts["en"])
        others = tuple(sorted((k, v) for k, v in texts.items() if k not in ("zh", "en")))
        return cls(texts.get("zh", ""), texts.get("en", ""), others)

    @property
    def zh(self) -> str:
        """The text in Chinese, or in a language that it has."""
        return self.chinese or self.english or self._other()

    @property
    def en(self) -> str:
        """The text in English, or in a language that it has."""
        return self.english or self.chinese or self._other()

    def _other(self) -> str:
        return self.others[0][1] if self.others else ""

    def get(self, lang: str) -> str:
        """Return the text in a language, or in one that it has."""
        if lang == "zh":
            return self.zh
        return self.en if lang == "en" else self.exactly(lang) or self.en

    def exactly(self, lang: str) -> str:
        """Return the text in this very language; empty if there is none."""
        if lang == "zh":
            return self.chinese
        return self.english if lang == "en" else dict(self.others).get(lang, "")

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it has, Chinese and English first."""
        first = (("zh", self.chinese), ("en", self.english))
        return tuple(lang for lang, text in (*first, *self.others) if text)

    def over(self, other: Text) -> Text:
        """Return the text, and where it has none that of another one."""
        zh, en = self.chinese or other.chinese, self.english or other.english
        if not self.others and not other.others:
            return Text(zh, en)
        return Text(zh, en, tuple(sorted({**dict(other.others), **dict(self.others)}.items())))

    def to_dict(self) -> dict[str, str]:
        """Return the text by language; ``zh`` and ``en`` are always there."""
        return {"zh": self.zh, "en": self.en, **dict(self.others)}


NO_TEXT = Text()
