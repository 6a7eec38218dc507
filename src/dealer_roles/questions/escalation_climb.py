"""One climb: every way from the one who asks to its end, each holder gone through once."""

from __future__ import annotations

from dealer_roles.organization.evidence import Evidence
from dealer_roles.organization.on_day import OnDay
from dealer_roles.organization.superiors import is_below
from dealer_roles.questions.escalation_answer import (
    End,
    EscalationBranch,
    EscalationStep,
    ToldAtOnce,
)
from dealer_roles.questions.escalation_cases import Holds
from dealer_roles.questions.escalation_lines import asks_himself, called_already, complained_about
from dealer_roles.questions.escalation_moves import Moves
from dealer_roles.questions.escalation_rungs import RungFacts, rungs_for
from dealer_roles.questions.escalation_stands import Stand, in_place
from dealer_roles.questions.escalation_told import nobody_to_tell, told_at_once
from dealer_roles.questions.escalation_way import Way, called_because
from dealer_roles.questions.vacancy_words import answering, answering_words, vacancy_evidence
from dealer_roles.values.fields import replace
from dealer_roles.values.frozen import frozen
from dealer_roles.values.later import later, with_late_fields
from dealer_roles.values.text import Text


@with_late_fields("told", "unheard")
@frozen
class Climbed:
    """What came of one climb: it compares equal where the same people are called."""

    steps: tuple[EscalationStep, ...]
    branches: tuple[EscalationBranch, ...]
    told: tuple[ToldAtOnce, ...]
    unheard: tuple[Text, ...]

    def __hash__(self) -> int:
        """Tell most climbs apart without looking for their reasons."""
        return hash(tuple(step.position for step in self.steps))


_MANY_STEPS = 500
"""From here on ways are shared even where they part: those of a thicket are without number."""


