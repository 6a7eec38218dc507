"""Ids with their names, as people read them in a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from dealer_roles.model.organization import OrganizationModel
from dealer_roles.organization.names import name_text
from dealer_roles.words import marks


def name_of(model: OrganizationModel, id_: str, lang: str) -> str:
    """Return the name of a position, post, department or party; the id if there is none."""
    name = name_text(model, id_)
    return id_ if name is None else name.get(lang)


def with_id(model: OrganizationModel, id_: str, lang: str) -> str:
    """Return ``name (id)``, or the id alone if it has no name."""
    name = name_of(model, id_, lang)
    return id_ if name == id_ else f"{name} ({id_})"


def listed(model: OrganizationModel, ids: Iterable[str], lang: str) -> str:
    """Return several ids with their names."""
    return marks.listed((with_id(model, id_, lang) for id_ in ids), lang)


def task_name(model: OrganizationModel, task: str, lang: str) -> str:
    """Return ``name (id)`` of a task."""
    known = model.catalogue.tasks.get(task)
    return task if known is None else f"{known.name.get(lang)} ({task})"
