"""Ids with their names, as people read them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from dealer_roles.organization.names import name_text

if TYPE_CHECKING:
    from dealer_roles.facade import Organization


def name_of(organization: Organization, id_: str, lang: str) -> str:
    """Return the name of a position, post, department or party; the id if there is none."""
    name = name_text(organization.linked.model, id_)
    return id_ if name is None else name.get(lang)


def with_id(organization: Organization, id_: str, lang: str) -> str:
    """Return ``name (id)``, or the id alone if it has no name."""
    name = name_of(organization, id_, lang)
    return id_ if name == id_ else f"{name} ({id_})"


def listed(organization: Organization, ids: Iterable[str], lang: str) -> str:
    """Return several ids with their names."""
    mark = "、" if lang == "zh" else ", "
    return mark.join(with_id(organization, id_, lang) for id_ in ids)


def task_name(organization: Organization, task: str, lang: str) -> str:
    """Return ``name (id)`` of a task."""
    known = organization.catalogue.tasks.get(task)
    return task if known is None else f"{known.name.get(lang)} ({task})"
