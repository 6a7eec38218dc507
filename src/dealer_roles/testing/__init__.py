"""For tests of what uses dealer-roles: organizations in a few words, or drawn at random.

``organizations`` and ``documents`` are strategies of hypothesis, which they need.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealer_roles.testing.drawing import documents_of_seed
from dealer_roles.testing.shape import Shape
from dealer_roles.testing.short_form import documents_of, organization_of, write_documents

if TYPE_CHECKING:
    from dealer_roles.testing.drawn import documents, organizations

__all__ = [
    "Shape",
    "documents",
    "documents_of",
    "documents_of_seed",
    "organization_of",
    "organizations",
    "write_documents",
]


def __getattr__(name: str) -> object:
    if name not in ("documents", "organizations"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        from dealer_roles.testing import drawn
    except ImportError as error:
        if error.name == "hypothesis":
            error.add_note(f"dealer_roles.testing.{name} 需要 hypothesis：pip install hypothesis")
            error.add_note(f"dealer_roles.testing.{name} needs it: pip install hypothesis")
        raise
    return getattr(drawn, name)
