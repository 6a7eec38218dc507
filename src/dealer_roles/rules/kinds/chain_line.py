"""Lines of a ``chain``: each way from a thing to where it ends, or comes back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from dealer_roles.questions.escalation_answer import (
    EscalationAnswer,
    EscalationBranch,
    EscalationStep,
)
from dealer_roles.questions.ladder_faults import ANY_TOPIC, climbs
from dealer_roles.rules.language.node import Node
from dealer_roles.rules.language.node_words import holder_words, witness
from dealer_roles.rules.language.paths import Path, walk
from dealer_roles.rules.language.view import View
from dealer_roles.values.findings import Witness
from dealer_roles.values.frozen import frozen


@frozen
class ChainLine:
    """One way.

    Attributes:
        end: How it ends: ``loop``, ``top``, ``unnamed``, ``absent``, ``party``, or the id of
            the last thing.
        length: How many links it has.
        nodes: Tells what it passes, the start first; most lines are sound and never asked.
        witnesses: Tells the places that prove it.
    """

    end: str
    length: int
    nodes: Callable[[], tuple[Node, ...]]
    witnesses: Callable[[], tuple[Witness, ...]]


def lines(view: View, path: Path, start: Node) -> Sequence[ChainLine]:
    """Return, for each end that is reached, the longest way to it; a loop comes first."""
    ways = view.kept("ways", path, Ways)
    only = ways.only_end(start)
    if only is not None:
        last, length = only
        return [_line(view, _end(view, last), length, lambda: ways.only_way(start))]
    onward, loop = _explore(ways, start)
    if loop is not None:
        return [_line(view, "loop", len(loop) - 1, lambda: loop)]
    return [_known_line(view, nodes) for nodes in _longest(onward, start)]


def _known_line(view: View, nodes: tuple[Node, ...]) -> ChainLine:
    return _line(view, _end(view, nodes[-1]), len(nodes) - 1, lambda: nodes)


def _line(view: View, end: str, length: int, nodes: Callable[[], tuple[Node, ...]]) -> ChainLine:
    return ChainLine(end, length, nodes, lambda: tuple(witness(view, node) for node in nodes()))


class Ways:
    """Where one path leads from anything, each walked once for all who come by."""

    def __init__(self, view: View, path: Path) -> None:
        self._view = view
        self._path = path
        self._onward: dict[Node, tuple[Node, ...]] = {}
        self._ends: dict[Node, tuple[Node, int] | None] = {}

    def onward(self, node: Node) -> tuple[Node, ...]:
        """Return what the path leads to from a thing."""
        found = self._onward.get(node)
        if found is None:
            found = self._onward[node] = tuple(walk(self._view, self._path, node))
        return found

    def only_end(self, start: Node) -> tuple[Node, int] | None:
        """Return the last thing and the length where nothing branches or loops, else nothing."""
        passed: dict[Node, None] = {}
        here = start
        while here not in self._ends:
            following = self.onward(here)
            if here in passed or len(following) > 1:
                self._ends[here] = None
            elif following:
                passed[here] = None
                here = following[0]
            else:
                self._ends[here] = here, 0
        end = self._ends[here]
        for length, node in enumerate(reversed(passed), 1):
            self._ends[node] = end and (end[0], end[1] + length)
        return self._ends[start]

    def only_way(self, start: Node) -> tuple[Node, ...]:
        """Return everything on a way that does not branch."""
        found = [start]
        while following := self.onward(found[-1]):
            found.append(following[0])
        return tuple(found)


Onward = dict[Node, tuple[Node, ...]]


def _explore(ways: Ways, start: Node) -> tuple[Onward, tuple[Node, ...] | None]:
    """Return what follows each thing in an order that ends first, and a loop if there is one."""
    onward: Onward = {}
    trail: dict[Node, None] = {start: None}
    stack: list[tuple[Node, Iterator[Node], tuple[Node, ...]]] = []

    def enter(node: Node) -> None:
        following = ways.onward(node)
        stack.append((node, iter(following), following))

    enter(start)
    while stack:
        node, rest, following = stack[-1]
        target = next(rest, None)
        if target is None:
            onward[node] = following
            stack.pop()
            del trail[node]
        elif target in trail:
            passed = list(trail)
            return onward, (*passed[passed.index(target) :], target)
        elif target not in onward:
            trail[target] = None
            enter(target)
    return onward, None


def _longest(onward: Onward, start: Node) -> Iterator[tuple[Node, ...]]:
    """Yield for each end the longest way from ``start``; ``onward`` has the ends first."""
    best: dict[Node, tuple[int, Node | None]] = {start: (0, None)}
    for node in reversed(onward):
        if node not in best:
            continue
        for target in onward[node]:
            if target not in best or best[target][0] <= best[node][0]:
                best[target] = (best[node][0] + 1, node)
    for node, following in onward.items():
        if not following:
            way: list[Node] = []
            here: Node | None = node
            while here is not None:
                way.append(here)
                here = best[here][1]
            yield tuple(reversed(way))


def _end(view: View, last: Node) -> str:
    if last.kind != "position":
        return last.id
    return view.index.lines.rise(last.id).end or last.id


def ladder_lines(view: View, topic: str) -> Sequence[ChainLine]:
    """Return every branch of the topic's arrangement, from everybody whom it speaks of."""
    asked = "" if topic == ANY_TOPIC and topic not in view.model.catalogue.topics else topic
    return [
        _climb(view, answer, branch)
        for answer in climbs(view.index, asked)
        for branch in answer.branches
        if branch.ends != "again"
    ]


def _climb(view: View, answer: EscalationAnswer, branch: EscalationBranch) -> ChainLine:
    steps = answer.chain(branch)
    passed = [answer.position, *(s.position or s.party for s in steps)]
    nodes = [view.holder_node(id_) or view.node("party", id_) for id_ in passed if id_]
    found = tuple(node for node in nodes if node is not None)
    proof = partial(_proof_of, view, steps, found[:1])
    return ChainLine(branch.ends, len(found) - 1, lambda: found, proof)


def _proof_of(
    view: View, steps: Sequence[EscalationStep], start: Sequence[Node]
) -> tuple[Witness, ...]:
    places = [(step.position or step.party or "", step.evidence) for step in steps]
    witnesses = tuple(
        Witness(evidence[0].span, holder_words(view, who))
        for who, evidence in places
        if evidence and who
    )
    return witnesses or tuple(witness(view, node) for node in start)
