"""Both engines find the same subjects in organizations drawn at random."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from dealer_roles.rules.rule import Rule
from dealer_roles.rules.view import View
from tests.oracle.drawn import GHOST, POSITIONS, organization, solve
from tests.oracle.encodings import CASES
from tests.support.rules import ON, rule
from tests.support.rules import organization as built

KINDS_WITHOUT_CASES = {"text", "overlay"}


def selected(one: Rule, raw: dict[str, Any]) -> set[str]:
    """Return the ids of the things in which the rule finds something."""
    view = View(built(raw), ON)
    return {n.id for n in one.selector.select(view) if any(True for _ in one.check.hits(view, n))}


@pytest.mark.parametrize("name", sorted(CASES))
def test_the_engine_and_the_encoding_find_the_same(name: str) -> None:
    case = CASES[name]
    one = rule(case.what, case.check)

    @settings(max_examples=25)
    @given(organization())
    def agree(raw: dict[str, Any]) -> None:
        assert selected(one, raw) == solve(raw, case.program)

    agree()
