"""The cells of a task: the coarsest parts on which all its duties say the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dealer_roles.model.entities import Duty
from dealer_roles.organization.on_day import NO_DUTIES, OnDay
from dealer_roles.organization.per_day import per_day
from dealer_roles.values.frozen import frozen
from dealer_roles.values.partition import partition
from dealer_roles.values.scope import ANY, EVERYWHERE, Dimensions, Region, Scope, shortened

OWNING = ("accountable", "responsible")


@frozen
class CellOwners:
    """Who owns one cell of a task.

    Attributes:
        region: The cell.
        holders: The owners, sorted: posts or positions.
        duties: The duties that make them owners.
        others: The other shares in this cell.
    """

    region: Region
    holders: tuple[str, ...]
    duties: tuple[Duty, ...]
    others: tuple[Duty, ...]


@per_day
def owned_cells(org: OnDay, task: str) -> tuple[CellOwners, ...]:
    """Return who owns each cell of a task, without looking at larger tasks.

    The values that no duty names are one part, whether the task is split by them or not;
    so that a cell is what the duties make it, however many values there are.
    """
    duties = org.stated_of_task.get(task, NO_DUTIES)
    return tuple(_owned(org, region, found) for region, found in cases(duties, org.dimensions))


def cases(
    duties: Sequence[Duty], dimensions: Dimensions
) -> Iterator[tuple[Region, Sequence[Duty]]]:
    """Yield each part that the scopes of duties tell apart, with the duties that cover it."""
    by_scope: dict[Scope, list[int]] = defaultdict(list)
    for number, duty in enumerate(duties):
        by_scope[shortened(duty.scope, dimensions)].append(number)
    everywhere = by_scope.pop(ANY, [])
    if not by_scope:
        yield EVERYWHERE, duties
        return
    scopes = list(by_scope)
    for covering, region in partition(scopes, dimensions).items():
        numbers = [number for n in covering for number in by_scope[scopes[n]]]
        yield region, [duties[number] for number in sorted((*everywhere, *numbers))]


def _owned(org: OnDay, region: Region, duties: Sequence[Duty]) -> CellOwners:
    """Return who owns a cell: the accountable, else the responsible."""
    for responsibility in OWNING:
        owning = tuple(duty for duty in duties if duty.responsibility == responsibility)
        if owning:
            holders = tuple(sorted({org.holder(duty.holder) for duty in owning}))
            others = tuple(duty for duty in duties if duty.responsibility != responsibility)
            return CellOwners(region, holders, owning, others)
    return CellOwners(region, (), (), tuple(duties))
