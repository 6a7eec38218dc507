"""Making the snapshots of what is bundled; a build step."""

from __future__ import annotations

from dealer_roles.loading.build_bundled import build_bundled
from dealer_roles.loading.bundled import CATALOGUE, bundle, bundled, bundled_files
from dealer_roles.loading.rule_sets import bundled_rule_documents, bundled_rule_files
from dealer_roles.loading.snapshot_store import write_snapshot


def write_snapshots() -> list[str]:
    """Write the snapshots of everything that is bundled; return their paths.

    Raises:
        InvalidDefinitions: Something bundled cannot be loaded; nothing proves it then.
    """
    paths = []
    for name in bundled():
        build_bundled(name).require()
        paths.append(write_snapshot(name, bundled_files(name), bundle(name).documents))
    paths.append(write_snapshot("rules", bundled_rule_files(), bundled_rule_documents()))
    paths.append(write_snapshot(CATALOGUE, bundled_files(CATALOGUE), bundle(CATALOGUE).documents))
    return paths
