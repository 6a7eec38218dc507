"""What an organization defines, by id: mappings that nobody can change, each made once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType

from dealer_roles.model.entities import Task
from dealer_roles.organization.linked import Linked
from dealer_roles.values.day import day_of


class Views:
    """The definitions of an organization by id, read only.

    Attributes:
        positions: The positions.
        posts: The posts.
        departments: The departments.
        processes: The processes.
        parties: The outside parties that are known.
        topics: The topics that are known.
    """

    def __init__(self, linked: Linked) -> None:
        model = linked.model
        self._linked = linked
        self.positions = MappingProxyType(model.positions)
        self.posts = MappingProxyType(model.posts)
        self.departments = MappingProxyType(model.departments)
        self.processes = MappingProxyType(model.processes)
        self.parties = MappingProxyType(model.catalogue.parties)
        self.topics = MappingProxyType(model.catalogue.topics)

    @cached_property
    def tasks(self) -> Mapping[str, Task]:
        """The organization's own tasks; they are the same on every day."""
        known = self._linked.model.catalogue.tasks
        own = self._linked.on(day_of(None)).tasks
        return MappingProxyType({task: known[task] for task in own})
