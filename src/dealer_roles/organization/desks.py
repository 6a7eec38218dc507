"""Positions as the people they are: those that one desk combines are one."""

from __future__ import annotations

from collections.abc import Iterable

from dealer_roles.organization.on_day import OnDay
from dealer_roles.values.grouped import grouped


def as_people(org: OnDay, ids: Iterable[str]) -> list[str]:
    """Return ids in their order; several that are one desk as this desk, where the first stands."""
    by_holder = grouped((org.holder(id_), id_) for id_ in dict.fromkeys(ids))
    return [who if len(named) > 1 else named[0] for who, named in by_holder.items()]
