"""Job descriptions against the ledger of their editions: what must be issued anew."""

from __future__ import annotations

from collections.abc import Iterator

from dealer_roles.model.edition import Edition, EditionEntry
from dealer_roles.organization.on_day import OnDay
from dealer_roles.organization.with_ids import words_of
from dealer_roles.publish.job_description.changes_section import (
    changed_parts,
    edition_of,
    entries_of,
    only_language,
    parts_named,
)
from dealer_roles.publish.job_description.publish import holders
from dealer_roles.publish.job_description.said import Said
from dealer_roles.publish.job_description.sections import said_here
from dealer_roles.values.findings import Finding
from dealer_roles.values.span import Span
from dealer_roles.values.text import LANGS, NO_TEXT, Text
from dealer_roles.words.marks import joined

UNCHANGED = "edition-unchanged"
UNRECORDED = "edition-unrecorded"
UNKNOWN = "edition-unknown"
_OTHERS = Text(
    "先核对其他语言是否仍说同样的话；", "first see that the other language still says so; "
)
CODES = frozenset({UNCHANGED, UNRECORDED, UNKNOWN})


def edition_findings(org: OnDay) -> Iterator[Finding]:
    """Yield what disagrees between job descriptions and ledger; nothing without a ledger."""
    if not org.model.editions:
        return
    for holder in holders(org):
        stated = edition_of(org.model, holder)
        if stated is not None:
            yield from _compared(org, holder, stated)
    yield from _unknown(org)


def _compared(org: OnDay, holder: str, stated: Edition) -> Iterator[Finding]:
    entries = entries_of(org.model, holder)
    recorded = [entry for entry in entries if entry.version == stated.version]
    if not recorded:
        yield _unrecorded(org, holder, stated)
        return
    said = said_here(org, holder)
    if said.hash != recorded[-1].hash:
        yield _unchanged(org, holder, recorded[-1], said)


def _unchanged(org: OnDay, holder: str, entry: EditionEntry, said: Said) -> Finding:
    parts = changed_parts(entry.parts or {}, said.hashes)
    who, named = words_of(org.model, holder), parts_named(parts)
    alone = only_language(entry.languages or {}, said.languages)
    zh, en = (joined((named.get(lang), alone.get(lang)), lang) for lang in LANGS)
    first = _OTHERS if alone.en else NO_TEXT
    return Finding(
        UNCHANGED,
        "error",
        Text(
            f"{who.zh}的岗位说明书内容已变（{zh}），版次仍为 {entry.version}",
            f"the job description of {who.en} says something else ({en}) "
            f"under an unchanged edition {entry.version}",
        ),
        _span(org, holder),
        org.model.id,
        holder,
        Text(
            f"{first.zh}升版并写明原因：dealer-roles edition {holder} --reason …",
            f"{first.en}raise the edition: dealer-roles edition {holder} --reason …",
        ),
    )


def _unrecorded(org: OnDay, holder: str, stated: Edition) -> Finding:
    who = words_of(org.model, holder)
    return Finding(
        UNRECORDED,
        "error",
        Text(
            f"台账中没有{who.zh}的版次 {stated.version}",
            f"the ledger does not hold edition {stated.version} of {who.en}",
        ),
        _span(org, holder),
        org.model.id,
        holder,
        Text(
            f"登记：dealer-roles edition {holder} --reason …",
            f"record it: dealer-roles edition {holder} --reason …",
        ),
    )


def _unknown(org: OnDay) -> Iterator[Finding]:
    """Yield the last entries of the ledger that no position's edition is."""
    last = {entry.position: entry for entry in org.model.editions}
    for holder, entry in last.items():
        there = holder in org.model.positions or holder in org.model.posts
        stated = edition_of(org.model, holder) if there else None
        if stated is None:
            yield _nobody(org, entry, there)


def _nobody(org: OnDay, entry: EditionEntry, there: bool) -> Finding:
    why = (
        Text("该岗位未写明 edition", "the position states no edition")
        if there
        else Text("没有这个岗位", "there is no such position")
    )
    who = words_of(org.model, entry.position)
    return Finding(
        UNKNOWN,
        "warning",
        Text(
            f"台账中的版次无对应：{who.zh} {entry.version}（{why.zh}）",
            f"the ledger holds edition {entry.version} of {who.en}, which nothing has: {why.en}",
        ),
        entry.span,
        org.model.id,
        entry.position,
    )


def _span(org: OnDay, holder: str) -> Span:
    found = org.model.positions.get(holder) or org.model.posts[holder]
    return found.span
