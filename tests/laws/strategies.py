"""The organizations that the laws are held against: those that users draw, too."""

from __future__ import annotations

from dealer_roles.testing.drawn import (
    DAYS,
    DIMENSIONS,
    POSITIONS,
    forests,
    maybe,
    present,
    scopes,
)
from dealer_roles.testing.drawn import documents as organizations
from dealer_roles.testing.short_form import Documents
from tests.support.examples import examples

__all__ = [
    "DAYS",
    "DIMENSIONS",
    "FEW",
    "POSITIONS",
    "Documents",
    "forests",
    "maybe",
    "organizations",
    "present",
    "scopes",
]

FEW = examples(12)
"""For whole organizations, which take a while to draw."""
