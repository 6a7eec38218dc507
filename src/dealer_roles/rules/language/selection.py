"""Selectors: which things of an organization a rule speaks of."""

from __future__ import annotations

from collections.abc import Iterator

from dealer_roles.rules.language.fields import Value, having
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
        named = [(field, said) for field, said in (("id", self.ids), ("tag", self.tags)) if said]
        demands = (*named, *self.where)
        for kind in self.kinds:
            nodes = view.nodes(kind)
            if demands:
                fitting = (having(view, kind, field, wanted) for field, wanted in demands)
                picked = frozenset.intersection(*fitting)
                yield from (node for node in nodes if node.id in picked)
            else:
                yield from nodes
