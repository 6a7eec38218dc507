"""Who heads a department: as stated, else the one member whose superior is outside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from dealer_roles.model.organization import OrganizationModel
from dealer_roles.organization.lines import Lines


def heads_of(model: OrganizationModel, lines: Lines) -> Mapping[str, str]:
    """Return the head of each department that has one present here.

    A stated head counts, wherever it sits. Where none is stated it is derived: the one
    member whose superior is not a member. Several such members, or lines that are not
    stated, derive nothing.
    """
    members = members_of(model)
    stated = {d.id: d.head for d in model.departments.values() if d.head}
    derived = {d: _derived(ids, lines) for d, ids in members.items() if d not in stated}
    present = {d: head for d, head in stated.items() if head in model.positions}
    return {**present, **{d: head for d, head in derived.items() if head}}


def members_of(model: OrganizationModel) -> Mapping[str, tuple[str, ...]]:
    """Return the positions of each department."""
    found: dict[str, list[str]] = defaultdict(list)
    for position in model.positions.values():
        found[position.department].append(position.id)
    return {department: tuple(ids) for department, ids in found.items()}


def _derived(members: tuple[str, ...], lines: Lines) -> str:
    inside = set(members)
    rises = {member: lines.rise(member) for member in members}
    outside = [m for m, rise in rises.items() if rise.to not in inside]
    alone = len(outside) == 1 and rises[outside[0]].end != "unstated"
    return outside[0] if alone else ""
