"""Selectors: which things of an organization a rule speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase

from dealer_roles.rules.language.fields import Value, any_matches, values
from dealer_roles.rules.language.node import Node
from dealer_roles.rules.language.view import View
from dealer_roles.values.frozen import frozen

SELECTABLE: dict[str, tuple[str, ...]] = {
    "organization": ("organization",),
    "department": ("department",),
    "position": ("position",),
    "post": ("post",),
    "holder": ("position", "post"),
    "task": ("task",),
    "duty": ("duty",),
    "handoff": ("handoff",),
    "process": ("process",),
    "step": ("step",),
    "ladder": ("ladder",),
    "authority": ("authority",),
}
"""What a selector may pick, and the kinds of thing that are meant."""

TAGGED = frozenset({"task", "duty", "handoff", "step"})


@frozen
class Selector:
    """Which things a rule speaks of; all conditions must hold.

    Attributes:
        what: One of :data:`SELECTABLE`.
        ids: Globs of ids, any of which fits; empty fits all.
        tags: Tags of the task, any of which fits; empty fits all.
        where: Fields with the values any of which fits.
    """

    what: str
    ids: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    where: tuple[tuple[str, tuple[Value, ...]], ...] = ()

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of thing it picks."""
        return SELECTABLE[self.what]

    def select(self, view: View) -> Iterator[Node]:
        """Yield what it picks, in a stable order."""
        everything = not (self.ids or self.tags or self.where)
        for kind in self.kinds:
            nodes = view.nodes(kind)
            yield from nodes if everything else (n for n in nodes if self.fits(view, n))

    def fits(self, view: View, node: Node) -> bool:
        """Whether it picks this thing."""
        if self.ids and not any(fnmatchcase(node.id, glob) for glob in self.ids):
            return False
        if self.tags and not any_matches(values(view, node, "tag"), self.tags):
            return False
        return all(any_matches(values(view, node, f), wanted) for f, wanted in self.where)
