"""A process as swim-lanes: a lane for each who holds the case."""

from __future__ import annotations

from dealer_roles.organization.names import Names
from dealer_roles.organization.on_day import OnDay
from dealer_roles.publish.pictures.picture import Arrow, Box, Group, NodeKind, Picture
from dealer_roles.questions.walk import Move, WalkStep, walk
from dealer_roles.values.text import Lang, Text
from dealer_roles.words.marks import clauses

NOBODY = "nobody"
_NOBODY = Text("无人负责", "Nobody")
_MISSING = Text("缺少交接", "no hand-off")
_OPTIONAL = Text("可选", "optional")


def lanes(org: OnDay, process: str, lang: Lang) -> Picture:
    """Return a process as lanes, its steps in the order written.

    Raises:
        UnknownId: There is no such process.
    """
    names, answer = Names(org.model, lang), walk(org, process)
    nodes = tuple(_node(step, names) for step in answer.steps)
    labels = {_lane(step): names.several(step.holders) for step in answer.steps if step.holders}
    used = dict.fromkeys(node.group for node in nodes)
    groups = tuple(Group(lane, labels.get(lane, _NOBODY.get(lang))) for lane in used)
    given = {h.id: h for h in org.model.handoffs}
    edges = tuple(
        _edge(move, tuple(names.deliverable(given[h]) for h in move.handoffs if h in given), lang)
        for move in answer.moves
    )
    known = org.model.processes[process]
    return Picture("process", known.name.get(lang), lang, groups, nodes, edges)


def _lane(step: WalkStep) -> str:
    return "+".join(step.holders) or NOBODY


def step_note(step: WalkStep, names: Names) -> str:
    """Return whether a step may be skipped, when it is done and within what time."""
    lang = names.lang
    notes = [
        _OPTIONAL.get(lang) if step.optional else "",
        step.when.get(lang) if step.when else "",
        names.within(step.within),
    ]
    return clauses(notes, lang)


def _node(step: WalkStep, names: Names) -> Box:
    kind: NodeKind = "step" if step.holders else "nobody"
    ref, note = f"task/{step.task}", step_note(step, names)
    return Box(step.id, names.task(step.task), _lane(step), kind, note, ref)


def _edge(move: Move, deliverables: tuple[str, ...], lang: Lang) -> Arrow:
    if move.uncarried:
        return Arrow(move.source, move.target, "missing", (_MISSING.get(lang),))
    return Arrow(move.source, move.target, "flow", deliverables)
