"""The organizations that the laws are held against: those that users draw, too.

A law that is about one thing narrows the shape, so that most of what is drawn is about it; a slow
reading narrows it to what it can read.
"""

from __future__ import annotations

from hypothesis import strategies as st

from dealer_roles.testing import Shape
from dealer_roles.testing import documents as organizations
from dealer_roles.testing.choices import Choices
from dealer_roles.testing.drawn import picking
from dealer_roles.testing.held import DrawnEntries, Entry, Nameable
from dealer_roles.testing.short_form import Documents
from tests.support.examples import examples

__all__ = [
    "DAYS", "DIMENSIONS", "FEW", "POSITIONS", "Documents", "Shape", "organizations", "scopes",
]  # fmt: skip

FEW = examples(12)
"""For whole organizations, which take a while to draw."""

USUAL = Shape()
DAYS, DIMENSIONS, POSITIONS = USUAL.days, USUAL.scopes, USUAL.positions

READ_SLOWLY = Shape(
    often={"position.departments": 0, "department.heads": 0, "department.part_of": 0},
    kinds={"reports_to": {"top": 12, "position": 60, "absent": 10, "not stated": 18}},
)
"""Without what the slow answers do not read: several departments, nested ones, several heads."""

ESCALATIONS = Shape(
    positions=("a", "b", "c", "d", "e"),
    absent=("x", "y"),
    departments=("red", "blue"),
    topics=("fire",),
    scopes={"business": ("sales", "service", "parts")},
    days=("2026-01-03", "2026-01-04"),
    amounts=(100, 500, 2000),
    often={
        "every position": 100, "coverage": 0, "calendar": 0, "authority": 0, "unowned": 0,
        "process": 0, "department": 40, "department.head": 100, "department.part_of": 0,
        "ladder": 85, "rung.limit": 75, "post": 95, "post.headcount": 0,
        "position.deputy": 0, "position.vacant": 0, "position.also_reports_to": 0,
        "position.headcount": 0, "position.departments": 0, "position.authority": 0,
    },
    kinds={
        "reports_to": {"top": 35, "position": 38, "absent": 12, "not stated": 15},
        "rung": {"position": 44, "absent": 12, "party": 13, "manager": 12, "head": 22},
        "members": {"two": 75, "three": 25},
    },
    most={"duties": 0, "handoffs": 0},
)  # fmt: skip
"""For what is about who is called next; heads are single, which the slow reading knows alone."""


@st.composite
def scopes(draw: st.DrawFn) -> Entry | None:
    """A scope over some dimensions of the usual shape, or none."""
    nobody = Nameable(tasks=(), here=(), absent=(), posts=())
    choose = Choices(picking(draw), USUAL)
    return DrawnEntries(choose, nobody).scope() if draw(st.booleans()) else None
