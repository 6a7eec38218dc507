"""A picture as values: boxes in groups, and arrows between them."""

from __future__ import annotations

from collections import Counter
from typing import Literal

from dealer_roles.values.fields import replace
from dealer_roles.values.frozen import frozen
from dealer_roles.values.text import Lang, Text
from dealer_roles.words.marks import listed
from dealer_roles.words.plain_text import one_line

PictureKind = Literal["org-chart", "handoffs", "process"]
NodeKind = Literal["position", "party", "step", "department", "nobody"]
EdgeKind = Literal["line", "handoff", "flow", "missing"]

_LINES = Text("{}条汇报线", "{} reporting lines")
_HANDOFFS = Text("{}项交接", "{} hand-offs")
_MEMBERS = Text("{}个岗位", "{} positions")


@frozen
class Group:
    """A department of an org chart or map, or the lane of a process.

    Attributes:
        within: The larger group it stands in; empty for none.
    """

    id: str
    label: str
    within: str = ""


@frozen
class Box:
    """A box.

    Attributes:
        group: The group it stands in; empty for none.
        note: A second, smaller line.
        more: The labels of others that share the box, a line each.
        ref: What a click leads to, e.g. ``task/issue-invoice``.
    """

    id: str
    label: str
    group: str
    kind: NodeKind
    note: str = ""
    ref: str = ""
    more: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        """How many things the box is."""
        return 1 + len(self.more)


@frozen
class Arrow:
    """An arrow, with everything that is written at it."""

    source: str
    target: str
    kind: EdgeKind
    labels: tuple[str, ...] = ()
    count: int = 1

    def label(self, lang: str) -> str:
        """Return the labels as one line."""
        return listed(self.labels, lang)


@frozen
class Picture:
    """A picture in one language; its texts are made plain, on one line each.

    Attributes:
        levels: How many levels of an org chart are drawn; without it, as many as can be read.
    """

    kind: PictureKind
    title: str
    lang: Lang
    groups: tuple[Group, ...]
    nodes: tuple[Box, ...]
    edges: tuple[Arrow, ...]
    levels: int | None = None

    def __post_init__(self) -> None:
        groups = tuple(replace(g, label=one_line(g.label)) for g in self.groups)
        nodes = tuple(
            replace(
                n, label=one_line(n.label), note=one_line(n.note), more=tuple(map(one_line, n.more))
            )
            for n in self.nodes
        )
        edges = tuple(replace(e, labels=tuple(map(one_line, e.labels))) for e in self.edges)
        for name, value in (("groups", groups), ("nodes", nodes), ("edges", edges)):
            object.__setattr__(self, name, value)
        object.__setattr__(self, "title", one_line(self.title))

    def framed(self, within: str = "") -> list[Group]:
        """Return the groups that stand in a group; in none that is drawn, where it is empty."""
        known = {group.id for group in self.groups}
        return [g for g in self.groups if (g.within if g.within in known else "") == within]

    def collapsed(self) -> Picture:
        """Return the picture with one box a group; arrows inside a group are gone."""
        place = {n.id: n.group or n.id for n in self.nodes}
        sizes = Counter(place.values())
        known = {g.id for g in self.groups}
        boxes = [
            Box(g.id, g.label, "", "department", self._size(sizes[g.id]))
            for g in self.groups
            if sizes[g.id]
        ]
        boxes += [n for n in self.nodes if place[n.id] not in known]
        ways: Counter[tuple[str, str]] = Counter()
        for edge in self.edges:
            ways[place[edge.source], place[edge.target]] += edge.count
        words = _LINES if self.kind == "org-chart" else _HANDOFFS
        kind: EdgeKind = "line" if self.kind == "org-chart" else "handoff"
        edges = [
            Arrow(source, target, kind, (words.get(self.lang).format(count),), count)
            for (source, target), count in ways.items()
            if source != target
        ]
        return replace(self, groups=(), nodes=tuple(boxes), edges=tuple(edges))

    def _size(self, count: int) -> str:
        return "" if self.kind == "process" else _MEMBERS.get(self.lang).format(count)


def clipped(text: str, most: int) -> str:
    """Return ``text``, cut with an ellipsis if it is longer than ``most`` characters."""
    return text if len(text) <= most else text[: most - 1] + "…"
