"""Gaps in the authority table: amounts nobody decides, steps that fall, contradictions."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dealer_roles.model.authority_table import amounts_of
from dealer_roles.organization.authority import Authorities, Decider, authorities
from dealer_roles.organization.decider_words import deciders_text
from dealer_roles.organization.evidence import Evidence, of_ladder
from dealer_roles.organization.on_day import OnDay
from dealer_roles.organization.with_ids import words_of, words_of_topic
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
        yield from _open_ended(org, found)
        yield from _falling(org, found)
    yield from _said_twice(org)
    yield from _contradicted(org)


def _open_ended(org: OnDay, found: Authorities) -> Iterator[Gap]:
    if found.ends:
        return
    what, who = words_of_topic(org.model, found.row.topic), deciders_text(org.model, found.deciders)
    message = Text(
        f"事项{what.zh}超出权限的金额无人审批：{who.zh}",
        f"nobody decides what is beyond the limits on {what.en}: {who.en}",
    )
    evidence = tuple(e for d in found.deciders for e in d.evidence)
    yield Gap("authority-open-ended", _subject(found), message, found.row.span, evidence)


def _falling(org: OnDay, found: Authorities) -> Iterator[Gap]:
    for below, above in pairwise(found.deciders):
        if found.beyond(below) is above:
            continue
        if below.ends and above.outside and above.ends:
            continue  # the store decides alone, and may still ask above
        what, who = (
            words_of_topic(org.model, found.row.topic),
            deciders_text(org.model, (below, above)),
        )
        message = Text(
            f"事项{what.zh}的权限没有逐级升高：{who.zh}",
            f"authority on {what.en} does not rise: {who.en}",
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
            one, other = (deciders_text(org.model, row.deciders) for row in (before, found))
            what = words_of_topic(org.model, found.row.topic)
            message = Text(
                f"权限表中{what.zh}有两行用于同样的情形：{one.zh}；{other.zh}",
                f"two rows on {what.en} are for the same cases: {one.en}; {other.en}",
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
            words = _contradiction(org, (topic, who), stated, told)
            subject = f"{topic}/{who}"
            gap = Gap("authority-contradicted", subject, words, where.span, (where,))
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
    org: OnDay, about: tuple[str, str], stated: Money, told: frozenset[Money | None]
) -> Text:
    what, who = words_of_topic(org.model, about[0]), words_of(org.model, about[1])
    zh, en = (" / ".join(_in_order(told, lang)) for lang in ("zh", "en"))
    return Text(
        f"{who.zh}就事项{what.zh}写明的权限 {stated.get('zh')} 与权限表的 {zh} 不一致",
        f"{who.en} states {stated.get('en')} on {what.en}, the authority table {en}",
    )


def _in_order(told: frozenset[Money | None], lang: str) -> Iterator[str]:
    """Yield the amounts that rows say, the lowest first, and no limit at the end."""
    yield from (amount.get(lang) for amount in sorted(one for one in told if one is not None))
    if None in told:
        yield word("no-limit", lang)
