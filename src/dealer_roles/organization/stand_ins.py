"""Whose work comes together when somebody stands in: a deputy, or who acts for a vacancy."""

from __future__ import annotations

from collections.abc import Iterator

from dealer_roles.model.position import SAME_POSITION
from dealer_roles.organization.on_day import OnDay
from dealer_roles.organization.per_day import once_a_day
from dealer_roles.values.frozen import frozen
from dealer_roles.values.grouped import grouped


@frozen
class StandIn:
    """Somebody who does the work of another beside his own.

    Attributes:
        who: The position that stands in.
        hand: Whoever's work it has besides: itself and its desk, or another vacancy that it
            acts for.
    """

    who: str
    hand: tuple[str, ...]


def stand_ins(org: OnDay, position: str) -> Iterator[StandIn]:
    """Yield whoever's work comes together where somebody stands in for a position."""
    for person in standing_in(org, position):
        yield StandIn(who=person, hand=_desk(org, person))
    if acting := org.acting(position):
        yield from _also_acted_for(org, position, acting)


def standing_in(org: OnDay, position: str) -> tuple[str, ...]:
    """Return who stands in for a position, in order: who acts while it is vacant, its deputies.

    Each is present, or else whoever acts for him is meant; nobody of the same desk stands in.
    """
    return tuple(who for who in called_on(org, position) if who != SAME_POSITION)


def called_on(org: OnDay, position: str) -> tuple[str, ...]:
    """Return who stands in, as :func:`standing_in` does, and in its place a colleague.

    He is called ``same-position``; there is none where one person is enough, or nobody is there.
    """
    known = org.model.positions.get(position)
    stated = (org.acting(position), *known.deputies) if known else ()
    alone, desk = _is_alone(org, position), org.holder(position)
    found = (
        ("" if alone else who) if who == SAME_POSITION else _present(org, who, desk)
        for who in stated
    )
    return tuple(who for who in dict.fromkeys(found) if who)


def _is_alone(org: OnDay, position: str) -> bool:
    """Whether nobody else can sit there: it has one seat, or the desk that it is part of has."""
    known, post = org.model.positions.get(position), org.model.posts.get(org.holder(position))
    if known is None or known.vacant is not None:
        return True
    return 1 in (known.headcount, post.headcount if post else None)


def _also_acted_for(org: OnDay, position: str, acting: str) -> Iterator[StandIn]:
    """Yield the other vacancies of the same person; each two are told at the first of them."""
    for other in _acted_for(org).get(acting, ()):
        if other > position:
            yield StandIn(who=acting, hand=(other,))


@once_a_day
def _acted_for(org: OnDay) -> dict[str, tuple[str, ...]]:
    """Return the vacant positions by who acts for them."""
    acting = ((org.acting(position), position) for position in sorted(org.model.positions))
    return grouped((who, position) for who, position in acting if who)


def _present(org: OnDay, who: str, desk: str) -> str:
    """Return the position that is there, or who acts for it; empty if nobody but this desk is."""
    if who not in org.model.positions:
        return ""
    there = org.acting(who) or who
    return "" if org.holder(there) == desk else there


def _desk(org: OnDay, person: str) -> tuple[str, ...]:
    desk = org.holder(person)
    return tuple(dict.fromkeys((person, desk, *org.members(desk))))
