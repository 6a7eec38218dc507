"""The organization as a networkx graph; the only module that imports networkx."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dealer_roles.model.entities import Escalation
from dealer_roles.organization.on_day import OnDay

if TYPE_CHECKING:
    import networkx as nx


def org_graph(org: OnDay) -> nx.MultiDiGraph[str]:
    """Return a new ``networkx.MultiDiGraph`` of an organization.

    Nodes are ``kind:id`` with the attributes ``kind`` (position, post, department,
    party, task, process), ``id``, ``zh`` and ``en``. Edges carry ``kind`` as key:
    ``reports_to``, ``in_department``, ``heads``, ``member_of`` (position to post), the
    responsibility (holder to task), ``part_of``, ``hands_to`` (giver to receiver, with
    ``handoff``, ``task``, ``then``), ``escalates_to`` (with ``topic``) and ``step``
    (process to task).
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
        node = f"position:{position.id}"
        if position.department in model.departments:
            graph.add_edge(node, f"department:{position.department}", key="in_department")
        above = org.lines.rise(position.id).to
        if above is not None:
            graph.add_edge(node, f"position:{above}", key="reports_to")
    for department in model.departments.values():
        head = org.heads.get(department.id)
        if head is not None:
            graph.add_edge(f"position:{head}", f"department:{department.id}", key="heads")
    for member, post in org.post_of.items():
        graph.add_edge(f"position:{member}", f"post:{post}", key="member_of")
    for task in org.tasks:
        whole = model.catalogue.tasks[task].part_of
        if whole in org.task_set:
            graph.add_edge(f"task:{task}", f"task:{whole}", key="part_of")


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
