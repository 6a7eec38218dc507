"""How many years a position asks for is the least in both languages, or in neither."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

DEFINITIONS = Path(__file__).parents[2] / "definitions"
LEAST = {
    "zh": re.compile("[一二三四五六七八九十]年以上"),
    "en": re.compile(r"\bat least\b", re.IGNORECASE),
}


def wanted(value: Any) -> Iterator[dict[str, Any]]:
    """Yield what positions ask for."""
    if isinstance(value, dict):
        yield from value.get("qualifications") or ()
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from wanted(inner)


def test_the_least_years_of_experience_are_the_least_in_english_too() -> None:
    files = sorted(DEFINITIONS.rglob("*.yaml"))
    read = (one for file in files for one in yaml.safe_load_all(file.read_text("utf-8")))
    found = [text for one in read for text in wanted(one) if isinstance(text, dict)]
    years = [text for text in found if LEAST["zh"].search(text["zh"])]
    assert len(years) > 30
    assert [text["en"] for text in years if not LEAST["en"].search(text["en"])] == []
