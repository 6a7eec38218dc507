"""Positions in the order of their rank."""

from __future__ import annotations

from dealer_roles.model.entities import Position
from dealer_roles.organization.on_day import OnDay


def by_rank(org: OnDay) -> list[Position]:
    """Return the positions from the top down; those of one rank by id."""
    above = {p: len(org.lines.above(p)[0]) for p in org.model.positions}
    return sorted(org.model.positions.values(), key=lambda p: (above[p.id], p.id))
