"""Intervals of time in words."""

from __future__ import annotations

from collections.abc import Iterator

from dealer_roles.values.text import Text
from dealer_roles.values.validity import Validity
from dealer_roles.words.marks import introduced


def interval_lines(
    periods: tuple[Validity, ...], told: tuple[Text, ...], lang: str
) -> Iterator[str]:
    """Yield a line for each interval, with what is said in it where that changes over time."""
    for number, period in enumerate(periods):
        line = f"{period.first or '…'} – {period.last or '…'}"
        yield introduced(line, told[number].get(lang), lang) if told else line
