"""Ids in questions: known, or an error with the ids that are near, by id or by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dealer_roles.organization.known_names import names_of, tables_of
from dealer_roles.organization.on_day import OnDay
from dealer_roles.values.errors import InvalidArgument, UnknownId
from dealer_roles.values.near import nearest_named
from dealer_roles.values.scope import Scope
from dealer_roles.values.text import Text

_ID = Text("一个 id（文字）", "an id, as text")
_SCOPE = Text(
    "维度到取值的映射，如 {'area': 'parts'} 或 {'area': ['parts', 'service']}，或 None",
    "a mapping of dimensions to values, such as {'area': 'parts'} "
    "or {'area': ['parts', 'service']}, or None",
)


def require_text(kind: str, id_: object) -> None:
    """Raise :class:`InvalidArgument` unless an id is text."""
    if not isinstance(id_, str):
        raise InvalidArgument(kind, repr(id_), _ID)


def require_named(org: OnDay, kind: str, id_: str, what: str) -> None:
    """Raise :class:`UnknownId` unless an id of this sort is known; names suggest their ids.

    An id that is no text at all is an :class:`InvalidArgument`.

    Args:
        org: The organization on a day.
        kind: What messages call it.
        id_: What was typed.
        what: A key of :data:`~dealer_roles.organization.known_names.KNOWN`.
    """
    require_text(kind, id_)
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
        InvalidArgument: It is no mapping, or names a dimension without a value.
        UnknownId: A dimension or a value is not in the catalogue.
    """
    if scope is None:
        return ()
    if not isinstance(scope, Mapping):
        raise InvalidArgument("scope", repr(scope), _SCOPE)
    parts: list[tuple[str, frozenset[str]]] = []
    dimensions = org.model.catalogue.dimensions
    for dim in sorted(scope, key=repr):
        require_named(org, "scope dimension", dim, "dimensions")
        values = _values(scope[dim], scope)
        known = {value.id: (value.name.zh, value.name.en) for value in dimensions[dim].values}
        for value in sorted(values):
            if value not in known:
                raise UnknownId(f"value of scope {dim}", value, nearest_named(value, known))
        parts.append((dim, values))
    return tuple(parts)


def _values(given: object, scope: ScopeLike) -> frozenset[str]:
    """Return the values of one dimension of a scope."""
    listed = [given] if isinstance(given, str) else given
    if isinstance(listed, Mapping) or not isinstance(listed, Iterable):
        raise InvalidArgument("scope", repr(scope), _SCOPE)
    values = list(listed)
    if not values or not all(isinstance(value, str) for value in values):
        raise InvalidArgument("scope", repr(scope), _SCOPE)
    return frozenset(values)
