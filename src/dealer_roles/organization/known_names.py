"""Everything that a person may type for a sort of thing, with the names it goes by."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from dealer_roles.model.organization import OrganizationModel

Tables = tuple[Mapping[str, Any], ...]

KNOWN: dict[str, Callable[[OrganizationModel], Tables]] = {
    "tasks": lambda m: (m.catalogue.tasks,),
    "holders": lambda m: (m.positions, m.posts),
    "topics": lambda m: (m.catalogue.topics,),
    "forms": lambda m: (m.catalogue.forms,),
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
    """Return the names of everything of a sort by id, with what else it is or was called."""
    found: dict[str, tuple[str, ...]] = {}
    for table in tables_of(model, what):
        for id_, thing in table.items():
            found[id_] = (*found.get(id_, ()), *_all_names(thing))
    return found


def _all_names(thing: Any) -> Iterator[str]:
    """Yield the name and its document's title, what else people call it, and its old ids."""
    texts = (thing.name, getattr(thing, "title", None))
    yield from (word for text in texts if text for word in (text.zh, text.en) if word)
    yield from (*getattr(thing, "titles", ()), *_also_called(thing))
    yield from (old.id for old in getattr(thing, "formerly", ()))


def _also_called(thing: Any) -> tuple[str, ...]:
    """What is called so in the catalogue; a position has these among its titles already."""
    return () if hasattr(thing, "titles") else getattr(thing, "also_called", ())
