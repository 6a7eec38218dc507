"""Ids in questions: known, or an error with the nearest known ones."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from dealer_roles.base.errors import UnknownId
from dealer_roles.base.near import nearest
from dealer_roles.graph.index import OrgIndex
from dealer_roles.model.values import Scope


def require(kind: str, id_: str, known: Collection[str]) -> None:
    """Raise :class:`UnknownId` with near ids unless ``id_`` is known."""
    if id_ not in known:
        raise UnknownId(kind, id_, nearest(id_, known))


def require_task(index: OrgIndex, task: str) -> None:
    """Raise :class:`UnknownId` unless the catalogue knows the task."""
    require("task", task, index.model.catalogue.tasks.keys())


def require_position(index: OrgIndex, position: str) -> None:
    """Raise :class:`UnknownId` unless the organization has the position or post."""
    require("position", position, index.model.positions.keys() | index.model.posts.keys())


def require_topic(index: OrgIndex, topic: str) -> None:
    """Raise :class:`UnknownId` unless the catalogue knows the topic."""
    require("topic", topic, index.model.catalogue.topics.keys())


def require_party(index: OrgIndex, id_: str) -> None:
    """Raise :class:`UnknownId` unless ``id_`` can stand at either end of a hand-off."""
    model, catalogue = index.model, index.model.catalogue
    known = (
        model.positions.keys()
        | model.posts.keys()
        | catalogue.positions.keys()
        | catalogue.departments.keys()
        | catalogue.parties.keys()
        | {"manager"}
    )
    require("position, department or party", id_, known)


ScopeLike = Mapping[str, "str | Iterable[str]"]


def scope_from(index: OrgIndex, scope: ScopeLike | None) -> Scope:
    """Return a scope given as a mapping, checked against the catalogue.

    Raises:
        UnknownId: A dimension or a value is not in the catalogue.
    """
    parts: list[tuple[str, frozenset[str]]] = []
    for dim, given in sorted((scope or {}).items()):
        require("scope dimension", dim, index.model.catalogue.dimensions.keys())
        values = frozenset((given,) if isinstance(given, str) else given)
        known = {value.id for value in index.model.catalogue.dimensions[dim].values}
        for value in sorted(values):
            require(f"value of scope {dim}", value, known)
        parts.append((dim, values))
    return tuple(parts)
