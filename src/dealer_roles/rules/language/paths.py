"""Paths: ``a``, ``^a`` (against the edge), ``a+``, ``a|b``, ``a/b``, ``(…)``, ``a[field=value]``.

A path is checked against the kinds of thing it can start from, and walked with
sets of what was seen, so that it ends on any organization.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dealer_roles.rules.language.edges import EDGES
from dealer_roles.rules.language.fields import FIELDS, having, known_fields
from dealer_roles.rules.language.node import Node
from dealer_roles.rules.language.view import View
from dealer_roles.values.frozen import frozen
from dealer_roles.values.text import Text


class PathError(ValueError):
    """A path that cannot be walked; ``words`` says why and ``fix`` how to mend it."""

    def __init__(self, words: Text, fix: Text) -> None:
        self.words = words
        self.fix = fix
        super().__init__(words.en)


@frozen
class Trail:
    """A thing that a path led to, and the way there."""

    node: Node
    before: Trail | None = None

    def nodes(self) -> tuple[Node, ...]:
        """Return the things along the way, the first one first."""
        found: list[Node] = []
        here: Trail | None = self
        while here is not None:
            found.append(here.node)
            here = here.before
        return tuple(reversed(found))


Trails = Mapping[Node, Trail]


@frozen
class Hop:
    """One edge, in or against its direction, and what the things it leads to must be."""

    edge: str
    inverse: bool = False
    filters: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def walk(self, view: View, trails: Trails) -> dict[Node, Trail]:
        """Return what the edge leads to from any of the things."""
        found: dict[Node, Trail] = {}
        for node, trail in trails.items():
            for target in self._targets(view, node):
                if target not in found and self._fits(view, target):
                    found[target] = Trail(target, trail)
        return found

    def _targets(self, view: View, node: Node) -> Iterable[Node]:
        edge = EDGES[self.edge]
        if self.inverse:
            return view.inverse(edge.name, edge.sources, edge.follow).get(node, ())
        return edge.follow(view, node) if node.kind in edge.sources else ()

    def _fits(self, view: View, node: Node) -> bool:
        for field, wanted in self.filters:
            if node.id not in having(view, node.kind, field, wanted):
                return False
        return True

    def kinds(self, before: frozenset[str]) -> frozenset[str]:
        """Return the kinds of thing it can lead to; raise if it starts nowhere."""
        edge = EDGES[self.edge]
        starts, ends = edge.sources, edge.targets
        if self.inverse:
            starts, ends = ends, starts
        if not starts & before:
            raise _no_start(self, before)
        for field, _ in self.filters:
            if not any(field in FIELDS[kind] for kind in ends):
                raise _no_field(field, ends)
        return ends


@frozen
class PathChain:
    """One path after another."""

    parts: tuple[Path, ...]

    def walk(self, view: View, trails: Trails) -> dict[Node, Trail]:
        """Return what the whole chain leads to."""
        found = dict(trails)
        for part in self.parts:
            found = part.walk(view, found)
        return found

    def kinds(self, before: frozenset[str]) -> frozenset[str]:
        """Return the kinds of thing it can lead to."""
        for part in self.parts:
            before = part.kinds(before)
        return before


@frozen
class Either:
    """Several paths side by side; each needs to start from one kind at least."""

    parts: tuple[Path, ...]

    def walk(self, view: View, trails: Trails) -> dict[Node, Trail]:
        """Return what any of the paths leads to."""
        found: dict[Node, Trail] = {}
        for part in self.parts:
            for node, trail in part.walk(view, trails).items():
                found.setdefault(node, trail)
        return found

    def kinds(self, before: frozenset[str]) -> frozenset[str]:
        """Return the kinds of thing it can lead to."""
        return frozenset().union(*(part.kinds(before) for part in self.parts))


@frozen
class OneOrMore:
    """A path walked once or more; what was seen is not walked again."""

    inner: Path

    def walk(self, view: View, trails: Trails) -> dict[Node, Trail]:
        """Return what any number of walks leads to, nearest first."""
        found: dict[Node, Trail] = {}
        edge: dict[Node, Trail] = dict(trails)
        while edge:
            reached = self.inner.walk(view, edge)
            edge = {node: trail for node, trail in reached.items() if node not in found}
            found.update(edge)
        return found

    def kinds(self, before: frozenset[str]) -> frozenset[str]:
        """Return the kinds of thing it can lead to; the path must be able to repeat."""
        after = self.inner.kinds(before)
        self.inner.kinds(after)
        return after


Path = Hop | PathChain | Either | OneOrMore


def walk(view: View, path: Path, start: Node) -> dict[Node, Trail]:
    """Return everything a path leads to from a thing, each with the first way there."""
    return path.walk(view, {start: Trail(start)})


def _no_start(hop: Hop, before: frozenset[str]) -> PathError:
    written = ("^" if hop.inverse else "") + hop.edge
    shown = ", ".join(sorted(before))
    fits = [e.name for e in EDGES.values() if e.sources & before]
    fits += ["^" + e.name for e in EDGES.values() if e.targets & before]
    known = ", ".join(fits)
    return PathError(
        Text(f"边 {written} 不能从 {shown} 出发", f"the edge {written} does not start at {shown}"),
        Text(f"可从此处出发的边：{known}", f"edges from here: {known}"),
    )


def _no_field(field: str, kinds: frozenset[str]) -> PathError:
    shown = ", ".join(sorted(kinds))
    known = ", ".join(known_fields(kinds))
    return PathError(
        Text(f"{shown} 没有字段 {field!r}", f"{shown} has no field {field!r}"),
        Text(f"可用的字段：{known}", f"known fields: {known}"),
    )
