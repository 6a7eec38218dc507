"""Who heads a department: as stated, else the one member whose superior is outside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dealer_roles.model.organization import OrganizationModel
from dealer_roles.organization.lines import Lines
from dealer_roles.values.grouped import grouped


def heads_of(model: OrganizationModel, lines: Lines) -> Mapping[str, tuple[str, ...]]:
    """Return the heads of each department that has one present here.

    Stated heads count, wherever they sit. Where none is stated one is derived: the one
    member, those of parts of the department included, whose superior is not a member.
    Several such members, or lines that are not stated, derive nothing.
    """
    members = members_of(model)
    found: dict[str, tuple[str, ...]] = {}
    for id_ in dict.fromkeys((*model.departments, *members)):
        known = model.departments.get(id_)
        stated = known.heads if known else ()
        heads = tuple(head for head in stated if head in model.positions)
        if not stated:
            heads = _derived(members.get(id_, ()), lines)
        if heads:
            found[id_] = heads
    return found


def members_of(model: OrganizationModel) -> Mapping[str, tuple[str, ...]]:
    """Return the positions of each department, those of its parts included."""
    return grouped(
        dict.fromkeys(
            (id_, position.id)
            for position in model.positions.values()
            for department in position.departments
            for id_ in (department, *wholes(model, department))
        )
    )


def wholes(model: OrganizationModel, department: str) -> Iterator[str]:
    """Yield the larger departments that one belongs to, nearest first."""
    known = model.departments.get(department)
    while known is not None and known.part_of:
        yield known.part_of
        known = model.departments.get(known.part_of)


def _derived(members: tuple[str, ...], lines: Lines) -> tuple[str, ...]:
    inside = set(members)
    rises = {member: lines.rise(member) for member in members}
    outside = [m for m, rise in rises.items() if rise.to not in inside]
    alone = len(outside) == 1 and rises[outside[0]].end != "unstated"
    return (outside[0],) if alone else ()
