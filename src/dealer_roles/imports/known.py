"""Which ids the bundled catalogue holds."""

from __future__ import annotations

from functools import cache

from dealer_roles.loading.bundled import CATALOGUE, bundle


@cache
def bundled_ids(kind: str) -> frozenset[str]:
    """Return the ids of a kind of catalogue file: ``tasks``, ``parties``."""
    return frozenset(
        entry.id
        for document in bundle(CATALOGUE).documents
        if document.kind == kind
        for entry in getattr(document.value, kind)
    )
