"""A command line that cannot be meant, said in the language of the command."""

from __future__ import annotations

import click

from dealer_roles.values.text import Text


class Misuse(click.UsageError):
    """A usage error with its text in both languages."""

    def __init__(self, words: Text) -> None:
        self._words = words
        self._lang = "en"
        super().__init__(words.en)

    def speak(self, lang: str) -> None:
        """Say it in this language."""
        self._lang = lang

    def format_message(self) -> str:
        """Return the text that is shown."""
        return self._words.get(self._lang)


def misuse(zh: str, en: str) -> Misuse:
    """Return the error to raise."""
    return Misuse(Text(zh, en))
