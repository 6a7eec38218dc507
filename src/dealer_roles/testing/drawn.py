"""Random organizations for property tests, as strategies of hypothesis, which they need."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from dealer_roles.facade import Organization
from dealer_roles.testing.choices import Pick
from dealer_roles.testing.drawing import draw_documents
from dealer_roles.testing.shape import Shape
from dealer_roles.testing.short_form import Documents, loaded


def organizations(shape: Shape | None = None) -> st.SearchStrategy[Organization]:
    """Draw whole organizations, loaded.

    Args:
        shape: What they are made of, and how often each thing is stated; by default everything
            that a definition may say of who does what.
    """
    return documents(shape).map(loaded)


@st.composite
def documents(draw: st.DrawFn, shape: Shape | None = None) -> Documents:
    """Draw whole organizations with a catalogue of their own, as documents by file name."""
    return draw_documents(picking(draw), shape or Shape())


def picking(draw: st.DrawFn) -> Pick:
    """Return what picks as hypothesis draws; counterexamples shrink to what stands first."""

    def pick(options: Sequence[Any]) -> Any:
        return options[draw(st.integers(0, len(options) - 1))]

    return pick
