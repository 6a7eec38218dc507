"""Where each point of a task stands: owned here, owned by a larger task, declared, forgotten."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from dealer_roles.model.entities import Duty, Unowned
from dealer_roles.organization.cells import CellOwners, owned_anywhere, owned_cells
from dealer_roles.organization.per_day import once_a_day, per_day
from dealer_roles.values.fields import replace
from dealer_roles.values.frozen import frozen
from dealer_roles.values.scope import EVERYWHERE, Region, Scope, common, shortened, without

if TYPE_CHECKING:
    from dealer_roles.organization.on_day import OnDay


@frozen
class Standing:
    """One part of a task in which the same answer holds.

    Attributes:
        region: The part.
        cell: The cell that it lies in: of this task, or of the larger one that answers.
        whole: The larger task whose owners answer for it.
        declared: The declaration that nobody owns it.
    """

    region: Region
    cell: CellOwners
    whole: str = ""
    declared: Unowned | None = None

    @property
    def holders(self) -> tuple[str, ...]:
        """The owners, sorted."""
        return () if self.declared else self.cell.holders

    @property
    def forgotten(self) -> bool:
        """Whether nobody owns it, and not on purpose."""
        return not self.cell.holders and self.declared is None


@per_day
def standing(org: OnDay, task: str) -> tuple[Standing, ...]:
    """Return how a task stands: parts that do not meet and together are everything."""
    found: list[Standing] = []
    for cell in owned_cells(org, task):
        found += [Standing(cell.region, cell)] if cell.holders else _nobody(org, task, cell)
    return tuple(found)


def standing_in(org: OnDay, task: str, scope: Scope) -> tuple[Standing, ...]:
    """Return how a task stands within a scope."""
    asked = (shortened(scope, org.dimensions),)
    every = standing(org, task)
    if asked == EVERYWHERE:
        return every
    found = [replace(part, region=common(part.region, asked)) for part in every]
    return tuple(part for part in found if part.region)


def owning_shares(org: OnDay, task: str, scope: Scope) -> Iterator[Duty]:
    """Yield the shares by which a task is owned within a scope, those in larger tasks too."""
    for part in standing_in(org, task, scope):
        yield from part.cell.duties


def owners_in(org: OnDay, task: str, scope: Scope) -> tuple[str, ...]:
    """Return who owns a task within a scope, sorted: the answer to ``owner`` without its why."""
    return tuple(sorted(holders_of(standing_in(org, task, scope))))


def _nobody(org: OnDay, task: str, cell: CellOwners) -> Iterator[Standing]:
    """Yield how a cell stands that has no owner of its own."""
    left = cell.region
    for declared in org.declared_unowned.get(task, ()):
        scope = shortened(declared.scope, org.dimensions)
        if meant := common(left, (scope,)):
            yield Standing(meant, cell, declared=declared)
            left = without(left, [scope], org.dimensions)
    for whole, part, above in above_in(org, task, left):
        yield Standing(part, above, whole)
        left = without(left, part, org.dimensions)
    if left:
        yield Standing(left, cell)


def above_in(org: OnDay, task: str, region: Region) -> Iterator[tuple[str, Region, CellOwners]]:
    """Yield, for each part of a region, the nearest larger task that has an owner there."""
    whole = nearest_owned(org, part_of(org, task))
    while whole and region:
        for cell in owned_cells(org, whole):
            if cell.holders and (part := common(region, cell.region)):
                yield whole, part, cell
                region = without(region, part, org.dimensions)
        whole = nearest_owned(org, part_of(org, whole))


def part_of(org: OnDay, task: str) -> str:
    """Return the larger task that a task is a part of; empty if there is none."""
    return org.model.catalogue.tasks[task].part_of


def nearest_owned(org: OnDay, task: str) -> str:
    """Return a task, or the nearest larger one, that somebody owns in some cell."""
    known = _nearest(org)
    passed: list[str] = []
    while task not in known:
        if owned_anywhere(org, task):
            known[task] = task
        else:
            passed.append(task)
            task = part_of(org, task)
    found = known[task]
    known.update(dict.fromkeys(passed, found))
    return found


@once_a_day
def _nearest(org: OnDay) -> dict[str, str]:
    """Return where the climbs of a day are kept, of all tasks together; none ends at nothing."""
    del org
    return {"": ""}


def forgotten_in(parts: Iterable[Standing]) -> Region:
    """Return where nobody owns these parts, and not on purpose."""
    return tuple(box for part in parts if part.forgotten for box in part.region)


def declared_in(parts: Iterable[Standing]) -> tuple[Unowned, ...]:
    """Return the declarations that nobody owns some of these parts."""
    return tuple(dict.fromkeys(part.declared for part in parts if part.declared))


def unsettled(org: OnDay, task: str) -> Region:
    """Return where a task is forgotten and its parts do not stand for it either.

    A whole without duties of its own is done by its parts where all that are done here
    are owned; a part declared unowned is not done here, and one must be.
    """
    return _from_below(org, task, _open(org), _left_by)


@once_a_day
def _open(org: OnDay) -> dict[str, Region]:
    """Return where the unsettled regions of a day are kept, of all tasks together."""
    del org
    return {}


Found = TypeVar("Found")


def _from_below(
    org: OnDay,
    task: str,
    known: dict[str, Found],
    made: Callable[[OnDay, str, Sequence[tuple[str, Found]]], Found],
) -> Found:
    """Return what is made of a task and what was made of its parts, if these stand for it."""
    if task in known:
        return known[task]
    waiting = [task]
    while waiting:
        current = waiting[-1]
        parts = org.parts[current] if _divided(org, current) else ()
        missing = [part for part in parts if part not in known]
        if missing:
            waiting += missing
        else:
            known[waiting.pop()] = made(org, current, [(part, known[part]) for part in parts])
    return known[task]


def _divided(org: OnDay, task: str) -> bool:
    return bool(org.parts.get(task)) and not org.stated_of_task.get(task)


def settled_apart(org: OnDay, task: str) -> Iterator[Standing]:
    """Yield how a task stands; of what is forgotten, what its own parts do not stand for."""
    still_open = unsettled(org, task)
    for part in standing(org, task):
        if not part.forgotten:
            yield part
        elif region := common(part.region, still_open):
            yield replace(part, region=region)


def _left_by(org: OnDay, whole: str, parts: Sequence[tuple[str, Region]]) -> Region:
    """Return where a whole is forgotten, and some part is open or none is done here."""
    own = nowhere_done = settled = forgotten_in(standing(org, whole))
    if not parts or not own:
        return own
    for part, still_open in parts:
        nowhere_done = common(nowhere_done, _declared(org, part))
        settled = without(settled, still_open, org.dimensions)
    settled = without(settled, nowhere_done, org.dimensions)
    return without(own, settled, org.dimensions)


def _declared(org: OnDay, task: str) -> Region:
    return tuple(box for part in standing(org, task) if part.declared for box in part.region)


def owners_of_parts(org: OnDay, whole: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each part that is done here with its owners, those of its own parts included."""
    for part in org.parts[whole]:
        if holders := _from_below(org, part, _below(org), _owners_or_below):
            yield part, tuple(sorted(holders))


@once_a_day
def _below(org: OnDay) -> dict[str, frozenset[str]]:
    """Return where the owners of parts of a day are kept, of all tasks together."""
    del org
    return {}


def _owners_or_below(
    org: OnDay, task: str, parts: Sequence[tuple[str, frozenset[str]]]
) -> frozenset[str]:
    owned = frozenset(holders_of(standing(org, task)))
    return owned or frozenset().union(*(holders for _, holders in parts))


def holders_of(parts: Iterable[Standing]) -> set[str]:
    """Return all who own one of these parts."""
    return {holder for part in parts for holder in part.holders}
