"""What a finding about a place is known by: the same wherever one stands, whatever is inserted."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable

from dealer_roles.source.labels import joined, label_of
from dealer_roles.values.fields import replace
from dealer_roles.values.findings import Finding
from dealer_roles.values.span import is_bundled

_DOCUMENT = re.compile(r"^\d+(?=/|$)")
_POSITION = re.compile(r"/\d+(?=/|$)")


def stable_subjects(findings: Iterable[Finding], folder: str, org: str) -> list[Finding]:
    """Return findings whose subjects depend on the organization alone.

    A subject that is a place becomes the path relative to the organization's folder, with the
    JSON pointer without list positions; a finding that names no organization gets this one.

    Args:
        findings: As they were found: places as answers show them.
        folder: The organization's folder.
        org: Its id.
    """
    return [
        replace(f, org=f.org or org, subject=_subject(f, os.path.abspath(folder))) for f in findings
    ]


def _subject(finding: Finding, folder: str) -> str:
    file = finding.span.file
    if finding.subject != file and not finding.subject.startswith(f"{file}#"):
        return finding.subject
    if is_bundled(file):
        return finding.subject
    rest = finding.subject.removeprefix(file)
    there = joined(label_of(folder), "")
    relative = (
        file.removeprefix(there).lstrip("/")
        if ":" in there and file.startswith(there)
        else os.path.relpath(os.path.abspath(file), folder).replace(os.sep, "/")
    )
    return relative + (f"#{_without_positions(rest[1:])}" if rest else "")


def _without_positions(pointer: str) -> str:
    return _POSITION.sub("", _DOCUMENT.sub("", pointer))
