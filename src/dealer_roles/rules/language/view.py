"""One organization on one day, as rules see it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, TypeVar

from dealer_roles.model.entities import RESPONSIBILITIES, Duty
from dealer_roles.organization.cells import CellOwners, owned_cells
from dealer_roles.organization.on_day import OnDay
from dealer_roles.organization.stand_ins import stand_ins
from dealer_roles.questions.gap_value import ABOUT, Gap
from dealer_roles.questions.gaps import gaps
from dealer_roles.questions.ladder_faults import ANY_TOPIC, topics_arranged
from dealer_roles.rules.language.node import Node
from dealer_roles.values.fields import replace
from dealer_roles.values.grouped import grouped
from dealer_roles.values.scope import ANY, scope_words
from dealer_roles.values.span import NOWHERE

Bases = Callable[[str], OnDay | None]
"""Finds another organization by its id, or says that there is none."""


Key = TypeVar("Key")
Made = TypeVar("Made")


class View:
    """The facts of an organization that hold on a day, indexed for rules.

    Attributes:
        index: The organization on a day.
        model: What holds on it.
        bases: Finds the organizations that overlays are compared with.
    """

    def __init__(self, org: OnDay, bases: Bases | None = None) -> None:
        self.index = org
        self.model = org.model
        self.bases = bases
        self._nodes: dict[str, tuple[Node, ...]] = {}
        self._by_id: dict[str, dict[str, Node]] = {}
        self._inverse: dict[str, Mapping[Node, tuple[Node, ...]]] = {}
        self._near: dict[str, frozenset[str]] = {}
        self._kept: dict[tuple[str, Any], Any] = {}

    def kept(self, what: str, key: Key, make: Callable[[View, Key], Made]) -> Made:
        """Return what a kind of rule makes of a key, made once for everything it checks."""
        found = self._kept.get((what, key))
        if found is None:
            found = self._kept[what, key] = make(self, key)
        made: Made = found
        return made

    @cached_property
    def tasks_here(self) -> frozenset[str]:
        """The organization's tasks, and those in which somebody has a share."""
        return self.index.task_set | self.index.duties_of_task.keys()

    @cached_property
    def duty_nodes_of_holder(self) -> Mapping[str, tuple[Node, ...]]:
        """The shares in force by the position or post that states them."""
        return grouped((node.value.holder, node) for node in self.nodes("duty"))

    @cached_property
    def duty_nodes_of_task(self) -> Mapping[str, tuple[Node, ...]]:
        """The shares in force by task."""
        return grouped((node.value.task, node) for node in self.nodes("duty"))

    @cached_property
    def members(self) -> Mapping[str, tuple[Node, ...]]:
        """The positions of each department."""
        positions = self.nodes("position")
        return grouped((id_, node) for node in positions for id_ in node.value.departments)

    @cached_property
    def given(self) -> Mapping[str, tuple[Node, ...]]:
        """The hand-offs in force by giver."""
        return grouped((node.value.giver, node) for node in self.nodes("handoff"))

    @cached_property
    def received(self) -> Mapping[str, tuple[Node, ...]]:
        """The hand-offs in force by who really receives them."""
        received, handoffs = self.index.receiver_ids, self.nodes("handoff")
        return grouped((id_, node) for node in handoffs for id_ in received(node.value))

    @cached_property
    def handoff_nodes_of_task(self) -> Mapping[str, tuple[Node, ...]]:
        """The hand-offs in force by the giver's task."""
        return grouped((node.value.task, node) for node in self.nodes("handoff"))

    def gaps_about(self, node: Node) -> tuple[Gap, ...]:
        """Return the gaps that are about a thing, as the gap question has them."""
        return self._gaps.get((node.kind, node.id), ())

    @cached_property
    def _gaps(self) -> Mapping[tuple[str, str], tuple[Gap, ...]]:
        return grouped(((ABOUT[gap.kind], gap.about), gap) for gap in gaps(self.index))

    def nodes(self, kind: str) -> tuple[Node, ...]:
        """Return everything of a kind in a stable order."""
        found = self._nodes.get(kind)
        if found is None:
            found = self._nodes[kind] = tuple(_LISTS[kind](self))
        return found

    def node(self, kind: str, id_: str) -> Node | None:
        """Return the thing of a kind with an id, if it is here."""
        if kind not in self._by_id:
            self._by_id[kind] = {node.id: node for node in self.nodes(kind)}
        return self._by_id[kind].get(id_)

    def holder_node(self, id_: str) -> Node | None:
        """Return the post or position with an id."""
        return self.node("post", id_) or self.node("position", id_)

    def tasks_near(self, node: Node) -> frozenset[str]:
        """Return every task a holder may share in: alone, at a desk, as co-head, standing in."""
        found = self._near.get(node.id)
        if found is None:
            members = (m for one in self.index.hand(node.id) for m in self.index.members(one))
            others = (id_ for one in stand_ins(self.index, node.id) for id_ in one.hand)
            found = self._near[node.id] = frozenset(
                duty.value.task
                for holder in (*self.index.hand(node.id), node.id, *members, *others)
                for duty in self.duty_nodes_of_holder.get(holder, ())
            )
        return found

    def sharing(self, tasks: Iterable[str], least: int = 1) -> frozenset[str]:
        """Return the positions and posts that may share in at least so many of some tasks."""
        counted = Counter(id_ for task in tasks for id_ in self._near_a_task.get(task, ()))
        return frozenset(id_ for id_, count in counted.items() if count >= least)

    @cached_property
    def _near_a_task(self) -> Mapping[str, tuple[str, ...]]:
        holders = (node for kind in ("position", "post") for node in self.nodes(kind))
        return grouped((task, node.id) for node in holders for task in self.tasks_near(node))

    def cells(self, task: str) -> tuple[CellOwners, ...]:
        """Return who owns each cell of a task."""
        return owned_cells(self.index, task)

    def owners(self, task: str) -> tuple[str, ...]:
        """Return the holders that own any cell of a task, sorted."""
        return tuple(sorted({holder for cell in self.cells(task) for holder in cell.holders}))

    def inverse(
        self, name: str, kinds: Iterable[str], step: Callable[[View, Node], Iterable[Node]]
    ) -> Mapping[Node, tuple[Node, ...]]:
        """Return where an edge comes from, by where it leads; made once an edge."""
        found = self._inverse.get(name)
        if found is None:
            back: dict[Node, dict[Node, None]] = defaultdict(dict)
            for kind in sorted(kinds):
                for source in self.nodes(kind):
                    for target in step(self, source):
                        back[target][source] = None
            found = self._inverse[name] = {node: tuple(before) for node, before in back.items()}
        return found


