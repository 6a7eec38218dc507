"""Making the snapshots of what is bundled; a build step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from dealer_roles.app.bundled import CATALOGUE, bundle, bundled, bundled_files
from dealer_roles.app.load import build_bundled
from dealer_roles.app.remembered import answer_key
from dealer_roles.graph.index import OrgIndex
from dealer_roles.queries.owner import owner
from dealer_roles.rules.registry import bundled_rule_documents, bundled_rule_files
from dealer_roles.snapshot.answers import write_answers
from dealer_roles.snapshot.store import write_snapshot


def write_snapshots() -> list[str]:
    """Write the snapshots of everything that is bundled; return their paths.

    Raises:
        InvalidDefinitions: Something bundled cannot be loaded; nothing proves it then.
    """
    paths = []
    for name in bundled():
        index = OrgIndex(build_bundled(name).require())
        paths.append(write_snapshot(name, bundled_files(name), bundle(name).documents))
        paths.append(write_answers(name, answer_key(name), _answers(index)))
    paths.append(write_snapshot("rules", bundled_rule_files(), bundled_rule_documents()))
    paths.append(write_snapshot(CATALOGUE, bundled_files(CATALOGUE), bundle(CATALOGUE).documents))
    return paths


def _answers(index: OrgIndex) -> Iterator[tuple[str, dict[str, Any], dict[str, str]]]:
    """Yield the owner of every task; none if any duty is bound to a time."""
    if any(duty.valid is not None for duty in index.duties):
        return
    for task in sorted(index.model.catalogue.tasks):
        answer = owner(index, task, (), dt.date.min)
        yield task, {**answer.to_dict(), "why": ""}, answer.why.to_dict()
