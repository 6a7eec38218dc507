"""The rungs of a ladder: who stands on them for one asker and one case, and what they say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain

from dealer_roles.model.entities import LadderStep
from dealer_roles.organization.evidence import Evidence, of_ladder
from dealer_roles.organization.on_day import OnDay
from dealer_roles.questions.escalation_cases import Holds
from dealer_roles.questions.escalation_lines import wanted_by
from dealer_roles.questions.escalation_way import Way
from dealer_roles.values.duration import TimeLimit
from dealer_roles.values.frozen import frozen_by_name
from dealer_roles.values.later import later, with_late_fields
from dealer_roles.values.money import Money
from dealer_roles.values.text import Text
from dealer_roles.words.marks import all_said, joined, named


@frozen_by_name
class Rung:
    """A rung with whoever stands on it.

    Attributes:
        number: Its place on the ladder.
        step: What the ladder says.
        holder: Who stands on it: a holder, or a party.
        position: The position that makes the holder stand there; empty for a party.
        absent: Those in whose place he stands there; empty if it is his own.
    """

    number: int
    step: LadderStep
    holder: str
    position: str
    absent: tuple[str, ...] = ()


@with_late_fields("said", "evidence")
@frozen_by_name
class RungFacts:
    """What the rungs of one holder say together.

    Attributes:
        open_ended: A rung of his behind the ladder's last amount sets no limit.
    """

    within: TimeLimit | None = None
    limit: Money | None = None
    open_ended: bool = False
    alert: bool = False
    note: Text | None = None
    said: tuple[Text, ...] = ()
    evidence: tuple[Evidence, ...] = ()


Wanted = tuple[int, LadderStep, str]
"""A step with its number, and the position that it names for whoever asks."""


class Rungs:
    """The ladder of a topic, as it is for one case and for everybody who has these rungs.

    Args:
        org: The organization on a day.
        topic: The topic; one without a ladder has no rungs.
        here: The steps that are for the case.

    Attributes:
        all: The rungs on which somebody stands, from the lowest.
        tell: Some of them are told at once.
    """

    def __init__(self, org: OnDay, topic: str, here: Sequence[Wanted]) -> None:
        self._org = org
        self._topic = topic
        self._fallen: list[tuple[int, Text]] = []
        self._known: dict[tuple[str, ...], RungFacts] = {}
        self._ways: dict[int, tuple[Way, ...]] = {}
        placed = (self._placed(*one) for one in here)
        self.all: tuple[Rung, ...] = tuple(rung for rung in placed if rung is not None)
        every: dict[str, list[Rung]] = defaultdict(list)
        for rung in self.all:
            every[self._one(rung.holder)].append(rung)
        self._every = every
        self._own = {
            holder: [rung for rung in rungs if not rung.absent] or rungs
            for holder, rungs in every.items()
        }
        self.tell = any(rung.step.alert for rung in self.all)
        limited = [rung.number for rung in self.all if rung.step.limit]
        self._last_amount = max(limited, default=None)

    def of(self, holder: str) -> Sequence[Rung]:
        """Return the rungs on which somebody stands: his own, else those he stands in for."""
        return self._own.get(self._one(holder), ())

    def of_each(self) -> Iterator[Sequence[Rung]]:
        """Yield the rungs of each who stands on the ladder; co-heads are one."""
        yield from self._own.values()

    def skips(self, holder: str) -> bool:
        """Whether a rung of his says that he is skipped if he is complained about."""
        return any(rung.step.skip_subject for rung in self._every.get(self._one(holder), ()))

    def way_from(self, rung: Rung) -> tuple[Way, ...]:
        """Return the way up the ladder from a rung; none from the last."""
        known = self._ways.get(rung.number)
        if known is None:
            known = self._ways[rung.number] = self._way_from(rung)
        return known

    def left_over(self, rung: Rung) -> tuple[tuple[Text, ...], tuple[Evidence, ...]]:
        """Return what is said of the steps behind somebody's last rung, and where they stand."""
        steps = self._org.model.ladders[self._topic]
        passed = self._passed(rung.number, len(steps))
        evidence = tuple(of_ladder(self._topic, steps[number]) for number, _ in passed)
        return tuple(words for _, words in passed), evidence

    def _way_from(self, rung: Rung) -> tuple[Way, ...]:
        following = (r for r in self.all if r.number > rung.number and r in self.of(r.holder))
        found = next(following, None)
        if found is None:
            return ()
        said = tuple(words for _, words in self._passed(rung.number, found.number))
        why = Text(f"事项 {self._topic} 的升级阶梯", f"next on the ladder for {self._topic}")
        party = found.step.party
        evidence = (of_ladder(self._topic, found.step),)
        to = found.position or None
        return (Way(why=why, to=to, party=party, said=said, evidence=evidence),)

    def _passed(self, after: int, until: int) -> Sequence[tuple[int, Text]]:
        """Return what is said of each step between two that is passed over, with its number."""
        said = [*self._fallen, *((r.number, _fell_to(r)) for r in self.all if r.absent)]
        return sorted((one for one in said if after < one[0] < until), key=lambda one: one[0])

    @cached_property
    def in_order(self) -> Sequence[Rung]:
        """Every rung on which somebody stands, from the lowest."""
        return _in_order(rung for rungs in self._own.values() for rung in rungs)

    @property
    def unheard(self) -> Iterator[Text]:
        """What is said of each rung that tells at once, and on which nobody stands."""
        steps = self._org.model.ladders.get(self._topic, ())
        return (words for number, words in self._fallen if steps[number].alert)

    def facts(self, *holders: str) -> RungFacts:
        """Return what the rungs of somebody say; the shortest time, the highest limit.

        Whoever acts for a vacant position stands on its rungs as well as on his own.
        """
        found = self._known.get(holders)
        if found is None:
            found = self._known[holders] = self._facts(holders)
        return found

    def _facts(self, holders: Sequence[str]) -> RungFacts:
        rungs = _together([self.of(holder) for holder in holders])
        if not rungs:
            return RungFacts()
        every = _together([self._every.get(self._one(holder), ()) for holder in holders])
        open_ended = any(self._is_open_ended(rung) for rung in rungs)
        return RungFacts(
            within=self._shortest([r.step.within for r in rungs if r.step.within]),
            limit=None if open_ended else _highest([r.step.limit for r in rungs if r.step.limit]),
            open_ended=open_ended,
            alert=any(rung.step.alert for rung in every),
            note=_notes(rungs),
            said=later(_said, rungs),
            evidence=later(_evidence, self._topic, (*rungs, *every)),
        )

    def _one(self, holder: str) -> str:
        """Return by what name somebody is known here: heads who answer as one share theirs."""
        return self._org.hand(holder)[0]

    def _is_open_ended(self, rung: Rung) -> bool:
        return (
            rung.step.limit is None
            and self._last_amount is not None
            and rung.number > self._last_amount
        )

    def _shortest(self, limits: list[TimeLimit]) -> TimeLimit | None:
        calendar = self._org.model.calendar
        return min(limits, key=lambda limit: limit.elapsed_hours(calendar), default=None)

    def _placed(self, number: int, step: LadderStep, wanted: str) -> Rung | None:
        if step.party:
            return Rung(number=number, step=step, holder=step.party, position="")
        if not wanted:
            self._fallen.append((number, _nobody(step)))
            return None
        rise = self._org.lines.present(wanted)
        if rise.to is None:
            self._fallen.append((number, _absent(wanted)))
            return None
        holder = self._org.holder(rise.to)
        return Rung(
            number=number, step=step, holder=holder, position=rise.to, absent=rise.passed_over
        )


