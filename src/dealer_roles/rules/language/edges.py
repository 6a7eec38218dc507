"""The edges that paths may walk: each with what it means, and none that does not end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from dealer_roles.model.position import SAME_POSITION
from dealer_roles.organization.standing import owners_in
from dealer_roles.rules.language.node import Node
from dealer_roles.rules.language.view import View
from dealer_roles.values.frozen import frozen
from dealer_roles.values.text import Text

Follow = Callable[[View, Node], Iterable[Node]]
HOLDERS = frozenset({"position", "post"})


@frozen
class Edge:
    """One kind of edge.

    Attributes:
        name: The word for it in a path.
        sources: The kinds of thing it starts from.
        targets: The kinds of thing it leads to.
        about: What it means.
        follow: Where it leads from a thing.
    """

    name: str
    sources: frozenset[str]
    targets: frozenset[str]
    about: Text
    follow: Follow


def _there(*nodes: Node | None) -> Iterator[Node]:
    return (node for node in nodes if node is not None)


def _has(view: View, node: Node) -> Iterable[Node]:
    del node
    return view.nodes("position")


def _ladders(view: View, node: Node) -> Iterable[Node]:
    del node
    return view.nodes("ladder")


def _reports_to(view: View, node: Node) -> Iterator[Node]:
    return _there(view.node("position", view.index.lines.rise(node.id).to or ""))


def _department(view: View, node: Node) -> Iterator[Node]:
    return _there(*(view.node("department", id_) for id_ in node.value.departments))


def _post(view: View, node: Node) -> Iterator[Node]:
    return _there(view.node("post", view.index.post_of.get(node.id, "")))


def _deputy(view: View, node: Node) -> Iterator[Node]:
    """Yield who stands in; a colleague is the position itself, if more than one sits there."""
    named = (view.node("position", id_) for id_ in node.value.deputies if id_ != SAME_POSITION)
    colleague = SAME_POSITION in node.value.deputies and (node.value.headcount or 2) > 1
    return _there(*named, node if colleague else None)


def desk(view: View, node: Node) -> tuple[str, ...]:
    """Return the ids whose duties and hand-offs are also those of a position or post."""
    if node.kind == "post":
        return (node.id, *node.value.positions)
    post = view.index.post_of.get(node.id)
    return (node.id, post) if post else (node.id,)


def _duty(view: View, node: Node) -> Iterator[Node]:
    if node.kind == "task":
        yield from view.duty_nodes_of_task.get(node.id, ())
        return
    for id_ in desk(view, node):
        yield from view.duty_nodes_of_holder.get(id_, ())


def _holder(view: View, node: Node) -> Iterator[Node]:
    return _there(view.holder_node(node.value.holder))


def _task(view: View, node: Node) -> Iterator[Node]:
    return _there(view.node("task", node.value.task))


def _part_of(view: View, node: Node) -> Iterator[Node]:
    return _there(view.node("task", node.value.part_of))


def _gives(view: View, node: Node) -> Iterator[Node]:
    for id_ in desk(view, node):
        yield from view.given.get(id_, ())


def _receives(view: View, node: Node) -> Iterator[Node]:
    ids = node.value.positions if node.kind == "post" else (node.id,)
    seen: set[Node] = set()
    for id_ in ids:
        for handoff in view.received.get(id_, ()):
            if handoff not in seen:
                seen.add(handoff)
                yield handoff


def _giver(view: View, node: Node) -> Iterator[Node]:
    return _there(view.holder_node(node.value.giver))


def _receiver(view: View, node: Node) -> Iterator[Node]:
    for id_ in view.index.receiver_ids(node.value):
        yield from _there(view.node("position", id_) or view.node("party", id_))


def _handoff(view: View, node: Node) -> Iterable[Node]:
    return view.handoff_nodes_of_task.get(node.id, ())


def _then(view: View, node: Node) -> Iterator[Node]:
    return _there(view.node("task", node.value.then))


def _member(view: View, node: Node) -> Iterator[Node]:
    if node.kind == "post":
        yield from _there(*(view.node("position", p) for p in node.value.positions))
    else:
        yield from view.members.get(node.id, ())


def _head(view: View, node: Node) -> Iterator[Node]:
    return _there(*(view.node("position", h) for h in view.index.heads.get(node.id, ())))


def _step(view: View, node: Node) -> Iterator[Node]:
    return _there(*(view.node("step", f"{node.id}/{s.id}") for s in node.value.steps))


def _next(view: View, node: Node) -> Iterator[Node]:
    process = node.id.partition("/")[0]
    return _there(*(view.node("step", f"{process}/{s}") for s in node.value.next))


def _process(view: View, node: Node) -> Iterator[Node]:
    return _there(view.node("process", node.id.partition("/")[0]))


def _rung(view: View, node: Node) -> Iterator[Node]:
    count = len(view.model.ladders.get(node.id, ()))
    return _there(*(view.node("rung", f"{node.id}/{n + 1}") for n in range(count)))


def _calls(view: View, node: Node) -> Iterator[Node]:
    step = node.value
    return _there(view.node("position", step.position) or view.node("party", step.party))


def _escalates_to(view: View, node: Node) -> Iterator[Node]:
    for entry in (
        e for id_ in desk(view, node) for e in view.index.escalations_of_holder.get(id_, ())
    ):
        if entry.to != "manager":
            yield from _there(view.holder_node(entry.to) or view.node("party", entry.to))
        elif node.kind == "position":
            yield from _reports_to(view, node)


def _owner(view: View, node: Node) -> Iterator[Node]:
    if node.kind == "step":
        owners = owners_in(view.index, node.value.task, node.value.scope)
    else:
        owners = view.owners(node.id)
    return _there(*(view.holder_node(owner) for owner in owners))


def _top(view: View, _: Node) -> Iterator[Node]:
    """Yield who reports to nobody, by statement; the positions of one desk are one."""
    stated = (p.id for p in view.model.positions.values() if p.line_stated and not p.reports_to)
    tops = dict.fromkeys(view.index.holder(id_) for id_ in stated)
    return _there(*(view.holder_node(top) for top in tops))


def _contested(view: View, node: Node) -> Iterator[Node]:
    found = {h for c in view.cells(node.id) if view.index.are_several(c.holders) for h in c.holders}
    return _there(*(view.holder_node(holder) for holder in sorted(found)))


def _approves(view: View, node: Node) -> Iterator[Node]:
    shares = (d.value for d in _duty(view, node))
    return _there(*(view.node("task", d.task) for d in shares if d.responsibility == "approver"))


def _takes_part(view: View, node: Node) -> Iterator[Node]:
    return _there(*(view.node("task", d.value.task) for d in _duty(view, node)))


def _edge(name: str, sources: str, targets: str, zh: str, en: str, follow: Follow) -> Edge:
    return Edge(name, frozenset(sources.split()), frozenset(targets.split()), Text(zh, en), follow)


_HOLDER, _ALL_HOLDERS = "position post", "position post party"
EDGES: dict[str, Edge] = {
    edge.name: edge
    for edge in (
        _edge("has", "organization", "position", "其岗位", "its positions", _has),
        _edge(
            "top", "organization", _HOLDER,
            "最高岗位(推导)", "who stands at the top (derived)", _top,
        ),
        _edge("reports_to", "position", "position", "直接上级", "its superior", _reports_to),
        _edge("department", "position", "department", "所在部门", "where it sits", _department),
        _edge("post", "position", "post", "所在编制岗", "the desk it is combined in", _post),
        _edge("deputy", "position", "position", "职务代理人", "who stands in for it", _deputy),
        _edge("duty", "position post task", "duty", "其份额", "the shares it has", _duty),
        _edge("holder", "duty", _HOLDER, "谁的份额", "who states the share", _holder),
        _edge("task", "duty handoff step", "task", "所属任务", "the task it is about", _task),
        _edge("part_of", "task", "task", "所属的大任务", "the larger task", _part_of),
        _edge("gives", _HOLDER, "handoff", "交出的交接", "what it hands over", _gives),
        _edge("receives", _ALL_HOLDERS, "handoff", "收到的交接", "what it is handed", _receives),
        _edge("giver", "handoff", _HOLDER, "交出方", "who hands over", _giver),
        _edge("receiver", "handoff", "position party", "实际接收方", "who receives", _receiver),
        _edge("handoff", "task", "handoff", "任务中的交接", "the hand-offs in it", _handoff),
        _edge("then", "handoff", "task", "接收方的任务", "the receiver's task", _then),
        _edge("member", "post department", "position", "其岗位", "its positions", _member),
        _edge("head", "department", "position", "部门负责人", "who heads it", _head),
        _edge("step", "process", "step", "其步骤", "its steps", _step),
        _edge("next", "step", "step", "后续步骤", "the steps that follow", _next),
        _edge("process", "step", "process", "所属流程", "its process", _process),
        _edge("ladder", "organization", "ladder", "其升级阶梯", "its ladders", _ladders),
        _edge("rung", "ladder", "rung", "阶梯各级", "its steps", _rung),
        _edge("calls", "rung", "position party", "该级找谁", "who is called", _calls),
        _edge(
            "escalates_to", _HOLDER, _ALL_HOLDERS,
            "自身规定的上报对象", "whom its own entries turn to", _escalates_to,
        ),
        _edge("owner", "task step", _HOLDER, "负责人(推导)", "who owns it (derived)", _owner),
        _edge(
            "contested", "task", _HOLDER,
            "同一范围的多个负责人(推导)", "the several owners of one cell (derived)", _contested,
        ),
        _edge(
            "approves", _HOLDER, "task",
            "经交接批准的任务(推导)", "what it approves by a hand-off (derived)", _approves,
        ),
        _edge(
            "takes_part", _HOLDER, "task",
            "有任何份额的任务", "the tasks it has any share in", _takes_part,
        ),
    )
}  # fmt: skip
