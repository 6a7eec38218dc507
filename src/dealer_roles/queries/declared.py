"""What is declared to have no owner, on purpose."""

from __future__ import annotations

from collections.abc import Sequence

from dealer_roles.graph.index import OrgIndex
from dealer_roles.model.entities import Unowned
from dealer_roles.model.values import Scope, scope_within, scopes_joined
from dealer_roles.queries.cells import CellOwners


def declaration(index: OrgIndex, task: str, cell: Scope) -> Unowned | None:
    """Return the declaration that nobody owns all of this cell of a task, if there is one."""
    return next(
        (
            d
            for d in index.declared_unowned.get(task, ())
            if scope_within(cell, _limits(index, d.scope))
        ),
        None,
    )


def _limits(index: OrgIndex, scope: Scope) -> Scope:
    """Return a scope without the dimensions of which it names every value."""
    known = index.model.catalogue.dimensions
    return tuple((dim, values) for dim, values in scope if len(values) < len(known[dim].values))


def declarations(
    index: OrgIndex, task: str, scope: Scope, cells: Sequence[CellOwners]
) -> tuple[Unowned, ...]:
    """Return the declarations that together cover everything asked about, else none."""
    asked = [scopes_joined(cell.scope, scope) for cell in cells] or [scope]
    found = [declaration(index, task, cell) for cell in asked]
    known = tuple(dict.fromkeys(d for d in found if d is not None))
    return known if None not in found else ()