def _duties(view: View) -> Iterator[Node]:
    """Yield the shares; those of one holder in one thing are numbered by what they say."""
    for id_, duties in grouped((_duty_id(duty), duty) for duty in view.index.duties).items():
        for number, duty in enumerate(sorted(duties, key=_says) if duties[1:] else duties, 1):
            yield Node("duty", id_ if number == 1 else f"{id_}#{number}", duty)


def _duty_id(duty: Duty) -> str:
    words = scope_words(duty.scope).replace(",", "+")
    return f"{duty.holder}/{duty.task}" + (f"[{words}]" if words else "")


def _says(duty: Duty) -> tuple[bool, int, str]:
    """Return what a share says, wherever it stands: stated ones and stronger ones first."""
    strength = RESPONSIBILITIES.index(duty.responsibility)
    return bool(duty.handoff), strength, repr(replace(duty, span=NOWHERE, scope=ANY))


def _steps(view: View) -> Iterator[Node]:
    for process in view.model.processes.values():
        for step in process.steps:
            yield Node("step", f"{process.id}/{step.id}", step)


def _rungs(view: View) -> Iterator[Node]:
    for topic, steps in view.model.ladders.items():
        for number, step in enumerate(steps, 1):
            yield Node("rung", f"{topic}/{number}", step)


def _tasks(view: View) -> Iterator[Node]:
    known = view.model.catalogue.tasks
    for task in view.index.tasks:
        if task in known:
            yield Node("task", task, known[task])


def _ladders(view: View) -> Iterator[Node]:
    """Yield a ladder for each topic that is arranged here, be it by entries alone."""
    for topic in topics_arranged(view.index):
        yield Node("ladder", topic or ANY_TOPIC, view.model.catalogue.topics.get(topic))


def _authority(view: View) -> Iterator[Node]:
    """Yield each topic of the authority table once, with the first of its rows."""
    rows = {row.topic: row for row in reversed(view.model.authority)}
    for topic in dict.fromkeys(row.topic for row in view.model.authority):
        yield Node("authority", topic, rows[topic])


_LISTS: dict[str, Callable[[View], Iterable[Node]]] = {
    "organization": lambda v: [Node("organization", v.model.id, v.model)],
    "department": lambda v: [Node("department", d.id, d) for d in v.model.departments.values()],
    "position": lambda v: [Node("position", p.id, p) for p in v.model.positions.values()],
    "post": lambda v: [Node("post", p.id, p) for p in v.model.posts.values()],
    "party": lambda v: [Node("party", p.id, p) for p in v.model.catalogue.parties.values()],
    "task": _tasks,
    "duty": _duties,
    "handoff": lambda v: [Node("handoff", h.id, h) for h in v.model.handoffs],
    "process": lambda v: [Node("process", p.id, p) for p in v.model.processes.values()],
    "step": _steps,
    "ladder": _ladders,
    "rung": _rungs,
    "authority": _authority,
}
