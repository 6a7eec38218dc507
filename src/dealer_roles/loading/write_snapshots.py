"""Making the snapshots of what is bundled; a build step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from dealer_roles.loading.answer_store import write_answers
from dealer_roles.loading.build_bundled import build_bundled
from dealer_roles.loading.bundled import CATALOGUE, bundle, bundled, bundled_files
from dealer_roles.loading.remembered_owner import answer_key
from dealer_roles.loading.rule_sets import bundled_rule_documents, bundled_rule_files
from dealer_roles.loading.snapshot_store import write_snapshot
from dealer_roles.organization.linked import Linked
from dealer_roles.questions.owner import owner


def write_snapshots() -> list[str]:
    """Write the snapshots of everything that is bundled; return their paths.

    Raises:
        InvalidDefinitions: Something bundled cannot be loaded; nothing proves it then.
    """
    paths = []
    for name in bundled():
        organization = Linked(build_bundled(name).require())
        paths.append(write_snapshot(name, bundled_files(name), bundle(name).documents))
        paths.append(write_answers(name, answer_key(name), _answers(organization)))
    paths.append(write_snapshot("rules", bundled_rule_files(), bundled_rule_documents()))
    paths.append(write_snapshot(CATALOGUE, bundled_files(CATALOGUE), bundle(CATALOGUE).documents))
    return paths


def _answers(organization: Linked) -> Iterator[tuple[str, dict[str, Any], dict[str, str]]]:
    """Yield the owner of every task; none if anything is bound to a time."""
    if len(organization.periods) > 1:
        return
    org = organization.on(dt.date.min)
    for task in sorted(org.model.catalogue.tasks):
        answer = owner(org, task, ())
        yield task, {**answer.to_dict(), "why": ""}, answer.why.to_dict()
