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


@cache
def party_names() -> dict[str, str]:
    """Return the ids of the bundled parties by each of their names, in lower case."""
    return {
        name.lower(): entry.id
        for document in bundle(CATALOGUE).documents
        if document.kind == "parties"
        for entry in document.value.parties
        for name in (entry.name.zh, entry.name.en)
        if name
    }
