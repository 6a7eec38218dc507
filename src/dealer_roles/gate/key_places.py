"""Findings on what the organization's own file asks for by one key, at the place of that key."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from dealer_roles.loading.loaded import Loaded
from dealer_roles.model.organization import OrganizationModel
from dealer_roles.source.document import Locator
from dealer_roles.source.settings import find_settings
from dealer_roles.values.findings import Finding

_PART = re.compile(r"[\[/#]|->")


def at_their_keys(findings: Iterable[Finding], loaded: Loaded) -> Iterator[Finding]:
    """Yield the findings; those at the organization as a whole go to the key they are about.

    A task that nothing here names is asked for by ``coverage``, a ladder is missing from
    ``ladders``.

    Args:
        findings: Findings on the organization.
        loaded: What was read.
    """
    model = loaded.model
    main = next((d for d in loaded.documents if d.kind == "organization"), None)
    if model is None or main is None:
        yield from findings
        return
    locator = Locator(find_settings(Path(loaded.folder)))
    for finding in findings:
        key = _key(finding, model) if finding.span == model.span else ""
        yield replace(finding, span=locator.span(main, (), key)) if key else finding


def _key(finding: Finding, model: OrganizationModel) -> str:
    ids = {_PART.split(part, maxsplit=1)[0] for part in finding.subject.split(",")} - {model.id}
    if ids & model.catalogue.tasks.keys():
        return "coverage"
    return "ladders" if ids & model.catalogue.topics.keys() else ""
