"""Whatever somebody may state is drawn, and no less often than a law once wanted it.

A law is as good as what it is held against. The floors were counted before one strategy took the
place of four: in how many of a hundred organizations each feature stood.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given

from dealer_roles.testing import Shape, documents_of_seed
from dealer_roles.testing.short_form import loaded
from tests.laws.strategies import ESCALATIONS, Documents, organizations
from tests.oracle.facts import WITH_RULES
from tests.oracle.third.invented import SHAPE
from tests.support.examples import examples
from tests.support.features import share

FLOORS = json.loads(Path(__file__).with_name("drawn_features.json").read_text("utf-8"))
SHAPES = {
    "everything": Shape(),
    "escalations": ESCALATIONS,
    "rules": WITH_RULES,
    "third reading": SHAPE,
}
DRAWN = 300


@pytest.mark.parametrize("name", sorted(SHAPES))
def test_each_feature_is_drawn_as_often_as_it_was(name: str) -> None:
    """The same seeds draw the same organizations, so this never depends on luck."""
    drawn = (documents_of_seed(seed, SHAPES[name]).values() for seed in range(DRAWN))
    found = share(drawn)
    wanted = {feature: int(floor) for floor, some in FLOORS[name].items() for feature in some}
    assert len(wanted) > 100
    seldom = {f: (found.get(f, 0), least) for f, least in wanted.items() if found.get(f, 0) < least}
    assert not seldom, "feature: (in a hundred, at least)"


@pytest.mark.parametrize("name", sorted(SHAPES))
def test_every_shape_loads(name: str) -> None:
    """What is narrowed stands, too."""

    @examples(10)
    @given(organizations(SHAPES[name]))
    def stands(documents: Documents) -> None:
        assert loaded(documents).positions

    stands()


def test_a_shape_says_which_names_there_are() -> None:
    """A name that is misspelt would narrow nothing, silently."""
    for wrong in (
        {"often": {"duty.scoop": 0}},
        {"kinds": {"rung": {"heads": 1}}},
        {"most": {"x": 1}},
    ):
        with pytest.raises(ValueError, match="there are"):
            Shape(**wrong)
