"""Whether the owner of a whole and the owner of its part know of each other."""

from __future__ import annotations

from collections import defaultdict

from dealer_roles.organization.on_day import NO_DUTIES, OnDay
from dealer_roles.organization.per_day import once_a_day, per_day
from dealer_roles.organization.superiors import is_below


def acknowledged(org: OnDay, above: str, below: str, part: str) -> bool:
    """Whether a reporting line, a hand-off or a share of the upper one in the part joins two."""
    shares = org.duties_of_task.get(part, NO_DUTIES)
    upper, lower = org.hand(above), org.hand(below)
    return any(org.holder(duty.holder) in upper for duty in shares) or any(
        _joined(org, one, other) for one in upper for other in lower
    )


def _joined(org: OnDay, one: str, other: str) -> bool:
    """Whether a hand-off or a reporting line joins two holders, either way."""
    return (
        other in _given_to(org, one)
        or one in _given_to(org, other)
        or _stands_over(org, one, other)
        or _stands_over(org, other, one)
    )


@per_day
def _given_to(org: OnDay, giver: str) -> frozenset[str]:
    """Return the holders to whom a holder hands anything."""
    return frozenset(_all_given(org).get(giver, ()))


@once_a_day
def _all_given(org: OnDay) -> dict[str, set[str]]:
    """Return the holders to whom each holder hands anything."""
    found: dict[str, set[str]] = defaultdict(set)
    for handoff in org.model.handoffs:
        to = (org.holder(id_) for id_ in org.receiver_ids(handoff))
        found[org.holder(handoff.giver)].update(to)
    return found


def _stands_over(org: OnDay, one: str, other: str) -> bool:
    """Whether a position of one holder is above one of the other, on the reporting line."""
    seats = set(org.members(one))
    return any(is_below(org, member, seats) for member in org.members(other))
