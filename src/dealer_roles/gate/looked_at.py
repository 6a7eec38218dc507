"""What a run looked at, from what it loaded."""

from __future__ import annotations

from collections.abc import Iterable

from dealer_roles.gate.remembered import Remembered
from dealer_roles.loading.loaded import Loaded
from dealer_roles.reports.manifest import LookedAt, Manifest


def looked_at(organizations: Iterable[Loaded | Remembered]) -> Manifest:
    """Return what is known of a run once its organizations are read."""
    every = tuple(organizations)
    return Manifest(
        tuple(LookedAt(one.id, one.origin, one.stands, one.place) for one in every),
        sum(one.files_read for one in every),
        sum(one.passed_over for one in every),
        sum(one.positions for one in every),
    )
