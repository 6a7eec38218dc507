"""The definitions of an organization by id are one view each, and nobody can change it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

import dealer_roles as dr

VIEWS = ("positions", "posts", "departments", "parties", "tasks", "topics", "processes")


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_is_made_once_and_read_only(name: str) -> None:
    organization = dr.load("d14")
    view: Any = getattr(organization, name)
    assert isinstance(view, Mapping)
    assert getattr(organization, name) is view
    with pytest.raises(TypeError):
        view["another"] = None
    with pytest.raises(AttributeError):
        setattr(organization, name, {})


def test_every_mapping_of_an_organization_is_such_a_view() -> None:
    organization = dr.load("d14")
    names = [n for n in dir(organization) if not n.startswith("_")]
    found = [n for n in names if isinstance(getattr(organization, n), Mapping)]
    assert sorted(found) == sorted(VIEWS)
