"""The cells of a task: the combinations of scope values that are told apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod

from dealer_roles.model.entities import Duty
from dealer_roles.organization.on_day import OnDay
from dealer_roles.values.scope import ANY, Scope, scopes_meet

MOST_CELLS = 4_096
OWNING = ("accountable", "responsible")


@dataclass(frozen=True, slots=True)
class CellOwners:
    """Who owns one cell of a task.

    Attributes:
        scope: The cell.
        holders: The owners, sorted: posts or positions.
        duties: The duties that make them owners.
        others: The other shares in this cell.
    """

    scope: Scope
    holders: tuple[str, ...]
    duties: tuple[Duty, ...]
    others: tuple[Duty, ...]


def cells_of(org: OnDay, task: str, duties: Sequence[Duty]) -> tuple[Scope, ...]:
    """Return the cells of a task: what its ``split_by`` declares and its duties use.

    Where a duty leaves out a dimension that others use and that is not declared, the
    values nobody names form one more cell, in which the dimension is left out.
    """
    catalogue = org.model.catalogue
    known = catalogue.tasks.get(task)
    declared = known.split_by if known else ()
    dimensions = dict.fromkeys(declared)
    dimensions.update((dim, None) for duty in duties for dim, _ in duty.scope)
    if not dimensions:
        return (ANY,)
    values = [_values(org, dim, dim in declared, duties) for dim in sorted(dimensions)]
    if prod(map(len, values)) > MOST_CELLS:
        return tuple(dict.fromkeys(duty.scope for duty in duties))
    return tuple(tuple(part for part in cell if part[1]) for cell in product(*values))


def _values(
    org: OnDay, dimension: str, declared: bool, duties: Sequence[Duty]
) -> list[tuple[str, frozenset[str]]]:
    """Return the parts of one dimension; an empty set stands for the values nobody names."""
    known = org.model.catalogue.dimensions.get(dimension)
    every = [value.id for value in known.values] if known else []
    if declared:
        return [(dimension, frozenset((value,))) for value in every]
    used: set[str] = set()
    open_ended = False
    for duty in duties:
        named = dict(duty.scope).get(dimension)
        used |= named or frozenset()
        open_ended = open_ended or named is None
    parts = [(dimension, frozenset((value,))) for value in sorted(used)]
    if open_ended and used < set(every):
        parts.append((dimension, frozenset()))
    return parts


def owners_of_cell(org: OnDay, cell: Scope, duties: Iterable[Duty]) -> CellOwners:
    """Return who owns a cell, given the duties in force: the accountable, else the responsible."""
    meeting = [duty for duty in duties if _covers(duty.scope, cell)]
    for responsibility in OWNING:
        owning = [duty for duty in meeting if duty.responsibility == responsibility]
        if owning:
            holders = tuple(sorted({org.holder(duty.holder) for duty in owning}))
            others = tuple(duty for duty in meeting if duty not in owning)
            return CellOwners(cell, holders, tuple(owning), others)
    return CellOwners(cell, (), (), tuple(meeting))


def _covers(scope: Scope, cell: Scope) -> bool:
    """Whether a duty's scope meets a cell; the cell of unnamed values meets no named ones."""
    named = dict(cell)
    if any(dim not in named for dim, _ in scope):
        return False
    return scopes_meet(scope, cell)


def cells_meeting(cells: Sequence[Scope], wanted: Scope) -> tuple[Scope, ...]:
    """Return the cells that a scope touches."""
    if not wanted:
        return tuple(cells)
    named: dict[str, set[str]] = {}
    for cell in cells:
        for dim, values in cell:
            named.setdefault(dim, set()).update(values)
    return tuple(cell for cell in cells if _touches(cell, wanted, named))


def _touches(cell: Scope, wanted: Scope, named: dict[str, set[str]]) -> bool:
    parts = dict(cell)
    for dim, values in wanted:
        if dim in parts:
            if not values & parts[dim]:
                return False
        elif dim in named and values <= named[dim]:
            return False
    return True
