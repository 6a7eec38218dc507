"""What others test with: a store in a few words, stores drawn at random."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

import dealer_roles as dr
from dealer_roles import testing
from dealer_roles.values.errors import InvalidDefinitions
from tests.support.examples import examples

STORE = {
    "tasks": ["sell", "bill"],
    "positions": {"boss": {"reports_to": None, "duties": ["bill"]}, "anna": {"duties": ["sell"]}},
}


def test_a_few_words_are_a_whole_organization() -> None:
    organization = testing.organization_of(STORE)
    assert isinstance(organization, dr.Organization)
    assert organization.owner("sell").owners == ("anna",)
    assert organization.positions["boss"].reports_to is None


def test_written_down_it_is_the_same(tmp_path: Path) -> None:
    folder = testing.write_documents(tmp_path, testing.documents_of(STORE))
    assert dr.load(folder).owner("bill").owners == ("boss",)


def test_what_cannot_stand_is_refused() -> None:
    with pytest.raises(InvalidDefinitions, match="nobody"):
        testing.organization_of({**STORE, "positions": {"anna": {"reports_to": "nobody"}}})


@examples(5)
@given(testing.organizations())
def test_what_is_drawn_is_loaded_and_answers(organization: dr.Organization) -> None:
    assert organization.positions
    assert all(organization.owner(task).task == task for task in organization.tasks)


def test_without_hypothesis_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    monkeypatch.delitem(sys.modules, "dealer_roles.testing.drawn")
    monkeypatch.delattr(testing, "drawn")
    found: Any = testing
    with pytest.raises(ImportError, match="hypothesis") as refused:
        found.documents()
    assert any("pip install hypothesis" in note for note in refused.value.__notes__)
    with pytest.raises(AttributeError, match="nothing"):
        _ = found.nothing
