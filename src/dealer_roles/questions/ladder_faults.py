"""What is wrong with ladders: the one answer that gaps and rules word, each in its way."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Literal

from dealer_roles.model.entities import Escalation, LadderStep
from dealer_roles.organization.on_day import OnDay
from dealer_roles.organization.per_day import per_day
from dealer_roles.questions.escalation import escalation
from dealer_roles.questions.escalation_answer import EscalationAnswer
from dealer_roles.questions.escalation_cases import Holds, by_case
from dealer_roles.values.frozen import frozen
from dealer_roles.values.scope import ANY, scopes_meet

ANY_TOPIC = "any"
"""How entries for any topic are called where a topic is named."""


@frozen
class HolderRise:
    """What one holder may do on a ladder: several steps of one desk are one.

    Attributes:
        number: The step that says it, from 1.
        value: The amount, or the hours.
        unit: What amounts must share to compare.
    """

    number: int
    step: LadderStep
    value: float
    unit: str


def topics_arranged(org: OnDay) -> tuple[str, ...]:
    """Return the topics with a ladder or entries; empty for entries on any topic."""
    own = {entry.topic for entry in org.model.escalations}
    return tuple(sorted(own | org.model.ladders.keys()))


@per_day
def climbs(org: OnDay, topic: str) -> tuple[EscalationAnswer, ...]:
    """Return how a topic's arrangement climbs, from everybody whom it speaks of."""
    return tuple(escalation(org, start, topic) for start in _starts(org, topic))


def _starts(org: OnDay, topic: str) -> tuple[str, ...]:
    entries = [e.holder for e in org.model.escalations if e.topic == topic]
    steps = org.model.ladders.get(topic, ())
    rungs = [step.position for step in steps]
    if any(step.head for step in steps):
        rungs += [head for heads in org.heads.values() for head in heads]
    if any(step.manager for step in steps):
        rungs += [to for p in org.model.positions if (to := org.lines.rise(p).to)]
    known = org.model.positions.keys() | org.model.posts.keys()
    return tuple(sorted({start for start in (*entries, *rungs) if start in known}))


def ladders_by_case(org: OnDay, topic: str) -> tuple[tuple[int, ...], ...]:
    """Return the steps (from 1) that hold together, for each kind of case."""
    steps = org.model.ladders.get(topic, ())

    def holding(holds: Holds) -> tuple[int, ...]:
        return tuple(number for number, step in enumerate(steps, 1) if holds(step.scope))

    return tuple(by_case(org, ANY, holding)[0])


def shrinking(
    org: OnDay, topic: str, field: Literal["limit", "within"] = "limit"
) -> Iterator[tuple[HolderRise, HolderRise]]:
    """Yield each pair of steps for the same cases of which the upper says less."""
    rises: list[HolderRise] = []
    for above in _rises(org, topic, field):
        same = (b for b in reversed(rises) if scopes_meet(b.step.scope, above.step.scope))
        below = next(same, None)
        if below is not None and below.unit == above.unit and above.value < below.value:
            yield below, above
        rises.append(above)


def _rises(org: OnDay, topic: str, field: str) -> tuple[HolderRise, ...]:
    """Return the steps that say something, one for each holder, in the order of the last."""
    found: dict[str, HolderRise] = {}
    for number, step in enumerate(org.model.ladders.get(topic, ()), 1):
        rise = _rise(org, number, step, field)
        if rise is None:
            continue
        who = _who(org, step)
        known = found.pop(who, None)
        if known is not None and known.unit == rise.unit and _keeps(field, known, rise):
            rise = known
        found[who] = rise
    return tuple(found.values())


def _keeps(field: str, known: HolderRise, rise: HolderRise) -> bool:
    return (known.value > rise.value) if field == "limit" else (known.value < rise.value)


def _who(org: OnDay, step: LadderStep) -> str:
    here = org.lines.present(step.position).to if step.position else None
    return org.holder(here) if here else step.who


def _rise(org: OnDay, number: int, step: LadderStep, field: str) -> HolderRise | None:
    if field == "within":
        hours = step.within.elapsed_hours(org.model.calendar) if step.within else None
        return None if hours is None else HolderRise(number, step, hours, "hours")
    if step.limit is None:
        return None
    return HolderRise(number, step, step.limit.amount, step.limit.currency)


def ambiguous(org: OnDay, topic: str) -> Iterator[tuple[str, tuple[Escalation, ...]]]:
    """Yield each holder with several entries on a topic that no condition tells apart."""
    seen: set[tuple[Escalation, ...]] = set()
    for holder in (*org.model.posts, *org.model.positions):
        both = dict.fromkeys((holder, org.holder(holder)))
        entries = [
            entry
            for id_ in both
            for entry in org.escalations_of_holder.get(id_, ())
            if entry.topic == topic and entry.when is None
        ]
        pairs = combinations(entries, 2)
        alike = [pair for pair in pairs if scopes_meet(pair[0].scope, pair[1].scope)]
        found = tuple(e for e in entries if any(e in pair for pair in alike))
        if found and found not in seen:
            seen.add(found)
            yield holder, found


def overriding(org: OnDay, topic: str) -> Iterator[tuple[Escalation, LadderStep]]:
    """Yield each entry of somebody who stands on the topic's ladder, with the step."""
    steps = {_who(org, s): s for s in reversed(org.model.ladders.get(topic, ())) if s.position}
    for entry in org.model.escalations:
        step = steps.get(org.holder(entry.holder))
        if step is not None and entry.topic in ("", topic):
            yield entry, step
