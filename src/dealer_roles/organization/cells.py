"""The cells of a task: the coarsest parts on which all its duties say the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING

from dealer_roles.model.entities import Duty
from dealer_roles.organization.per_day import once_a_day, per_day
from dealer_roles.values.frozen import frozen
from dealer_roles.values.partition import partition
from dealer_roles.values.scope import ANY, EVERYWHERE, Dimensions, Region, Scope, shortened

if TYPE_CHECKING:
    from dealer_roles.organization.on_day import OnDay

_SCOPE = attrgetter("scope")


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
    duties = org.stated_of_task.get(task, ())
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
    owning = owning_among(duties)
    if not owning:
        return CellOwners(region, (), (), tuple(duties))
    others = tuple(duty for duty in duties if duty.responsibility != owning[0].responsibility)
    return CellOwners(region, holders_of(org, owning), tuple(owning), others)


def owning_among(duties: Iterable[Duty]) -> Sequence[Duty]:
    """Return the shares that own: the accountable ones, else the responsible ones."""
    accountable, responsible = [], []
    for duty in duties:
        if duty.responsibility == "accountable":
            accountable.append(duty)
        elif duty.responsibility == "responsible":
            responsible.append(duty)
    return accountable or responsible


def holders_of(org: OnDay, duties: Sequence[Duty]) -> tuple[str, ...]:
    """Return the holders of shares, sorted: positions of one post are one."""
    post_of = org.post_of
    if len(duties) == 1:
        holder = duties[0].holder
        return (post_of.get(holder, holder),)
    return tuple(sorted({post_of.get(duty.holder, duty.holder) for duty in duties}))


def owning_of_whole(org: OnDay, task: str) -> Sequence[Duty] | None:
    """Return the shares that own all of a task; nothing where scopes must be told apart first."""
    return owning_of_each(org).of_whole.get(task, ())


@frozen
class Owning:
    """Who owns each task that has a duty, as far as no scope must be told apart.

    Attributes:
        of_whole: The shares that own all of a task; nothing where scopes must be told apart.
        holders: Those who own all of a task, sorted.
        several: The tasks that several own, with these.
        scoped: The tasks whose scopes must be told apart.
    """

    of_whole: Mapping[str, Sequence[Duty] | None]
    holders: Mapping[str, tuple[str, ...]]
    several: Sequence[tuple[str, tuple[str, ...]]]
    scoped: Sequence[str]


@once_a_day
def owning_of_each(org: OnDay) -> Owning:
    """Return who owns each task that has a duty, found in one sweep for a day."""
    of_whole: dict[str, Sequence[Duty] | None] = {}
    holders: dict[str, tuple[str, ...]] = {}
    several: list[tuple[str, tuple[str, ...]]] = []
    scoped: list[str] = []
    for task, duties in org.stated_of_task.items():
        if duties[0].scope or (len(duties) > 1 and any(map(_SCOPE, duties))):
            of_whole[task] = None
            scoped.append(task)
            continue
        of_whole[task] = owning = owning_among(duties)
        if owning:
            holders[task] = its = holders_of(org, owning)
            if len(its) > 1 and org.are_several(its):
                several.append((task, its))
    return Owning(of_whole, holders, several, scoped)


def owned_anywhere(org: OnDay, task: str) -> bool:
    """Whether somebody owns a task in some cell."""
    owning = owning_of_whole(org, task)
    return any(c.holders for c in owned_cells(org, task)) if owning is None else bool(owning)
