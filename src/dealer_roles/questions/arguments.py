"""Ids in questions: known, or an error with the ids that are near, by id or by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dealer_roles.organization.known_names import names_of, tables_of
from dealer_roles.organization.on_day import OnDay
from dealer_roles.values.errors import UnknownId
from dealer_roles.values.near import nearest_named
from dealer_roles.values.scope import Scope


def require_named(org: OnDay, kind: str, id_: str, what: str) -> None:
    """Raise :class:`UnknownId` unless an id of this sort is known; names suggest their ids.

    Args:
        org: The organization on a day.
        kind: What messages call it.
        id_: What was typed.
        what: A key of :data:`~dealer_roles.organization.known_names.KNOWN`.
    """
    if not any(id_ in table for table in tables_of(org.model, what)):
        raise UnknownId(kind, id_, nearest_named(id_, names_of(org.model, what)))


def require_task(org: OnDay, task: str) -> None:
    """Raise :class:`UnknownId` unless the catalogue knows the task."""
    require_named(org, "task", task, "tasks")


def require_position(org: OnDay, position: str) -> None:
    """Raise :class:`UnknownId` unless the organization has the position or post."""
    require_named(org, "position", position, "holders")


def require_topic(org: OnDay, topic: str) -> None:
    """Raise :class:`UnknownId` unless the catalogue knows the topic."""
    require_named(org, "topic", topic, "topics")


def require_process(org: OnDay, process: str) -> None:
    """Raise :class:`UnknownId` unless the organization has the process."""
    require_named(org, "process", process, "processes")


def require_department(org: OnDay, department: str) -> None:
    """Raise :class:`UnknownId` unless the organization has the department."""
    require_named(org, "department", department, "departments")


def require_party(org: OnDay, id_: str) -> None:
    """Raise :class:`UnknownId` unless ``id_`` can stand at either end of a hand-off."""
    if id_ != "manager":
        require_named(org, "position, department or party", id_, "ends")


ScopeLike = Mapping[str, "str | Iterable[str]"]


def scope_from(org: OnDay, scope: ScopeLike | None) -> Scope:
    """Return a scope given as a mapping, checked against the catalogue.

    Raises:
        UnknownId: A dimension or a value is not in the catalogue.
    """
    parts: list[tuple[str, frozenset[str]]] = []
    dimensions = org.model.catalogue.dimensions
    for dim, given in sorted((scope or {}).items()):
        require_named(org, "scope dimension", dim, "dimensions")
        values = frozenset((given,) if isinstance(given, str) else given)
        known = {value.id: (value.name.zh, value.name.en) for value in dimensions[dim].values}
        for value in sorted(values):
            if value not in known:
                raise UnknownId(f"value of scope {dim}", value, nearest_named(value, known))
        parts.append((dim, values))
    return tuple(parts)
