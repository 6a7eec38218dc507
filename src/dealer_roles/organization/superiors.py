"""Whoever is above a position on the reporting line, that of its desk included."""

from __future__ import annotations

from collections.abc import Collection

from dealer_roles.organization.on_day import OnDay
from dealer_roles.organization.per_day import per_day


@per_day
def superiors(org: OnDay, position: str) -> tuple[str, ...]:
    """Return the superior of a position.

    Where its line is not stated, those of its colleagues that leave the desk are its own.
    """
    rise = org.lines.rise(position)
    if rise.to is not None:
        return (rise.to,)
    if rise.end != "unstated":
        return ()
    desk = org.holder(position)
    rises = (org.lines.rise(member).to for member in sorted(org.members(desk)))
    return tuple(to for to in rises if to is not None and org.holder(to) != desk)


def is_below(org: OnDay, position: str, seats: Collection[str]) -> bool:
    """Whether one of some seats is above a position, on any step of its line."""
    passed, waiting = {position}, [position]
    while waiting:
        for above in superiors(org, waiting.pop()):
            if above in seats:
                return True
            if above not in passed:
                passed.add(above)
                waiting.append(above)
    return False
