"""Checking organizations: what does not load, what overlaps and what is missing."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dealer_roles.app.load import Loaded, read
from dealer_roles.base.findings import Finding, in_order
from dealer_roles.base.location import Span
from dealer_roles.base.report import Report, Reported
from dealer_roles.graph.index import OrgIndex
from dealer_roles.queries.gap import gaps
from dealer_roles.queries.overlap import overlaps


@dataclass(frozen=True, slots=True)
class Checked:
    """One organization and what was found in it.

    Attributes:
        loaded: What was read.
        findings: What was found, in order.
    """

    loaded: Loaded
    findings: tuple[Finding, ...]


def check_one(name: str | os.PathLike[str], on: dt.date) -> Checked:
    """Check one organization on a day; one that cannot be built gives only the reasons why.

    Raises:
        UnknownOrganization: There is no such organization.
    """
    return check_loaded(read(name), on)


def check_loaded(loaded: Loaded, on: dt.date) -> Checked:
    """Check an organization that is already read."""
    if loaded.model is None or loaded.findings:
        return Checked(loaded, loaded.findings)
    index = OrgIndex(loaded.model)
    return Checked(loaded, in_order((*_overlapping(index, on), *_missing(index, on))))


def _overlapping(index: OrgIndex, on: dt.date) -> Iterable[Finding]:
    for item in overlaps(index, on):
        code: Literal["overlap-same", "overlap-nested"] = (
            "overlap-same" if item.kind == "same" else "overlap-nested"
        )
        subject = ",".join((item.task, *item.positions))
        span = item.evidence[0].span
        yield Finding(code, "warning", item.why, span, index.model.id, subject)


def _missing(index: OrgIndex, on: dt.date) -> Iterable[Finding]:
    for gap in gaps(index, on):
        yield Finding(gap.kind, gap.severity, gap.message, gap.span, index.model.id, gap.subject)


def report_of(checked: Sequence[Checked]) -> Report:
    """Put what was found in several organizations into one report."""
    items = [Reported(finding) for one in checked for finding in one.findings]
    items.sort(key=lambda item: item.finding.sort_key())
    return Report(
        tuple(items),
        excerpts=_excerpts([i.finding.span for i in items], [one.loaded for one in checked]),
        organizations=tuple(one.loaded.model.id for one in checked if one.loaded.model is not None),
    )


def _excerpts(spans: Iterable[Span], loaded: Iterable[Loaded]) -> Mapping[Span, str]:
    """Return the source line of each span whose file can be read."""
    paths = {d.file.label: d.file.path for one in loaded for d in one.documents}
    lines: dict[str, list[str]] = {}
    found: dict[Span, str] = {}
    for span in spans:
        if span.file not in lines:
            lines[span.file] = _lines(paths.get(span.file, span.file))
        if span.line <= len(lines[span.file]):
            found[span] = lines[span.file][span.line - 1]
    return found


def _lines(path: str | os.PathLike[str]) -> list[str]:
    try:
        with open(path, encoding="utf-8-sig", errors="replace") as stream:
            return stream.read(5_000_000).splitlines()
    except OSError:
        return []
