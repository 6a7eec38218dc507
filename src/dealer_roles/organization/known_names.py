"""Everything that a person may type for a sort of thing, with the names it goes by."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dealer_roles.model.organization import OrganizationModel

Tables = tuple[Mapping[str, Any], ...]

KNOWN: dict[str, Callable[[OrganizationModel], Tables]] = {
    "tasks": lambda m: (m.catalogue.tasks,),
    "holders": lambda m: (m.positions, m.posts),
    "topics": lambda m: (m.catalogue.topics,),
    "processes": lambda m: (m.processes,),
    "departments": lambda m: (m.departments,),
    "dimensions": lambda m: (m.catalogue.dimensions,),
    "ends": lambda m: (
        *(m.positions, m.posts, m.departments),
        *(m.catalogue.positions, m.catalogue.departments, m.catalogue.parties),
    ),
}
"""Where the things of each sort stand, by id."""


def tables_of(model: OrganizationModel, what: str) -> Tables:
    """Return the tables that hold everything of a sort, by id.

    Args:
        model: The organization.
        what: A key of :data:`KNOWN`.
    """
    return KNOWN[what](model)


def names_of(model: OrganizationModel, what: str) -> dict[str, tuple[str, ...]]:
    """Return the names of everything of a sort, its own document's titles among them, by id."""
    found: dict[str, tuple[str, ...]] = {}
    for table in tables_of(model, what):
        for id_, thing in table.items():
            texts = (thing.name, getattr(thing, "title", None))
            words = (word for text in texts if text for word in (text.zh, text.en) if word)
            former = (old.id for old in getattr(thing, "formerly", ()))
            found[id_] = (*found.get(id_, ()), *words, *former)
    return found
