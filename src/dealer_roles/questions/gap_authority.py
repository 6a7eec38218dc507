"""Gaps in the authority table: amounts nobody decides, steps that fall, contradictions."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dealer_roles.model.authority_table import amounts_of
from dealer_roles.organization.authority import Authorities, Decider, authorities
from dealer_roles.organization.evidence import Evidence, of_ladder
from dealer_roles.organization.on_day import OnDay
from dealer_roles.questions.authority import in_words
from dealer_roles.questions.gap_value import Gap
from dealer_roles.values.fields import replace
from dealer_roles.values.money import Money
from dealer_roles.values.scope import ANY, Scope, scope_words, scopes_meet
from dealer_roles.values.span import Span
from dealer_roles.values.text import Text
from dealer_roles.words.document_words import word


def authority_gaps(org: OnDay) -> Iterator[Gap]:
    """Yield what is wrong with the authority table, and what contradicts it."""
    for found in authorities(org):
        yield from _open_ended(found)
        yield from _falling(found)
    yield from _said_twice(org)
    yield from _contradicted(org)


def _open_ended(found: Authorities) -> Iterator[Gap]:
    if found.ends:
        return
    zh, en = in_words(found.deciders, "zh"), in_words(found.deciders, "en")
    message = Text(
        f"事项 {found.row.topic} 超出权限的金额无人审批：{zh}",
        f"nobody decides what is beyond the limits on {found.row.topic}: {en}",
    )
    evidence = tuple(e for d in found.deciders for e in d.evidence)
    yield Gap("authority-open-ended", _subject(found), message, found.row.span, evidence)


def _falling(found: Authorities) -> Iterator[Gap]:
    for below, above in pairwise(found.deciders):
        if found.beyond(below) is above:
            continue
        if below.ends and above.outside and above.ends:
            continue  # the store decides alone, and may still ask above
        message = Text(
            f"事项 {found.row.topic} 的权限没有逐级升高：{in_words((below, above), 'zh')}",
            f"authority on {found.row.topic} does not rise: {in_words((below, above), 'en')}",
        )
        subject = f"{_subject(found)}/{above.holder}"
        yield Gap("authority-falls", subject, message, _span(above), _evidence(below, above))


def _said_twice(org: OnDay) -> Iterator[Gap]:
    """Yield each row beside another one for the same matter, in cases that both are for."""
    rows: dict[tuple[str, str], list[Authorities]] = {}
    for found in authorities(org):
        others = rows.setdefault((found.row.topic, found.row.task), [])
        meeting = (one for one in others if scopes_meet(one.row.scope, found.row.scope))
        if before := next(meeting, None):
            told = [
                in_words(one.deciders, lang) for lang in ("zh", "en") for one in (before, found)
            ]
            message = Text(
                f"权限表中 {found.row.topic} 有两行用于同样的情形：{told[0]}；{told[1]}",
                f"two rows on {found.row.topic} are for the same cases: {told[2]}; {told[3]}",
            )
            evidence = tuple(e for one in (before, found) for e in _evidence(*one.deciders))
            subject = _subject(found)
            yield Gap("authority-contradicted", subject, message, found.row.span, evidence)
        others.append(found)


def _subject(found: Authorities) -> str:
    words = scope_words(found.row.scope).replace(",", "+")
    task = f"/{found.row.task}" if found.row.task else ""
    return f"{found.row.topic}{task}" + (f"[{words}]" if words else "")


def _span(decider: Decider) -> Span:
    return decider.evidence[0].span


def _evidence(*deciders: Decider) -> tuple[Evidence, ...]:
    return tuple(e for d in deciders for e in d.evidence)


def _contradicted(org: OnDay) -> Iterator[Gap]:
    """Yield each amount of a ladder or a position that is not the one of the table, once."""
    found: dict[tuple[str, Money], Gap] = {}
    for topic, who, scope, stated, where in _stated(org):
        told = amounts_of(org.model.authority, topic, who, scope)
        if told and stated not in told:
            gap = _contradiction(f"{topic}/{who}", stated, told, where)
            before = found.setdefault((gap.subject, stated), gap)
            if before is not gap:
                found[gap.subject, stated] = replace(before, evidence=(*before.evidence, where))
    yield from found.values()


def _stated(org: OnDay) -> Iterator[tuple[str, str, Scope, Money, Evidence]]:
    """Yield each amount that ladders and positions state: topic, whose it is, cases, amount."""
    for topic, steps in org.model.ladders.items():
        for step in steps:
            if step.limit:
                yield topic, step.who, step.scope, step.limit, of_ladder(topic, step)
    for position in org.model.positions.values():
        for held in position.authority:
            if held.limit and held.kind == "approve":
                where = Evidence("authority", position.span, position.id, ref=held.topic)
                yield held.topic, position.id, ANY, held.limit, where


def _contradiction(
    subject: str, stated: Money, told: frozenset[Money | None], where: Evidence
) -> Gap:
    zh, en = (" / ".join(_in_order(told, lang)) for lang in ("zh", "en"))
    message = Text(
        f"{subject} 写明的权限 {stated.get('zh')} 与权限表的 {zh} 不一致",
        f"{subject} states {stated.get('en')}, the authority table {en}",
    )
    return Gap("authority-contradicted", subject, message, where.span, (where,))


def _in_order(told: frozenset[Money | None], lang: str) -> Iterator[str]:
    """Yield the amounts that rows say, the lowest first, and no limit at the end."""
    yield from (amount.get(lang) for amount in sorted(one for one in told if one is not None))
    if None in told:
        yield word("no-limit", lang)
