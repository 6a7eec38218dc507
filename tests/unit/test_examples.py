"""The night draws more examples than the day, of every property, with new seeds."""

from __future__ import annotations

import ast
from pathlib import Path

from hypothesis import settings

from tests.support.examples import USUAL, examples

TESTS = Path(__file__).parents[1]


def test_a_share_grows_with_the_profile() -> None:
    assert settings.get_profile("default").max_examples == USUAL
    assert examples(12).max_examples == 12 * settings().max_examples // USUAL
    night = settings.get_profile("fuzz")
    assert night.max_examples > USUAL
    assert not night.derandomize


def test_no_property_has_a_number_of_its_own() -> None:
    fixed = [
        path.name
        for path in TESTS.rglob("*.py")
        if path.name not in ("conftest.py", "examples.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.keyword) and node.arg == "max_examples"
    ]
    assert fixed == []
