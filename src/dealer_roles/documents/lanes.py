"""A process as swim-lanes: a lane for each who holds the case."""

from __future__ import annotations

import datetime as dt

from dealer_roles.base.text import Lang, Text
from dealer_roles.documents.names import Names
from dealer_roles.documents.picture import Edge, Group, Node, NodeKind, Picture
from dealer_roles.documents.wording import clauses
from dealer_roles.graph.index import OrgIndex
from dealer_roles.queries.walk import Move, WalkStep, walk

NOBODY = "nobody"
_NOBODY = Text("无人负责", "Nobody")
_MISSING = Text("缺少交接", "no hand-off")
_OPTIONAL = Text("可选", "optional")


def lanes(index: OrgIndex, process: str, lang: Lang, on: dt.date) -> Picture:
    """Return a process as lanes, its steps in the order written.

    Raises:
        UnknownId: There is no such process.
    """
    names, answer = Names(index.model, lang), walk(index, process, on)
    nodes = tuple(_node(step, names) for step in answer.steps)
    labels = {_lane(step): names.several(step.holders) for step in answer.steps if step.holders}
    used = dict.fromkeys(node.group for node in nodes)
    groups = tuple(Group(lane, labels.get(lane, _NOBODY.get(lang))) for lane in used)
    given = {h.id: h for h in index.model.handoffs}
    edges = tuple(
        _edge(move, tuple(names.deliverable(given[h]) for h in move.handoffs if h in given), lang)
        for move in answer.moves
    )
    known = index.model.processes[process]
    return Picture("process", known.name.get(lang), lang, groups, nodes, edges)


def _lane(step: WalkStep) -> str:
    return "+".join(step.holders) or NOBODY


def _node(step: WalkStep, names: Names) -> Node:
    lang = names.lang
    notes = [
        _OPTIONAL.get(lang) if step.optional else "",
        step.when.get(lang) if step.when else "",
        names.within(step.within),
    ]
    kind: NodeKind = "step" if step.holders else "nobody"
    ref = f"task/{step.task}"
    return Node(step.id, names.task(step.task), _lane(step), kind, clauses(notes, lang), ref)


def _edge(move: Move, deliverables: tuple[str, ...], lang: Lang) -> Edge:
    if move.changes_hands and not move.handoffs:
        return Edge(move.source, move.target, "missing", (_MISSING.get(lang),))
    return Edge(move.source, move.target, "flow", deliverables)
