"""Which tasks an organization means to do."""

from __future__ import annotations

from typing import Any

from dealer_roles.model.base_forms import ID
from dealer_roles.model.declare import declared, derived, optional, required
from dealer_roles.model.forms import ByType, Choice, Listed, Nested


@declared
class CoverageOf:
    """任务范围 — Which tasks an organization means to do.

    Attributes:
        kind: ``stated``, ``complete``, or ``like`` another organization.
    """

    like: str = required(
        ID, "比照的随附组织，如 standard", "The bundled organization whose tasks are meant"
    )
    areas: tuple[str, ...] = optional(
        Listed(ID, fewest=1, most=200),
        "只含这些业务领域；省略为全部",
        "Only these business areas; left out: all",
        default=(),
    )
    kind: str = derived(default="like")


STATED = CoverageOf(like="", kind="stated")


def _coverage(written: Any) -> CoverageOf:
    return CoverageOf(like="", kind=written) if written.__class__ is str else written


COVERAGE = ByType(
    _coverage, CoverageOf, text=Choice(("stated", "complete")), mapping=Nested(CoverageOf)
)
