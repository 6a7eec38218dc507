"""The marks of punctuation of each language, and words joined by them."""

from __future__ import annotations

from collections.abc import Iterable

from dealer_roles.values.text import Text

_COLON = Text("：", ": ")
_COMMA = Text("，", ", ")
_LISTING = Text("、", ", ")
_SEMICOLON = Text("；", "; ")
_BRACKETS = Text("（{}）", " ({})")


def listed(texts: Iterable[str], lang: str) -> str:
    """Return texts as a list in a sentence, each once, in their order."""
    return _LISTING.get(lang).join(dict.fromkeys(t for t in texts if t))


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
    """Return a text with a remark in the language's brackets; the text alone without one."""
    return text + _BRACKETS.get(lang).format(remark) if remark else text


def introduced(head: str, text: str, lang: str) -> str:
    """Return ``head: text`` with the language's colon."""
    return f"{head}{_COLON.get(lang)}{text}"
