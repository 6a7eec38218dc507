"""The organization as a networkx graph; the only module that imports networkx."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dealer_roles.model.entities import Escalation, Position
from dealer_roles.organization.on_day import OnDay

if TYPE_CHECKING:
    import networkx as nx


def org_graph(org: OnDay) -> nx.MultiDiGraph[str]:
    """Return a new ``networkx.MultiDiGraph`` of an organization.

    Nodes are ``kind:id`` with the attributes ``kind`` (position, post, department,
    party, task, process), ``id``, ``zh`` and ``en``. Edges carry ``kind`` as key:
    ``reports_to``, ``also_reports_to``, ``in_department``, ``heads``, ``member_of``
    (position to post), the responsibility (holder to task), ``part_of`` (tasks and
    departments), ``hands_to`` (giver to receiver, with ``handoff``, ``task``, ``then``),
    ``escalates_to`` (with ``topic``) and ``step`` (process to task).
    """
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(id=org.model.id)
    _nodes(graph, org)
    _structure(graph, org)
    _work(graph, org)
    return graph


def _nodes(graph: Any, org: OnDay) -> None:
    model = org.model
    groups: tuple[tuple[str, Any], ...] = (
        ("department", model.departments.values()),
        ("position", model.positions.values()),
        ("post", model.posts.values()),
        ("party", model.catalogue.parties.values()),
        ("process", model.processes.values()),
        ("task", [model.catalogue.tasks[t] for t in org.tasks if t in model.catalogue.tasks]),
    )
    for kind, items in groups:
        for item in items:
            graph.add_node(
                f"{kind}:{item.id}", kind=kind, id=item.id, zh=item.name.zh, en=item.name.en
            )


def _structure(graph: Any, org: OnDay) -> None:
    model = org.model
    for position in model.positions.values():
        _place(graph, org, position)
    for department in model.departments.values():
        node = f"department:{department.id}"
        for head in org.heads.get(department.id, ()):
            graph.add_edge(f"position:{head}", node, key="heads")
        if department.part_of in model.departments:
            graph.add_edge(node, f"department:{department.part_of}", key="part_of")
    for member, post in org.post_of.items():
        graph.add_edge(f"position:{member}", f"post:{post}", key="member_of")
    for task in org.tasks:
        whole = model.catalogue.tasks[task].part_of
        if whole in org.task_set:
            graph.add_edge(f"task:{task}", f"task:{whole}", key="part_of")


def _place(graph: Any, org: OnDay, position: Position) -> None:
    node = f"position:{position.id}"
    for id_ in position.departments:
        if id_ in org.model.departments:
            graph.add_edge(node, f"department:{id_}", key="in_department")
    above = org.lines.rise(position.id).to
    if above is not None:
        graph.add_edge(node, f"position:{above}", key="reports_to")
    for also in position.also_reports_to:
        graph.add_edge(node, f"position:{also}", key="also_reports_to")


def _work(graph: Any, org: OnDay) -> None:
    model = org.model
    for duty in org.duties:
        graph.add_edge(_holder_node(org, duty.holder), f"task:{duty.task}", duty.responsibility)
    for handoff in model.handoffs:
        for receiver in org.receivers(handoff):
            for id_ in receiver.ids:
                kind = "party" if receiver.kind == "party" else "position"
                graph.add_edge(
                    _holder_node(org, handoff.giver),
                    f"{kind}:{id_}",
                    key=f"hands_to:{handoff.id}",
                    handoff=handoff.id,
                    task=handoff.task,
                    then=handoff.then,
                )
    for entry in model.escalations:
        for target in _turned_to(org, entry):
            source, key = _holder_node(org, entry.holder), f"escalates_to:{entry.topic}"
            number = 1
            while graph.has_edge(source, target, key if number == 1 else f"{key}#{number}"):
                number += 1
            graph.add_edge(
                source, target, key=key if number == 1 else f"{key}#{number}", topic=entry.topic
            )
    for process in model.processes.values():
        for step in process.steps:
            graph.add_edge(f"process:{process.id}", f"task:{step.task}", key=f"step:{step.id}")


def _turned_to(org: OnDay, entry: Escalation) -> list[str]:
    """The nodes of whom an entry turns to: a position, post or party, or the superior."""
    model = org.model
    if entry.to == "manager":
        above = {org.lines.rise(member).to for member in org.members(entry.holder)}
        return [f"position:{to}" for to in sorted(to for to in above if to)]
    if entry.to in model.positions or entry.to in model.posts:
        return [_holder_node(org, entry.to)]
    return [f"party:{entry.to}"] if entry.to in model.catalogue.parties else []


def _holder_node(org: OnDay, holder: str) -> str:
    return f"{'post' if holder in org.model.posts else 'position'}:{holder}"