class Climb:
    """A climb on one topic, in one case.

    Args:
        org: The organization on a day.
        topic: The topic, or empty for none.
        subject: The position complained about, or empty.
        holds: Whether a step or an entry is for the case.
    """

    def __init__(self, org: OnDay, topic: str, subject: str, holds: Holds) -> None:
        self._org = org
        self._topic = topic
        self._subject = org.holder(subject) if subject else ""
        self._holds = holds
        self._steps: list[EscalationStep] = []
        self._branches: list[EscalationBranch] = []
        self._stands: list[Stand] = []
        self._on_the_way: dict[str, int] = {}
        self._followed: dict[tuple[str, ...], list[Stand]] = {}

    def run(self, asker: str) -> Climbed:
        """Follow every way from the one who asks."""
        self._rungs = rungs_for(self._org, self._topic, asker, self._holds)
        self._moves = Moves(self._org, self._topic, self._rungs, self._holds)
        asking = self._org.holder(asker)
        self._enter(Stand(asking, 0, iter(self._moves.onward(asker))))
        while self._stands:
            stand = self._stands[-1]
            way = next(stand.ways, None)
            if way is None:
                self._leave()
            else:
                self._follow(stand, way.after(*stand.said, evidence=stand.evidence))
        told, unheard = later(self._told, asking), later(self._unheard, asking)
        return Climbed(tuple(self._steps), tuple(self._branches), told, unheard)

    def _told(self, asking: str) -> tuple[ToldAtOnce, ...]:
        return tuple(told_at_once(self._org, self._rungs, asking, self._is_skipped))

    def _unheard(self, asking: str) -> tuple[Text, ...]:
        return tuple(nobody_to_tell(self._org, self._rungs, asking))

    def _enter(self, stand: Stand) -> None:
        if self._stands:
            stand.before = self._stands[-1]
            stand.before.beyond.append(stand)
        self._stands.append(stand)
        self._on_the_way.update(dict.fromkeys(stand.here, stand.number))

    def _leave(self) -> None:
        """Go back from a place, and keep what came of it."""
        stand = self._stands.pop()
        for one in stand.here:
            del self._on_the_way[one]
        if stand.key:
            self._followed.setdefault(stand.key, []).append(stand)

    def _is_on_the_way(self, stand: Stand, holder: str) -> bool:
        stand.asked.add(holder)
        return holder in self._on_the_way

    def _was_called(self, stand: Stand, holder: str) -> bool:
        """Whether a holder was called already on this way, in the place of somebody else."""
        return self._org.anything_vacant and self._is_on_the_way(stand, in_place(holder))

    def _shared(self, key: tuple[str, ...]) -> Stand | None:
        """Return the place from which the ways onward were followed already."""
        known = self._followed.get(key, ())
        same = (one for one in known if one.goes_on_alike(self._on_the_way.keys()))
        return next(same, known[0] if known and len(self._steps) >= _MANY_STEPS else None)

    def _follow(self, stand: Stand, way: Way) -> None:
        if way.ends == "top":
            self._end(stand.number, "top", way=way)
        elif way.ends == "party":
            self._end(stand.number, "party", way=way)
        elif way.ends == "loop":
            self._end(stand.number, "loop", stand.number, way)
        elif way.party:
            self._call(stand, way, way.party)
        elif way.to is None:
            self._add(stand, way, RungFacts())
            self._end(len(self._steps), "absent" if way.ends == "absent" else "unnamed")
        else:
            self._call(stand, way, self._org.holder(way.to))

    def _call(self, stand: Stand, way: Way, holder: str) -> None:
        if self._is_on_the_way(stand, holder):
            self._end(stand.number, "loop", self._on_the_way[holder], way)
        elif way.to is not None and self._is_skipped(holder):
            self._pass(stand, way, way.to, (*way.said, complained_about(way.to)))
        elif way.to is not None and self._org.vacancy(way.to) is not None:
            self._vacant(stand, way, way.to)
        elif way.to is not None and self._was_called(stand, holder):
            self._pass(stand, way, way.to, (*way.said, called_already(way.to)), called=True)
        else:
            self._step(stand, way, holder, self._rungs.facts(holder))

    def _pass(
        self, stand: Stand, way: Way, who: str, said: tuple[Text, ...], *, called: bool = False
    ) -> None:
        """Go on past somebody who is not called, or was before; what led to him still holds."""
        ways = self._moves.onward(who) if called else self._moves.past(who)
        onward = (further.under(way) for further in ways)
        self._enter(Stand(self._org.holder(who), stand.number, onward, said, way.evidence))

    def _vacant(self, stand: Stand, way: Way, vacant: str) -> None:
        """Call whoever acts for a vacant position; where nobody can, go on past it."""
        org, acting = self._org, answering(self._org, vacant)
        holder = org.holder(acting)
        words = answering_words(org, vacant, acting)
        way = way.after(*([words] if words else ()), evidence=vacancy_evidence(org, vacant))
        both = (org.holder(vacant), holder)
        before = self._is_on_the_way(stand, holder) or self._was_called(stand, holder)
        if not acting:
            self._pass(stand, way, vacant, way.said)
        elif self._is_skipped(holder, *both):
            self._pass(stand, way, vacant, (*way.said, complained_about(acting)))
        elif before:
            asks = holder == self._stands[0].holder
            words = asks_himself(acting) if asks else called_already(acting)
            self._pass(stand, way, vacant, (*way.said, words))
        elif self._comes_later(vacant, acting):
            facts = self._rungs.facts(*both)
            self._step(stand, replace(way, to=acting), holder, facts, acting_for=vacant)
        else:
            self._act(stand, replace(way, to=acting), vacant)

    def _comes_later(self, vacant: str, acting: str) -> bool:
        """Whether whoever acts is called after the vacant position anyhow; a co-head goes on so."""
        rungs = self._rungs
        if acting in self._org.co_heads(vacant):
            return True
        here, there = rungs.of(self._org.holder(vacant)), rungs.of(self._org.holder(acting))
        if there:
            return not here or there[-1].number > here[-1].number
        return is_below(self._org, vacant, (acting,))

    def _act(self, stand: Stand, way: Way, vacant: str) -> None:
        """Call whoever acts in the place of a position: its rung, and its way onward."""
        holder = self._org.holder(vacant)
        self._add(stand, way, self._rungs.facts(holder), acting_for=vacant)
        onward = iter(self._moves.onward(vacant))
        called = self._org.holder(way.to or "")
        self._enter(Stand(holder, len(self._steps), onward, called=called))

    def _step(
        self, stand: Stand, way: Way, holder: str, facts: RungFacts, *, acting_for: str = ""
    ) -> None:
        key = (holder, way.to or "")
        before = self._shared(key)
        self._add(stand, way, facts, before.number if before else None, acting_for=acting_for)
        number = len(self._steps)
        if before is not None:
            stand.beyond.append(before)
            self._end(number, "again", before.number)
            return
        moves = self._moves
        onward = moves.after_party(holder) if way.to is None else moves.onward(way.to)
        self._enter(Stand(holder, number, iter(onward), key=key))

    def _is_skipped(self, holder: str, *standing: str) -> bool:
        """Whether somebody is the one complained about, and a rung where he stands says so."""
        skips = self._rungs.skips
        if not self._subject or not self._org.is_one_with(holder, self._subject):
            return False
        return any(skips(one) for one in standing or (holder,))

    def _add(
        self,
        stand: Stand,
        way: Way,
        facts: RungFacts,
        continues: int | None = None,
        *,
        acting_for: str = "",
    ) -> None:
        within = facts.within or way.within
        limit = facts.limit if facts.open_ended else facts.limit or way.limit
        self._steps.append(
            EscalationStep(
                number=len(self._steps) + 1,
                after=stand.number,
                position=way.to,
                party=way.party,
                acting_for=acting_for,
                why=later(_why, way, facts),
                within=within,
                limit=limit,
                alert=facts.alert,
                unnamed=way.unnamed,
                when=way.when,
                scope=way.scope,
                entry_within=way.within if way.within != within else None,
                entry_limit=way.limit if way.limit != limit else None,
                note=facts.note,
                continues=continues,
                evidence=later(_evidence, way, facts),
            )
        )

    def _end(self, last: int, ends: End, at: int = 0, way: Way | None = None) -> None:
        said, evidence = (way.said, way.evidence) if way else ((), ())
        self._branches.append(
            EscalationBranch(last=last, ends=ends, at=at, said=said, evidence=evidence)
        )


def _why(way: Way, facts: RungFacts) -> Text:
    return called_because(way, (*way.said, *facts.said))


def _evidence(way: Way, facts: RungFacts) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys((*way.evidence, *facts.evidence)))
