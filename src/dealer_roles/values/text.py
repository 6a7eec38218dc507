"""Texts in Chinese and English."""

from __future__ import annotations

from typing import Literal, NamedTuple

Lang = Literal["zh", "en"]


class Text(NamedTuple):
    """A text in both languages.

    Attributes:
        zh: Chinese.
        en: English; empty where a document's own title has none.
    """

    zh: str
    en: str

    def get(self, lang: str) -> str:
        """Return the text in ``lang`` (``zh`` or ``en``), or in the other if it is empty."""
        return (self.zh or self.en) if lang == "zh" else (self.en or self.zh)

    def to_dict(self) -> dict[str, str]:
        """Return ``{"zh": …, "en": …}``."""
        return {"zh": self.zh, "en": self.en}


NO_TEXT = Text("", "")
