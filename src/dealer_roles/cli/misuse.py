"""A command line that cannot be meant, said in both languages."""

from __future__ import annotations

import click

from dealer_roles.values.text import Text


class Misuse(click.UsageError):
    """A usage error with its text in both languages."""

    def __init__(self, words: Text) -> None:
        self.words = words
        super().__init__(words.en)


def misuse(zh: str, en: str) -> Misuse:
    """Return the error to raise."""
    return Misuse(Text(zh, en))