def rungs_for(org: OnDay, topic: str, asker: str, holds: Holds) -> Rungs:
    """Return the ladder of a topic, as it is for one asker and one case.

    It is kept for the day, and the same for all for whom its steps name the same positions.

    Args:
        org: The organization on a day.
        topic: The topic; one without a ladder has no rungs.
        asker: Who asks: a position or a post.
        holds: Whether a rung is for the case.
    """
    steps = enumerate(org.model.ladders.get(topic, ()))
    here = [(n, step, wanted_by(org, step, asker)) for n, step in steps if holds(step.scope)]
    kept = org.answers.setdefault(rungs_for, {})
    key = " ".join((topic, *(f"{number}={wanted}" for number, _, wanted in here)))
    found: Rungs | None = kept.get(key)
    if found is None:
        found = kept[key] = Rungs(org, topic, here)
    return found


def _together(rungs: Sequence[Sequence[Rung]]) -> Sequence[Rung]:
    """Return the rungs of several holders as one; those of each are in order already."""
    return rungs[0] if len(rungs) == 1 else _in_order(chain(*rungs))


def _in_order(rungs: Iterable[Rung]) -> Sequence[Rung]:
    """Return rungs of one ladder from the lowest, each once: a number is one rung's."""
    numbered = {rung.number: rung for rung in rungs}
    return [numbered[number] for number in sorted(numbered)]


def _notes(rungs: Sequence[Rung]) -> Text | None:
    """Every remark of several steps, as one."""
    notes = list(dict.fromkeys(rung.step.note for rung in rungs if rung.step.note))
    return all_said(notes) if notes else None


def _highest(limits: list[Money]) -> Money | None:
    """The highest of several amounts; those in another currency than the last cannot compare."""
    same = [limit for limit in limits if limit.currency == limits[-1].currency]
    return max(same, default=None)


def _evidence(topic: str, rungs: Iterable[Rung]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(of_ladder(topic, rung.step) for rung in rungs))


def _said(rungs: Sequence[Rung]) -> tuple[Text, ...]:
    """Say whose place he takes, and what each of several steps says."""
    said = []
    if absent := dict.fromkeys(id_ for rung in rungs for id_ in rung.absent):
        gone = named(absent)
        words = f"in the place of {gone.en}, absent here"
        said.append(Text(f"本组织没有 {gone.zh}，由其通常上级接替", words))
    if len(rungs) > 1:
        zh = "；".join(_each(rung, "zh") for rung in rungs)
        en = "; ".join(_each(rung, "en") for rung in rungs)
        said.append(
            Text(
                f"占阶梯的多级（{zh}），合为一级，权限取最高",
                f"several steps of the ladder ({en}), one call: the highest limit",
            )
        )
    return tuple(said)


def _each(rung: Rung, lang: str) -> str:
    facts = (rung.step.within, rung.step.limit)
    stated = [fact.get(lang) for fact in facts if fact is not None]
    return joined((rung.position or rung.holder, *stated), lang)


def _fell_to(rung: Rung) -> Text:
    gone = named(rung.absent)
    return Text(
        f"本组织没有 {gone.zh}，跳过，归 {rung.position}",
        f"{gone.en} is passed over: absent here, and {rung.position} has a step of its own",
    )


def _absent(who: str) -> Text:
    return Text(f"本组织没有 {who}，跳过", f"{who} is passed over: absent here")


def _nobody(step: LadderStep) -> Text:
    if step.manager:
        return Text("上报人没有上级，跳过", "no superior to call: passed over")
    return Text("上报人的部门没有负责人，跳过", "no head of the department to call: passed over")
