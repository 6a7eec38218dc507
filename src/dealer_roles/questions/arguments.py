"""Ids in questions: known, or an error with the nearest known ones."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from dealer_roles.organization.on_day import OnDay
from dealer_roles.values.errors import UnknownId
from dealer_roles.values.near import nearest
from dealer_roles.values.scope import Scope


def require(kind: str, id_: str, known: Collection[str]) -> None:
    """Raise :class:`UnknownId` with near ids unless ``id_`` is known."""
    if id_ not in known:
        raise UnknownId(kind, id_, nearest(id_, known))


def require_task(org: OnDay, task: str) -> None:
    """Raise :class:`UnknownId` unless the catalogue knows the task."""
    require("task", task, org.model.catalogue.tasks.keys())


def require_position(org: OnDay, position: str) -> None:
    """Raise :class:`UnknownId` unless the organization has the position or post."""
    require("position", position, org.model.positions.keys() | org.model.posts.keys())


def require_topic(org: OnDay, topic: str) -> None:
    """Raise :class:`UnknownId` unless the catalogue knows the topic."""
    require("topic", topic, org.model.catalogue.topics.keys())


def require_party(org: OnDay, id_: str) -> None:
    """Raise :class:`UnknownId` unless ``id_`` can stand at either end of a hand-off."""
    model, catalogue = org.model, org.model.catalogue
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


def scope_from(org: OnDay, scope: ScopeLike | None) -> Scope:
    """Return a scope given as a mapping, checked against the catalogue.

    Raises:
        UnknownId: A dimension or a value is not in the catalogue.
    """
    parts: list[tuple[str, frozenset[str]]] = []
    for dim, given in sorted((scope or {}).items()):
        require("scope dimension", dim, org.model.catalogue.dimensions.keys())
        values = frozenset((given,) if isinstance(given, str) else given)
        known = {value.id for value in org.model.catalogue.dimensions[dim].values}
        for value in sorted(values):
            require(f"value of scope {dim}", value, known)
        parts.append((dim, values))
    return tuple(parts)
