"""What is declared to have no owner, on purpose."""

from __future__ import annotations

from collections.abc import Sequence

from dealer_roles.model.entities import Unowned
from dealer_roles.organization.cells import CellOwners
from dealer_roles.organization.on_day import OnDay
from dealer_roles.values.scope import Scope, scope_within, scopes_joined


def declaration(org: OnDay, task: str, cell: Scope) -> Unowned | None:
    """Return the declaration that nobody owns all of this cell of a task, if there is one."""
    return next(
        (
            d
            for d in org.declared_unowned.get(task, ())
            if scope_within(cell, _limits(org, d.scope))
        ),
        None,
    )


def _limits(org: OnDay, scope: Scope) -> Scope:
    """Return a scope without the dimensions of which it names every value."""
    known = org.model.catalogue.dimensions
    return tuple((dim, values) for dim, values in scope if len(values) < len(known[dim].values))


def declarations(
    org: OnDay, task: str, scope: Scope, cells: Sequence[CellOwners]
) -> tuple[Unowned, ...]:
    """Return the declarations that together cover everything asked about, else none."""
    asked = [scopes_joined(cell.scope, scope) for cell in cells] or [scope]
    found = [declaration(org, task, cell) for cell in asked]
    known = tuple(dict.fromkeys(d for d in found if d is not None))
    return known if None not in found else ()
