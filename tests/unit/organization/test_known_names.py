from __future__ import annotations

from pathlib import Path

import pytest

from dealer_roles.facade import load
from dealer_roles.organization.known_names import names_of

STORE = Path(__file__).parents[2] / "data" / "complete-store"


@pytest.mark.parametrize(
    ("what", "id_", "word"),
    [
        ("holders", "general-manager", "一把手"),
        ("holders", "general-manager", "店总"),
        ("holders", "general-manager", "店长"),
        ("tasks", "count-stock", "点库"),
        ("tasks", "check-prices", "compare-prices"),
        ("topics", "complaint", "客诉"),
        ("forms", "count-sheet", "点库单"),
        ("ends", "manufacturer", "厂家"),
    ],
)
def test_what_people_call_a_thing_is_among_its_names(what: str, id_: str, word: str) -> None:
    assert word in names_of(load(STORE).on().model, what)[id_]


def test_each_word_stands_once() -> None:
    found = names_of(load(STORE).on().model, "holders")
    assert all(len(words) == len(set(words)) for words in found.values())
