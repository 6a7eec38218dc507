"""Which tasks a rule means."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase

from dealer_roles.model.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class TaskPick:
    """Tasks by id, glob and tag.

    Attributes:
        globs: Ids or globs of ids.
        tags: Tags, any of which fits.
    """

    globs: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.globs or self.tags)

    def fits(self, catalogue: Catalogue, task: str) -> bool:
        """Whether a task is picked."""
        if any(fnmatchcase(task, glob) for glob in self.globs):
            return True
        known = catalogue.tasks.get(task)
        return known is not None and not set(self.tags).isdisjoint(known.tags)
