"""What is wrong with ladders: the one answer that gaps and rules word, each in its way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Literal

from dealer_roles.model.entities import Escalation, LadderStep
from dealer_roles.organization.on_day import OnDay
from dealer_roles.organization.per_day import per_day
from dealer_roles.questions.escalation import escalation
from dealer_roles.questions.escalation_answer import EscalationAnswer
from dealer_roles.questions.escalation_cases import Holds, by_case
from dealer_roles.questions.escalation_lines import wanted_by
from dealer_roles.questions.escalation_rungs import Rung, Rungs, rungs_for
from dealer_roles.values.duration import TimeLimit
from dealer_roles.values.frozen import frozen
from dealer_roles.values.grouped import grouped
from dealer_roles.values.money import Money
from dealer_roles.values.scope import ANY, scopes_meet

Field = Literal["limit", "within"]
ANY_TOPIC = "any"
"""How entries for any topic are called where a topic is named."""


@frozen
class HolderRise:
    """What one holder may do on a ladder: several steps of one desk are one.

    Attributes:
        rung: The step that says it, with whoever stands on it.
        value: The amount, or the hours.
        unit: What amounts must share to compare.
    """

    rung: Rung
    value: float
    unit: str


Shrinking = tuple[HolderRise, HolderRise]


def topics_arranged(org: OnDay) -> tuple[str, ...]:
    """Return the topics with a ladder or entries; empty for entries on any topic."""
    return tuple(sorted(org.escalations_on_topic.keys() | org.model.ladders.keys()))


@per_day
def climbs(org: OnDay, topic: str) -> tuple[EscalationAnswer, ...]:
    """Return how a topic's arrangement climbs, from everybody whom it speaks of."""
    return tuple(escalation(org, start, topic or None) for start in _starts(org, topic))


def _starts(org: OnDay, topic: str) -> tuple[str, ...]:
    entries = [entry.holder for entry in org.escalations_on_topic.get(topic, ())]
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

    return tuple(numbers for numbers, _ in by_case(org, ANY, holding)[0])


def shrinking(org: OnDay, topic: str, field: Field = "limit") -> Sequence[Shrinking]:
    """Return each pair of steps of which the upper says less, for somebody in some case."""
    return _amounts_shrinking(org, topic) if field == "limit" else _shrinking_in(org, topic, field)


@per_day
def _amounts_shrinking(org: OnDay, topic: str) -> Sequence[Shrinking]:
    return _shrinking_in(org, topic, "limit")


def _shrinking_in(org: OnDay, topic: str, field: Field) -> Sequence[Shrinking]:
    found: set[Shrinking] = set()
    for asker in _askers(org, topic):

        def rises(holds: Holds, asker: str = asker) -> tuple[HolderRise, ...]:
            return tuple(_rises(rungs_for(org, topic, asker, holds), org, field))

        for upward, _ in by_case(org, ANY, rises)[0]:
            found.update(_shrinking(upward))
    return sorted(found, key=lambda pair: [(r.rung.number, r.rung.position) for r in pair])


def _askers(org: OnDay, topic: str) -> Iterable[str]:
    """Return one of those for each way a ladder may differ: nobody where no step asks who."""
    asking = [step for step in org.model.ladders.get(topic, ()) if step.manager or step.head]
    if not asking:
        return ("",)
    named = {
        tuple(wanted_by(org, step, asker) for step in asking): asker
        for asker in org.model.positions
    }
    return named.values()


def _shrinking(upward: Sequence[HolderRise]) -> Iterator[Shrinking]:
    """Yield each step that says less than the nearest below it that says so much of the kind."""
    below: dict[str, HolderRise] = {}
    for above in upward:
        if above.unit in below and above.value < below[above.unit].value:
            yield below[above.unit], above
        below[above.unit] = above


def _rises(rungs: Rungs, org: OnDay, field: Field) -> Iterator[HolderRise]:
    """Yield what everybody may do, in the order of their last rungs."""
    for its in sorted(rungs.of_each(), key=lambda its: its[-1].number):
        facts = rungs.facts(its[0].holder)
        said = facts.limit if field == "limit" else facts.within
        if said is not None:
            rung = next(r for r in its if getattr(r.step, field) == said)
            yield _rise(org, rung, said)


def _rise(org: OnDay, rung: Rung, said: Money | TimeLimit) -> HolderRise:
    if isinstance(said, Money):
        return HolderRise(rung, said.amount, said.currency)
    return HolderRise(rung, said.elapsed_hours(org.model.calendar), "hours")


def ambiguous(org: OnDay, topic: str) -> Iterator[tuple[str, tuple[Escalation, ...]]]:
    """Yield each holder with several entries on a topic that neither words nor cases tell apart."""
    seen: set[tuple[Escalation, ...]] = set()
    for holder, entries in _under_one_condition(org, topic):
        found = tuple(sorted(_alike(entries), key=_by_meaning))
        if found and found not in seen:
            seen.add(found)
            yield holder, found


def _by_meaning(entry: Escalation) -> tuple[object, ...]:
    """Sort entries by what they say; where they say the same, by place: never by their files."""
    said = (entry.to, str(entry.unnamed), entry.holder, str(entry.valid))
    return (*said, str(entry.within), str(entry.limit), entry.span)


def _under_one_condition(org: OnDay, topic: str) -> Iterator[tuple[str, list[Escalation]]]:
    """Yield a topic's entries under each condition: of each post, then with it of its positions.

    No condition is one as well.
    """
    entries = org.escalations_on_topic.get(topic, ())
    own = grouped(((entry.holder, entry.when), entry) for entry in entries)
    posts, here = org.model.posts, org.model.posts.keys() | org.model.positions.keys()
    for holder, when in sorted(own, key=lambda key: (key[0] not in posts, key[0], str(key[1]))):
        if holder in here:
            both = dict.fromkeys((holder, org.holder(holder)))
            yield holder, [entry for id_ in both for entry in own.get((id_, when), ())]


def _alike(entries: Sequence[Escalation]) -> Iterator[Escalation]:
    """Yield the entries that hold in some case in which another one holds as well."""
    scopes = Counter(entry.scope for entry in entries)
    both = {
        scope
        for scope, times in scopes.items()
        if times > 1 or any(scopes_meet(scope, other) for other in scopes if other != scope)
    }
    return (entry for entry in entries if entry.scope in both)


def overriding(org: OnDay, topic: str) -> Iterator[tuple[Escalation, LadderStep]]:
    """Yield each entry of somebody who then stands on the topic's ladder, with the step."""
    ladder = (step for step in org.model.ladders.get(topic, ()) if step.position)
    steps = grouped((org.hand(_who(org, step)), step) for step in ladder)
    for id_, hand in _desks(org, steps):
        for entry in org.escalations_of_holder.get(id_, ()):
            if entry.topic in ("", topic):
                met = (step for step in steps[hand] if scopes_meet(step.scope, entry.scope))
                yield from ((entry, step) for step in islice(met, 1))


def _desks(org: OnDay, hands: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each post and position that may state entries, with those it counts as one with."""
    for hand in hands:
        for holder in hand:
            yield from ((id_, hand) for id_ in dict.fromkeys((holder, *org.members(holder))))


def _who(org: OnDay, step: LadderStep) -> str:
    here = org.lines.present(step.position).to if step.position else None
    return org.holder(here) if here else step.who
