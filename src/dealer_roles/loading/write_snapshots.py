"""Making the snapshots of what is bundled; a build step."""

from __future__ import annotations

from dealer_roles.loading.build_bundled import build_bundled
from dealer_roles.loading.bundled import CATALOGUE, bundle, bundled, bundled_files
from dealer_roles.loading.rule_sets import bundled_rule_documents, bundled_rule_files
from dealer_roles.loading.snapshot_store import write_snapshot
from dealer_roles.source.document import YamlDocument
from dealer_roles.source.located import Located, located
from dealer_roles.values.fields import replace


def write_snapshots() -> list[str]:
    """Write the snapshots of everything that is bundled; return their paths.

    Raises:
        InvalidDefinitions: Something bundled cannot be loaded; nothing proves it then.
    """
    paths = []
    for name in bundled():
        build_bundled(name).require()
        paths.append(write_snapshot(name, bundled_files(name), bundle(name).documents))
    rules = map(without_examples, bundled_rule_documents())
    paths.append(write_snapshot("rules", bundled_rule_files(), rules))
    paths.append(write_snapshot(CATALOGUE, bundled_files(CATALOGUE), bundle(CATALOGUE).documents))
    return paths


def without_examples(document: YamlDocument) -> YamlDocument:
    """Return rules without the half of them that no check reads."""
    data = document.data
    rules = [_without(rule, "examples") for rule in data["rules"]]
    return replace(document, data=located({**data, "rules": rules}, data.line, data.column))


def _without(written: Located, key: str) -> Located:
    left = {name: value for name, value in written.items() if name != key}
    return located(left, written.line, written.column)
