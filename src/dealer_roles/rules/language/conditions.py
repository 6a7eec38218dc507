"""``when``: conditions that are true or false of one thing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from dealer_roles.rules.language.fields import FIELDS, Value, any_matches, values
from dealer_roles.rules.language.node import Node
from dealer_roles.rules.language.paths import Path, walk
from dealer_roles.rules.language.view import View
from dealer_roles.values.frozen import frozen

Operator = Literal["exists", "eq", "in", "lt", "gt"]


@frozen
class Compare:
    """A comparison of what a path leads to, or of a field there.

    ``exists`` asks whether there is anything; ``eq`` and ``in`` whether any value is
    (one of) the given; ``lt`` and ``gt`` compare a field, or without one the number of
    things the path leads to.
    """

    path: Path | None
    field: str
    op: Operator
    wanted: tuple[Value, ...]

    def holds(self, view: View, node: Node) -> bool:
        """Whether it is true of ``node``."""
        ends = [node] if self.path is None else list(walk(view, self.path, node))
        found = tuple(self._values(view, ends))
        if self.op == "exists":
            return bool(found) == any_matches([True], self.wanted or (True,))
        if self.op in ("eq", "in"):
            return any_matches(found, self.wanted)
        numbers = [float(v) for v in found if isinstance(v, (int, float))]
        if not self.field:
            numbers = [float(len(ends))]
        bound = float(self.wanted[0])
        return any(n < bound if self.op == "lt" else n > bound for n in numbers)

    def _values(self, view: View, ends: Iterable[Node]) -> Iterable[Value]:
        for end in ends:
            if not self.field:
                yield end.id
            elif self.field in FIELDS[end.kind]:
                yield from values(view, end, self.field)


@frozen
class AllOf:
    """True if every part is."""

    parts: tuple[Condition, ...]

    def holds(self, view: View, node: Node) -> bool:
        """Whether it is true of ``node``."""
        return all(part.holds(view, node) for part in self.parts)


@frozen
class AnyOf:
    """True if some part is."""

    parts: tuple[Condition, ...]

    def holds(self, view: View, node: Node) -> bool:
        """Whether it is true of ``node``."""
        return any(part.holds(view, node) for part in self.parts)


@frozen
class Not:
    """True if the part is not."""

    part: Condition

    def holds(self, view: View, node: Node) -> bool:
        """Whether it is true of ``node``."""
        return not self.part.holds(view, node)


Condition = Compare | AllOf | AnyOf | Not
