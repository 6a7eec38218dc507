"""Which tasks a rule means."""

from __future__ import annotations

from collections.abc import Collection
from fnmatch import fnmatchcase

from dealer_roles.model.catalogue import Catalogue
from dealer_roles.values.frozen import frozen

WILD = frozenset("*?[")


@frozen
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

    def among(self, catalogue: Catalogue, tasks: Collection[str]) -> frozenset[str]:
        """Return those of some tasks that are picked; ids are looked up, only globs compared."""
        globs = [glob for glob in self.globs if not WILD.isdisjoint(glob)]
        found = {id_ for id_ in self.globs if id_ in tasks}
        if globs or self.tags:
            rest = TaskPick(tuple(globs), self.tags)
            found.update(task for task in tasks if rest.fits(catalogue, task))
        return frozenset(found)

    def fits(self, catalogue: Catalogue, task: str) -> bool:
        """Whether a task is picked."""
        if any(fnmatchcase(task, glob) for glob in self.globs):
            return True
        known = catalogue.tasks.get(task)
        return known is not None and not set(self.tags).isdisjoint(known.tags)
