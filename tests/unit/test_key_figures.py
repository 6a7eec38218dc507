"""Key figures are worded in one style, in each language, as the style page says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

DEFINITIONS = Path(__file__).parents[2] / "definitions"
WHOLE = 100
TARGETS = {
    "en": re.compile(
        r"(at least|at most) (\d[\d,.]*( ?%| [a-z].*)?|(the|last) [a-z].*)"
        r"|none|\d[\d.]*%|top \d+% of the [a-z]+"
    ),
    "zh": re.compile(
        r"(每月)?(不低于|不高于|不超过)(\d[\d.]*\D{0,5}|[一-鿿]+)|\d[\d.]*%|0[一-鿿]|区域前\d+%"
    ),
}
NUMBERS = "one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|thirty|sixty|ninety"
SPELT = re.compile(rf"\b({NUMBERS})\b", re.IGNORECASE)
BEGINS_SMALL = re.compile(r"[a-z]|[A-Z]{2}")
BEGINS_WITH_A_CAPITAL = re.compile(r"[A-Z]")


def measures(value: Any) -> Iterator[list[dict[str, Any]]]:
    if isinstance(value, dict):
        if isinstance(value.get("measures"), list):
            yield value["measures"]
        for inner in value.values():
            yield from measures(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from measures(inner)


def every() -> list[list[dict[str, Any]]]:
    files = sorted((*DEFINITIONS.rglob("*.yaml"), *DEFINITIONS.rglob("*.yml")))
    texts = (file.read_text("utf-8") for file in files)
    read = (one for text in texts for one in yaml.load_all(text, yaml.CSafeLoader))
    return [found for one in read for found in measures(one) if _bundled(found)]


def _bundled(found: list[Any]) -> bool:
    """Whether they are measures of a position, not what a rule or an example says of some."""
    return all(isinstance(one, dict) and "target" in one for one in found)


EVERY = every()


def test_the_weights_of_a_position_come_to_a_hundred() -> None:
    assert len(EVERY) > 50
    sums = {str(m[0]["zh"]): sum(one["weight"] for one in m) for m in EVERY}
    assert {name: made for name, made in sums.items() if made != WHOLE} == {}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_target_is_a_bound_a_share_or_nothing(lang: str) -> None:
    targets = [one["target"][lang] for found in EVERY for one in found]
    assert [text for text in targets if not TARGETS[lang].fullmatch(text)] == []


def test_an_english_name_begins_with_a_capital_and_the_rest_is_a_fragment() -> None:
    for one in (one for found in EVERY for one in found):
        assert BEGINS_WITH_A_CAPITAL.match(one["en"]), one["en"]
        for part in ("formula", "target", "data"):
            text = one[part]["en"]
            assert BEGINS_SMALL.match(text) or text[0].isdigit(), text
            assert not text.endswith("."), text
            assert not SPELT.search(text), text
        assert not SPELT.search(one["en"]), one["en"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_formula_divides_what_it_names_and_is_no_percentage(lang: str) -> None:
    divided = "÷" if lang == "zh" else " ÷ "
    texts = [one["formula"][lang] for found in EVERY for one in found]
    assert sum(divided in text for text in texts) > len(texts) / 2
    for text in texts:
        assert "×100" not in text.replace(" ", ""), text
        assert "/" not in text, text
        assert text.count("÷") == text.count(divided), text
        assert " due" in text or not text.endswith(("÷ due", "÷ all", "÷ target")), text


def test_one_name_stands_for_the_dealer_management_system() -> None:
    data = [one["data"]["en"] for found in EVERY for one in found]
    assert any("DMS" in text for text in data)
    assert not [text for text in data if "dealer management" in text]


def test_an_english_authority_says_what_its_holder_does_or_what_it_is_of() -> None:
    """Third person or a noun, small letters: it stands behind a subject and a kind of power."""
    files = sorted(
        file for folder in ("standard", "packs") for file in (DEFINITIONS / folder).rglob("*.yaml")
    )
    texts = (file.read_text("utf-8") for file in files)
    read = (one for text in texts for one in yaml.load_all(text, yaml.CSafeLoader))
    positions = [one for one in read if isinstance(one, dict) and one.get("kind") == "position"]
    held = [one for position in positions for one in position.get("authority", ()) if "text" in one]
    assert len(held) > 90
    for one in held:
        said = one["text"]["en"]
        assert BEGINS_SMALL.match(said), said
        assert not said.endswith("."), said
        if one["kind"] in ("veto", "propose"):
            first = said.split()[0]
            assert first.endswith("s") or first in ("neither", "may"), said


def test_a_formula_says_more_than_the_name_of_its_figure() -> None:
    said = [(lang, one, one["formula"][lang]) for m in EVERY for one in m for lang in ("zh", "en")]
    alike = [made for lang, one, made in said if one[lang].lower().endswith(made.lower())]
    assert len(said) > 300
    assert alike == []


def test_a_figure_with_a_share_as_its_target_is_not_called_a_number() -> None:
    shares = [one["zh"] for m in EVERY for one in m if one["target"]["zh"].endswith("%")]
    assert len(shares) > 100
    assert [name for name in shares if name.endswith("数")] == []
