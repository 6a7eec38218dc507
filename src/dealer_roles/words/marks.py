"""The marks of punctuation of each language, and words joined by them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dealer_roles.values.text import Text

_COLON = Text("：", ": ")
_COMMA = Text("，", ", ")
_LISTING = Text("、", ", ")
_SEMICOLON = Text("；", "; ")
_BRACKETS = Text("（{}）", " ({})")
_INNER = (Text("（）", "()"), Text("〔〕", "[]"))
"""The brackets of a language, and those that stand inside of them."""
THE_SUPERIOR = Text("直接上级", "the superior")
"""Whom ``manager`` means."""
_CAPITALIZED = re.compile(r"[A-Z](?![^\W\d_a-z]|\d)[a-z'\-]*(?![^\W\d_])")


def listed(texts: Iterable[str], lang: str) -> str:
    """Return texts as a list in a sentence, each once, in their order."""
    return _LISTING.get(lang).join(dict.fromkeys(t for t in texts if t))


def named(ids: Iterable[str]) -> Text:
    """Return ids as a list in a sentence of each language, in their order."""
    every = tuple(ids)
    return Text(_LISTING.zh.join(every), _LISTING.en.join(every))


def how_many(count: int, one: str, several: str = "") -> str:
    """Return how many of something there are, in English."""
    return f"{count} {one if count == 1 else several or f'{one}s'}"


def joined(texts: Iterable[str], lang: str) -> str:
    """Return remarks joined by the language's comma."""
    return _COMMA.get(lang).join(t for t in texts if t)


def clauses(texts: Iterable[str], lang: str) -> str:
    """Return remarks joined by the language's semicolon."""
    return _SEMICOLON.get(lang).join(t for t in texts if t)


def all_said(texts: Iterable[Text]) -> Text:
    """Return several remarks as one text, in every language that one of them has."""
    every = tuple(texts)
    languages = dict.fromkeys(lang for text in every for lang in text.languages)
    return Text.of({lang: clauses((t.get(lang) for t in every), lang) for lang in languages})


def bracketed(text: str, remark: str, lang: str) -> str:
    """Return a text with a remark in the language's brackets; the text alone without one.

    Two pairs of brackets never follow each other, and none stands inside of its like.
    """
    if not remark:
        return text
    outer, inner = (marks.get(lang) for marks in _INNER)
    remark = remark.translate(str.maketrans(outer, inner))
    if text.endswith(outer[1]) and outer[0] in text:
        return joined((text[:-1], remark), lang) + outer[1]
    return text + _BRACKETS.get(lang).format(remark)


def introduced(head: str, text: str, lang: str) -> str:
    """Return ``head: text`` with the language's colon."""
    return f"{head}{_COLON.get(lang)}{text}"


def continued(text: str) -> str:
    """Return a text inside of a sentence: its capital is small, unless the word is spelt so."""
    return text[:1].lower() + text[1:] if _CAPITALIZED.match(text) else text
