"""A third reading of the design gives the answers that the project gives."""

from __future__ import annotations

import tempfile
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

import dealer_roles as dr
from tests.oracle.third.compared import Tally, compare_all
from tests.oracle.third.invented import DAYS, invented, write
from tests.oracle.third.reading import read_organization
from tests.support.examples import examples

DEFINITIONS = Path(__file__).parents[3] / "definitions"


@examples(12)
@given(seed=st.integers(min_value=0, max_value=10**9), day=st.sampled_from(DAYS))
def test_drawn_organizations_are_answered_alike(seed: int, day: str) -> None:
    """Whatever an organization states, both give one answer to every question of a day."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = write(invented(Random(seed)), Path(scratch))
        written = read_organization(folder, bundled=folder)
        tally = Tally()
        compare_all(dr.load(str(folder)), written, day, tally)
    assert tally.asked
    assert not tally.differences, (seed, tally.differences[0])


@pytest.mark.parametrize("name", [one for one in dr.bundled() if one != "standard"])
def test_reference_organizations_are_answered_alike(name: str) -> None:
    """Every question on a bundled reference is answered by both alike."""
    compared(name, DEFINITIONS / "references" / name)


def compared(name: str, folder: Path) -> Tally:
    """Ask both of a bundled organization; every answer is one."""
    written = read_organization(folder, bundled=DEFINITIONS / "catalogue")
    tally = Tally()
    compare_all(dr.load(name), written, "2026-11-25", tally)
    assert tally.asked
    assert not tally.differences, tally.differences[0]
    return tally
