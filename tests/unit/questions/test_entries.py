"""What is defined, entry by entry."""

from __future__ import annotations

from pathlib import Path

import pytest

from dealer_roles.facade import load
from dealer_roles.questions.entries import KINDS
from dealer_roles.values.errors import UnknownId
from tests.support.sample import DAY

STORE = Path(__file__).parent.parent.parent / "data" / "complete-store"


@pytest.mark.parametrize("what", KINDS)
def test_every_kind_lists_its_entries_by_id_with_their_names(what: str) -> None:
    found = load(STORE).entries(what, DAY).to_dict()[what]
    assert isinstance(found, list)
    assert [entry["id"] for entry in found] == sorted(entry["id"] for entry in found)
    assert all(entry["name"]["zh"] and entry["name"]["en"] for entry in found)
    assert found


def test_an_entry_says_what_is_said_of_it_and_nothing_else() -> None:
    found = {entry.id: entry.to_dict() for entry in load(STORE).entries("forms")}
    assert found["count-sheet"] == {
        "id": "count-sheet",
        "name": {"zh": "盘点表", "en": "Count Sheet"},
        "about": {"zh": "一式两份", "en": "In two copies"},
        "other_names": ["点库单"],
        "formerly": [
            {"id": "tally", "scope": {}},
            {"id": "part-tally", "scope": {"area": ["parts"]}},
        ],
    }
    assert set(found["order-form"]) == {"id", "name", "about"}


def test_codes_of_the_organization_and_those_of_the_catalogue_are_told_apart() -> None:
    found = {entry.id: entry.facts for entry in load(STORE).entries("positions")}
    codes, usual = found["general-manager"]["codes"], found["general-manager"]["usual_codes"]
    assert isinstance(codes, dict)
    assert isinstance(usual, dict)
    assert codes["onet-soc"] == "11-1021.00"
    assert usual["onet-soc"] == "11-1011.00"
    assert "usual_codes" not in found["accountant"]


def test_a_kind_that_nobody_knows_is_refused_with_the_near_ones() -> None:
    with pytest.raises(UnknownId) as caught:
        load(STORE).entries("form")
    assert "forms" in caught.value.suggestions
