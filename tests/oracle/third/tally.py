"""How many answers were compared, and where they differ."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Protocol


@dataclass(kw_only=True)
class Tally:
    """How many answers were compared, and where they differ."""

    asked: Counter[str] = field(default_factory=Counter)
    differences: list[tuple[str, Any, Any, Any]] = field(default_factory=list)

    def compare(self, question: str, arguments: Any, ours: Any, theirs: Any) -> None:
        """Count one answer, and keep it where the two differ."""
        self.asked[question] += 1
        if ours != theirs:
            self.differences.append((question, arguments, ours, theirs))


class Answer(Protocol):
    """What every question gives."""

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain data."""


def listed_in(answer: Answer, key: str) -> list[dict[str, Any]]:
    """Return the entries of an answer as plain data."""
    return list(answer.to_dict()[key])
