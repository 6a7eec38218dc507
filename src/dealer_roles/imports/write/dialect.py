"""How the YAML of organizations spells what an import finds: the one place that knows."""

from __future__ import annotations

import re
from typing import Any

from dealer_roles.values.unseen import TURNS, UNSEEN

_TURNS = re.compile(f"[{TURNS}]")
LONGEST_TEXT = 20_000


def clean(text: str) -> str:
    """Return a text that YAML may hold, on one line."""
    return " ".join(UNSEEN.sub(" ", _TURNS.sub("", text)).split())[:LONGEST_TEXT]


def text_of(text: str) -> str:
    """Return a text as the files of an organization of one language spell it."""
    return clean(text)


def languages_of(language: str) -> dict[str, Any]:
    """Return what an organization of one language says of its languages."""
    return {"languages": [language]}


def unnamed(words: str) -> dict[str, Any]:
    """Return how a superior is written whom the files name without saying which position it is."""
    return {"reports_to": {"unnamed": text_of(words)}}


def part_of(department: str) -> dict[str, Any]:
    """Return how a department is written that is part of a larger one."""
    return {"part_of": department}


def headcount_of(count: float) -> dict[str, Any]:
    """Return how many sit at a position; parts of one are written as they are."""
    return {"headcount": int(count) if count == int(count) else count} if count else {}
