"""Who is told at once: everybody whom a rung of the ladder alerts, beside whoever is called."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dealer_roles.organization.on_day import OnDay
from dealer_roles.questions.escalation_answer import ToldAtOnce
from dealer_roles.questions.escalation_rungs import Rung, Rungs
from dealer_roles.questions.vacancy_words import answering

Skipped = Callable[..., bool]
"""Whether somebody is passed over as the one complained about: he, and the holders he stands as."""


def told_at_once(
    org: OnDay, rungs: Rungs, asking: str, is_skipped: Skipped
) -> Iterator[ToldAtOnce]:
    """Yield everybody whom a rung tells at once, each once, with what all his rungs say."""
    standing: dict[tuple[str, ...], list[Rung]] = {}
    for rung in rungs.firsts():
        acting = _answering(org, rung.position)
        called = org.holder(acting) if acting else rung.holder
        both = (rung.holder, called)
        away = any(org.is_one_with(asking, one) for one in both)
        avoided = is_skipped(rung.holder) or is_skipped(called, *both)
        if not away and not avoided:
            standing.setdefault(org.hand(called), []).append(rung)
    for of_one in standing.values():
        facts = rungs.facts(*(rung.holder for rung in of_one))
        if facts.alert:
            first = of_one[0]
            yield ToldAtOnce(
                position=_answering(org, first.position) or first.position or None,
                party=first.step.party,
                within=facts.within,
                limit=facts.limit,
                evidence=facts.evidence,
            )


def _answering(org: OnDay, position: str) -> str:
    """Return who answers for a position that is vacant; empty for one that is held."""
    return answering(org, position) if position and org.vacancy(position) else ""
