"""Vacant positions in words: since when, and who acts."""

from __future__ import annotations

from collections.abc import Iterable

from dealer_roles.organization.evidence import Evidence, of_vacancy
from dealer_roles.organization.on_day import OnDay
from dealer_roles.organization.with_ids import words_of
from dealer_roles.values.text import Text


def vacancy_words(org: OnDay, holder: str) -> Text | None:
    """Say that a holder is vacant, and who acts; nothing where it is held."""
    vacancy = org.vacancy(holder)
    if vacancy is None:
        return None
    who, acting, since = words_of(org.model, holder), org.acting(holder), vacancy.since
    if not acting:
        return Text(
            f"{who.zh} 自 {since} 起空缺，无人代理",
            f"{who.en} is vacant since {since}, and nobody acts",
        )
    other = words_of(org.model, acting)
    return Text(
        f"{who.zh} 自 {since} 起空缺，由 {other.zh} 代理",
        f"{who.en} is vacant since {since}; {other.en} acts",
    )


def answering(org: OnDay, vacant: str) -> str:
    """Return who answers for a vacant position; empty if nobody does.

    A co-head answers who is there; else whoever acts for it, or for a co-head.
    """
    others = org.co_heads(vacant)
    here = (other for other in others if org.vacancy(other) is None)
    acting = (found for one in (vacant, *others) if (found := org.acting(one)))
    return next(here, next(acting, ""))


def answering_words(org: OnDay, vacant: str, who: str) -> Text | None:
    """Say that a position is vacant, and who answers for it; nothing where it is held."""
    vacancy, others = org.vacancy(vacant), org.co_heads(vacant)
    if vacancy is None or not who or (org.acting(vacant) == who and who not in others):
        return vacancy_words(org, vacant)
    gone, by = words_of(org.model, vacant), words_of(org.model, who)
    zh, en = f"同为部门负责人的{by.zh}", f"{by.en}, who heads the department with it,"
    if who not in others:
        other = words_of(org.model, next(one for one in others if org.acting(one) == who))
        zh = f"代理{other.zh}（同为部门负责人）的{by.zh}"
        en = f"{by.en}, who acts for {other.en}, who heads the department with it,"
    return Text(
        f"{gone.zh} 自 {vacancy.since} 起空缺，由{zh}应对",
        f"{gone.en} is vacant since {vacancy.since}; {en} answers",
    )


def vacancy_evidence(org: OnDay, holder: str) -> tuple[Evidence, ...]:
    """Return where it stands that a holder is vacant."""
    positions = org.model.positions
    members = [positions[m] for m in org.members(org.holder(holder)) if m in positions]
    return tuple(of_vacancy(member) for member in members if member.vacant is not None)


def with_vacancies(
    org: OnDay, why: Text, evidence: tuple[Evidence, ...], holders: Iterable[str]
) -> tuple[Text, tuple[Evidence, ...]]:
    """Return an answer's reason and evidence with what is to be said of holders not there."""
    if not org.anything_vacant:
        return why, evidence
    said = {holder: words for holder in holders if (words := vacancy_words(org, holder))}
    zh = "；".join((why.zh, *(words.zh for words in said.values())))
    en = "; ".join((why.en, *(words.en for words in said.values())))
    also = (one for holder in said for one in vacancy_evidence(org, holder))
    return Text(zh, en), (*evidence, *dict.fromkeys(also))
