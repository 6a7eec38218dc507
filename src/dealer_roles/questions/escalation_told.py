"""Who is told at once: everybody whom a rung of the ladder alerts, beside whoever is called."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dealer_roles.organization.on_day import OnDay
from dealer_roles.questions.escalation_answer import ToldAtOnce
from dealer_roles.questions.escalation_rungs import Rung, Rungs
from dealer_roles.questions.vacancy_words import answering, vacancy_words
from dealer_roles.values.text import Text

Skipped = Callable[..., bool]
"""Whether somebody is passed over as the one complained about: he, and the holders he stands as."""


def told_at_once(
    org: OnDay, rungs: Rungs, asking: str, is_skipped: Skipped
) -> Iterator[ToldAtOnce]:
    """Yield everybody whom a rung tells at once, each once, with what all his rungs say.

    Nobody is told of a position for which nobody answers. On a desk where nobody sits several may
    act, each for the positions that he acts for.
    """
    standing: dict[tuple[str, ...], list[Rung]] = {}
    for rung in rungs.in_order if rungs.tell else ():
        acting = _answering(org, rung.position)
        called = org.holder(acting) if acting else rung.holder
        both = (rung.holder, called)
        away = any(org.is_one_with(asking, one) for one in both)
        avoided = is_skipped(rung.holder) or is_skipped(called, *both)
        if not away and not avoided and not _is_empty(org, rung):
            standing.setdefault(org.hand(called), []).append(rung)
    for of_one in standing.values():
        facts = rungs.facts(*dict.fromkeys(rung.holder for rung in of_one))
        if facts.alert:
            first = of_one[0]
            yield ToldAtOnce(
                position=_answering(org, first.position) or first.position or None,
                party=first.step.party,
                within=facts.within,
                limit=facts.limit,
                note=facts.note,
                evidence=facts.evidence,
            )


def nobody_to_tell(org: OnDay, rungs: Rungs, asking: str) -> Iterator[Text]:
    """Yield what is said of each rung that tells at once, where nobody is there to be told."""
    yield from rungs.unheard
    for rung in rungs.in_order:
        words = vacancy_words(org, rung.position) if rung.step.alert else None
        if words and rung.holder != asking and _is_empty(org, rung):
            yield words


def _is_empty(org: OnDay, rung: Rung) -> bool:
    """Whether nobody holds what stands on a rung, and nobody answers for it."""
    return org.vacancy(rung.position) is not None and not answering(org, rung.position)


def _answering(org: OnDay, position: str) -> str:
    """Return who answers for a position that is vacant; empty for one that is held."""
    return answering(org, position) if position and org.vacancy(position) else ""
