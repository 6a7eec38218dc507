"""The state of files and code that the answers of a bundled organization depend on."""

from __future__ import annotations

from dealer_roles.loading.bundled_paths import CATALOGUE, bundled_paths
from dealer_roles.loading.content_key import key_of


def answer_key(name: str) -> str:
    """Return the state that the answers of a bundled organization depend on."""
    return key_of([*bundled_paths(CATALOGUE), *bundled_paths(name)])
