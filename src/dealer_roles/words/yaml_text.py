"""Texts as YAML writes them."""

from __future__ import annotations

import json

from dealer_roles.values.text import Text


def written(text: Text) -> str:
    """Return a text as a flow of YAML: plain in one language, a mapping in several."""
    languages = text.languages
    if len(languages) == 1:
        return scalar(text.exactly(languages[0]))
    return "{" + ", ".join(f"{one}: {scalar(text.exactly(one))}" for one in languages) + "}"


def scalar(words: str) -> str:
    """Return words as a double-quoted scalar: the strings of JSON are those of YAML."""
    return json.dumps(words, ensure_ascii=False)
