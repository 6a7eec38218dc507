"""What an organization defines, by id: mappings that nobody can change, each made once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from dealer_roles.model.entities import Task
from dealer_roles.organization.linked import Linked
from dealer_roles.values.day import day_of
from dealer_roles.values.errors import UnknownId
from dealer_roles.values.text import Text

T = TypeVar("T")


class ById(Mapping[str, T]):
    """Things by their ids, which nobody can change; of an unknown id the near ones are told."""

    __slots__ = ("_kind", "_things")

    def __init__(self, kind: str, things: Mapping[str, T]) -> None:
        self._kind = kind
        self._things = things

    def __getitem__(self, id_: str) -> T:
        if id_ in self._things or not isinstance(id_, str):
            return self._things[id_]
        from dealer_roles.values.near import nearest_named

        raise UnknownId(self._kind, id_, nearest_named(id_, self._names()))

    def _names(self) -> Mapping[str, tuple[str, ...]]:
        named = ((id_, getattr(thing, "name", None)) for id_, thing in self._things.items())
        return {id_: (n.zh, n.en) if isinstance(n, Text) else () for id_, n in named}

    def __contains__(self, id_: object) -> bool:
        return id_ in self._things

    if not TYPE_CHECKING:  # its type is that of every mapping

        def get(self, id_: str, default: object = None) -> object:
            """Return the thing with an id, else what stands in for it."""
            return self._things.get(id_, default)

    def __iter__(self) -> Iterator[str]:
        return iter(self._things)

    def __len__(self) -> int:
        return len(self._things)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({list(self._things)})"


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
        self.positions = ById("position", model.positions)
        self.posts = ById("position or post", model.posts)
        self.departments = ById("department", model.departments)
        self.processes = ById("process", model.processes)
        self.parties = ById("position, department or party", model.catalogue.parties)
        self.topics = ById("topic", model.catalogue.topics)

    @cached_property
    def tasks(self) -> Mapping[str, Task]:
        """The organization's own tasks; they are the same on every day."""
        known = self._linked.model.catalogue.tasks
        own = self._linked.on(day_of(None)).tasks
        return ById("task", {task: known[task] for task in own})
