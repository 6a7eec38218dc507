"""Every bundled text keeps to the style page: what it tells to avoid stands nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "explanation" / "style.md"
HEADINGS = {"zh": "## Chinese to avoid", "en": "## English to avoid"}


def banned(lang: str) -> list[str]:
    """Return the phrases of the page's table of one language."""
    part = PAGE.read_text("utf-8").split(HEADINGS[lang])[1].split("\n## ")[0]
    rows = [line.split("|")[1].strip() for line in part.splitlines() if line.startswith("|")]
    return rows[2:]


def texts(value: Any, lang: str) -> Iterator[str]:
    """Yield the texts of one language, but for what a rule forbids or shows as an example."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == lang and isinstance(inner, str):
                yield inner
            elif key not in ("forbidden", "examples"):
                yield from texts(inner, lang)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner, lang)


def says(text: str, phrase: str, lang: str) -> bool:
    """Whether a text holds a phrase: in English as whole words, so that no owner is "the own"."""
    if lang == "zh":
        return phrase in text
    return re.search(rf"\b{re.escape(phrase)}\b", text, re.IGNORECASE) is not None


FILES = sorted(
    path
    for folder in ("catalogue", "standard", "rules", "references", "packs")
    for path in (ROOT / "definitions" / folder).rglob("*.yaml")
)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_bundled_text_says_what_the_style_page_tells_to_avoid(lang: str) -> None:
    """A phrase of the table stands in no text of that language."""
    phrases = banned(lang)
    found, seen = [], 0
    for path in FILES:
        for text in texts(yaml.safe_load(path.read_text("utf-8")), lang):
            seen += 1
            found += [f"{path.name}: {p!r} in {text!r}" for p in phrases if says(text, p, lang)]
    assert len(phrases) > 10
    assert seen > 3000
    assert found == []
