"""Waivers: findings that are accepted, each with a reason, an owner and an end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from fnmatch import fnmatchcase

from dealer_roles.source.document import YamlDocument
from dealer_roles.values.findings import Finding, Severity, in_order
from dealer_roles.values.frozen import frozen
from dealer_roles.values.near import did_you_mean, nearest
from dealer_roles.values.span import Span
from dealer_roles.values.text import Text

SOON = 30


@frozen
class Waiver:
    """One accepted finding, or several of one rule.

    Attributes:
        rule: The rule's id, or a glob.
        subject: A finding's subject, one of the ids in it, or a glob.
        org: The organization; empty is any.
        reason: Why it is accepted.
        owner: Who answers for it.
        until: Its last day.
    """

    rule: str
    subject: str
    org: str
    reason: Text
    owner: str
    until: dt.date
    span: Span

    def fits(self, finding: Finding) -> bool:
        """Whether it speaks of a finding."""
        return (
            (not self.org or self.org == finding.org)
            and fnmatchcase(finding.code, self.rule)
            and (
                self.subject in (finding.subject, *finding.subject.split(","))
                or fnmatchcase(finding.subject, self.subject)
            )
        )


@frozen
class WaiverResult:
    """Findings told apart by waivers.

    Attributes:
        active: Those that no waiver in force accepts.
        waived: Those that one accepts, with it.
        extra: Findings about the waivers themselves: unused, lapsed, soon lapsing.
    """

    active: tuple[Finding, ...]
    waived: tuple[tuple[Finding, Waiver], ...]
    extra: tuple[Finding, ...]


def load_waivers(documents: Iterable[YamlDocument]) -> tuple[Waiver, ...]:
    """Return the waivers of documents whose form is checked."""
    return tuple(
        Waiver(
            raw["rule"],
            raw["subject"],
            raw.get("org", ""),
            Text.of(raw["reason"]),
            raw["owner"],
            dt.date.fromisoformat(raw["until"]),
            document.at(raw),
        )
        for document in documents
        if document.kind == "waivers"
        for raw in document.data["waivers"]
    )


def apply_waivers(
    findings: Iterable[Finding],
    waivers: Collection[Waiver],
    on: dt.date,
    org: str,
    ran: Collection[str] | None = None,
    known: Collection[str] | None = None,
) -> WaiverResult:
    """Tell apart which findings are accepted on a day.

    Args:
        findings: The findings of one organization.
        waivers: Its waivers; one that names another organization accepts nothing here.
        on: The day.
        org: The organization's id.
        ran: The rules that were run; a waiver of another is not called unused. ``None`` is all.
        known: The rules that there are; a waiver of another names nothing. ``None`` is all.
    """
    ours = [waiver for waiver in waivers if waiver.org in ("", org)]
    active: list[Finding] = []
    waived: list[tuple[Finding, Waiver]] = []
    used: dict[Waiver, None] = {}
    for finding in findings:
        fitting = [waiver for waiver in ours if waiver.fits(finding)]
        used.update(dict.fromkeys(fitting))
        valid = next((waiver for waiver in fitting if waiver.until >= on), None)
        if valid is None:
            active.append(finding)
        else:
            waived.append((finding, valid))
    extra = [f for waiver in ours for f in _about(waiver, waiver in used, on, org, ran)]
    extra += [f for waiver in waivers for f in _lost(waiver, waiver in used, org, known)]
    return WaiverResult(in_order(active), tuple(waived), in_order(extra))


def _about(
    waiver: Waiver, used: bool, on: dt.date, org: str, ran: Collection[str] | None
) -> Iterator[Finding]:
    name = f"{waiver.rule} / {waiver.subject}"
    days = (waiver.until - on).days
    renew = Text(f"请 {waiver.owner} 解决或续期", f"{waiver.owner} settles the matter or renews it")
    if not used:
        if ran is None or any(fnmatchcase(rule, waiver.rule) for rule in ran):
            words = Text(f"豁免 {name} 没有对应的发现", f"the waiver {name} matches no finding")
            fix = Text("问题已解决则删除它", "delete it if the matter is settled")
            yield _finding("waiver-unused", "warning", waiver, org, words, fix)
    elif days < 0:
        until = waiver.until
        words = Text(f"豁免 {name} 已于 {until} 到期", f"the waiver {name} lapsed on {until}")
        yield _finding("waiver-lapsed", "warning", waiver, org, words, renew)
    elif days <= SOON:
        words = Text(
            f"豁免 {name} 将在 {days} 天后到期", f"the waiver {name} lapses in {days} days"
        )
        yield _finding("waiver-lapsing", "note", waiver, org, words, renew)


def _lost(waiver: Waiver, used: bool, org: str, known: Collection[str] | None) -> Iterator[Finding]:
    """Yield what a waiver names and nobody knows: it can never accept anything."""
    if waiver.org not in ("", org):
        words = Text(
            f"豁免写的组织是 {waiver.org!r}，这里是 {org!r}",
            f"the waiver names the organization {waiver.org!r}; this is {org!r}",
        )
        fix = Text("改正 org，或移到那个组织的文件夹", "correct org, or move it to that folder")
        yield _finding("waiver-names-unknown", "warning", waiver, org, words, fix)
    if known is None or used or any(fnmatchcase(rule, waiver.rule) for rule in known):
        return
    near = nearest(waiver.rule.strip("*?"), known, 1)
    words = Text(
        f"豁免提到的规则 {waiver.rule!r} 不存在", f"no rule {waiver.rule!r}, which the waiver names"
    )
    correct = Text("改正规则编号，或删除", "correct the rule's id, or delete the waiver")
    fix = did_you_mean(near, correct)
    yield _finding("waiver-names-unknown", "warning", waiver, org, words, fix)


def _finding(
    code: str, severity: Severity, waiver: Waiver, org: str, message: Text, fix: Text
) -> Finding:
    subject = f"{waiver.rule},{waiver.subject}"
    return Finding(code, severity, message, waiver.span, org, subject, fix)
