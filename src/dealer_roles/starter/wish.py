"""What somebody wants to begin with."""

from __future__ import annotations

from typing import Literal

from dealer_roles.values.frozen import frozen_by_name
from dealer_roles.values.text import LANGS, Lang, Text

EMPTY = "empty"
SIZES = ("small", "medium", "large")
"""The variants of the standard, for 12, 30 and 60 people."""
Languages = Literal["zh", "en", "both"]


@frozen_by_name
class Wish:
    """What somebody wants to begin with.

    Attributes:
        id: The id of the new organization.
        name: Its name, in the languages it has.
        origin: The bundled organization to begin from, or ``empty``.
        size: The variant of the standard; empty for the organization as it is.
        languages: The languages of the texts.
        package: How to install dealer-roles, for CI and hooks.
    """

    id: str
    name: Text
    origin: str = EMPTY
    size: str = ""
    languages: Languages = "both"
    package: str = "dealer-roles"

    @property
    def chosen(self) -> tuple[Lang, ...]:
        """The languages of the texts, one by one."""
        return LANGS if self.languages == "both" else (self.languages,)

    def kept(self, text: Text) -> Text:
        """Return a text in the languages that files are written in."""
        if self.languages == "both":
            return text
        return Text.of({self.languages: text.get(self.languages)})

    def said(self, text: Text) -> str:
        """Return a text as remarks in files say it: in the one language, else both."""
        if self.languages == "both":
            return f"{text.zh} — {text.en}"
        return text.get(self.languages)
