"""Who is called next: one case, one asker, one step after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from tests.oracle.third.lines_and_heads import (
    ABSENT,
    LOOP,
    TOP,
    UNNAMED,
    Above,
    above_desk,
    answers_for,
    co_heads,
    everybody_above,
    heads,
    is_vacant,
    outside_superiors,
    present,
    superiors,
)
from tests.oracle.third.written import Point, Raw, Written, holds_on, within_scope

PARTY = "party"


@dataclass(frozen=True, kw_only=True)
class Call:
    """One step: who is called, with what stands on the rung, and what an entry adds."""

    position: str | None = None
    party: str | None = None
    acting_for: str | None = None
    within: str | None = None
    limit: float | None = None
    alert: bool = False
    when: str | None = None
    entry_within: str | None = None
    entry_limit: float | None = None
    any_amount: bool = False


@dataclass(frozen=True, kw_only=True)
class Way:
    """All calls of one way up, and how it ends."""

    calls: tuple[Call, ...]
    ends: str


@dataclass(frozen=True, kw_only=True)
class Target:
    """Somebody who may be called: a position (its office), a party, or nobody, for a reason."""

    position: str | None = None
    party: str | None = None
    ends: str = ""


@dataclass(frozen=True, kw_only=True)
class Question:
    """One escalation that is asked for, in one case."""

    written: Written
    asker: str
    topic: str | None
    day: str
    case: Point
    subject: str | None = None

    @cached_property
    def placed(self) -> list[tuple[Target, Raw]]:
        """The rungs for this case on which somebody stands for this asker."""
        return _placed(self)

    @cached_property
    def rungs(self) -> list[tuple[Target, Raw]]:
        """The rungs for this case and asker, each with what falls to it."""
        return _rungs(self)

    def holder(self, target: Target) -> str:
        """Return whose desk it is that is called: a party, or the holder of a position."""
        if target.position is None:
            return f"party {target.party}"
        return self.written.holder(target.position)

    def hand(self, target: Target) -> frozenset[str]:
        """Return with whom somebody is one on a ladder: a desk, and heads who answer as one."""
        if target.position is None:
            return frozenset({self.holder(target)})
        return self.written.hand(self.holder(target))

    def person(self, target: Target) -> str | None:
        """Return who is really called there: whoever answers for a vacant one; perhaps nobody."""
        if target.position is None or not is_vacant(self.written, target.position, self.day):
            return self.holder(target)
        answering = answers_for(self.written, target.position, self.day)
        return self.written.holder(answering) if answering else None


def ways(question: Question) -> list[Way]:
    """Return every way up from the asker in this case."""
    mine = question.written.holder(question.asker)
    starts = [Target(position=one) for one in question.written.members_of_holder(question.asker)]
    return [
        way
        for start, onward in _first(question, starts)
        for way in _go_on(question, start, onward, seen=(mine,), passed=(start,), calls=())
    ]


def _first(
    question: Question, starts: list[Target]
) -> Iterator[tuple[Target, list[tuple[Target, Raw | None]]]]:
    """Yield where it begins; a desk asks as all of its positions, those with entries first.

    Two lines that lead to one desk are one, the first that leaves its own by itself; where all
    lines end, it is one end.
    """
    found = [(start, _next(question, start)) for start in sorted(starts, key=str)]
    by_entry = [one for one in found if any(entry is not None for _, entry in one[1])]
    alone = [(start, way) for start, onward in found for way in onward]
    alone.sort(key=lambda one: len(_colleagues_on_the_way(question, one[0])) > 1)
    leading = {question.holder(w[0]): (s, [w]) for s, w in reversed(alone) if not w[0].ends}
    order = (TOP, ABSENT, UNNAMED, LOOP, "")
    ending = sorted(((s, [w]) for s, w in alone), key=lambda one: order.index(one[1][0][0].ends))
    yield from by_entry or leading.values() or ending[:1]


def told_at_once(question: Question) -> dict[str, Call]:
    """Return whom the ladder tells at once, each once; neither the asker nor the subject.

    Whoever acts for somebody stands on his rungs as well as on his own: what they say is one.
    Where nobody acts for a vacant position, nobody is told of it.
    """
    standing: dict[frozenset[str], list[Target]] = {}
    mine = question.hand(Target(position=question.asker))
    for target, _ in question.rungs:
        called = question.person(target)
        if called is None:
            continue
        away = not mine.isdisjoint({question.holder(target), called})
        if not away and not _is_skipped(question, target):
            standing.setdefault(question.written.hand(called), []).append(target)
    found = {}
    for one, targets in standing.items():
        hands = {question.hand(target) for target in targets}
        rungs = [rung for target, rung in question.rungs if question.hand(target) in hands]
        if any(rung["alert"] for rung in rungs):
            found[min(one)] = _call_on(question, targets[0], rungs)
    return found


def _go_on(
    question: Question,
    at: Target,
    onward: list[tuple[Target, Raw | None]],
    *,
    seen: tuple[str, ...],
    passed: tuple[Target, ...],
    calls: tuple[Call, ...],
    acted: tuple[str | None, ...] = (),
) -> Iterator[Way]:
    for target, entry in onward:
        if target.ends:
            stated = Call() if entry is None else _with_entry(Call(), entry)
            nobody = () if target.ends in {TOP, PARTY, LOOP} else (stated,)
            yield Way(calls=calls + nobody, ends=target.ends)
            continue
        holder, person = question.holder(target), question.person(target)
        if target in passed or (holder in seen and holder != question.holder(at)):
            yield Way(calls=calls, ends=LOOP)
            continue
        skipped = _is_skipped(question, target)
        called = person not in (None, *seen, *acted) and not skipped
        reached = _reached(question, target) if called else target
        if called:
            further = _next(question, reached)
        elif holder in acted and not skipped and person == holder:
            ways = _next(question, target)
            further = [
                (there, entry if own is None else _merged(entry, own)) for there, own in ways
            ]
        else:
            further = [(above, entry) for above in _above(question, target)]
        yield from _go_on(
            question,
            reached,
            further,
            seen=(*seen, question.holder(reached)),
            passed=(*passed, reached),
            calls=(*calls, *([_call(question, target, entry)] if called else [])),
            acted=(*acted, *([person] if called and person != question.holder(reached) else [])),
        )


def _reached(question: Question, target: Target) -> Target:
    """Return from where one goes on: from whoever acts, if he comes later anyhow.

    The way from the vacant place itself is not gone then: who comes to it again goes past it.
    """
    if target.position is None:
        return target
    acting = answers_for(question.written, target.position, question.day)
    return Target(position=acting) if acting and _comes_later(question, target, acting) else target


def _comes_later(question: Question, vacant: Target, acting: str) -> bool:
    assert vacant.position is not None
    if acting in co_heads(question.written, vacant.position):
        return True
    here, there = (_places(question, who) for who in (vacant, Target(position=acting)))
    if there:
        return not here or there[-1] > here[-1]
    return acting in everybody_above(question.written, vacant.position)


def _places(question: Question, at: Target) -> list[int]:
    hand = question.hand(at)
    return [n for n, (there, _) in enumerate(question.rungs) if question.hand(there) == hand]


def _next(question: Question, at: Target) -> list[tuple[Target, Raw | None]]:
    """Return whom one turns to: by entries of one's own, else by the ladder, else by the line.

    A colleague of the desk who stands on the rung, or above on the line, may have entries too.
    """
    for one in (at, *_colleagues_on_the_way(question, at)):
        found: list[tuple[Target, Raw | None]] = []
        for entry in _entries(question, one):
            for there in _entry_targets(question, one, entry):
                same = _same_desk(question, at, there)
                found += _away(question, there, entry) if same else [(there, entry)]
        if found:
            return found
    return [(above, None) for above in _above(question, at)]


def _colleagues_on_the_way(question: Question, at: Target) -> list[Target]:
    rung = _on_the_rung(question, at)
    found = [rung if _same_desk(question, at, rung) else at]
    while (there := found[-1].position) is not None:
        above = Target(position=superiors(question.written, there)[0].position)
        if above in found or not _same_desk(question, at, above):
            break
        found.append(above)
    return found


def _same_desk(question: Question, at: Target, there: Target) -> bool:
    return there.position is not None and question.holder(there) == question.holder(at)


def _away(question: Question, at: Target, entry: Raw | None) -> list[tuple[Target, Raw | None]]:
    """Return where a colleague leads: by entries that leave the desk, else by what is above."""
    ways = [
        (there, own)
        for own in _entries(question, at)
        for there in _entry_targets(question, at, own)
    ]
    leaving = [(there, own) for there, own in ways if not _same_desk(question, at, there)]
    if leaving:
        return [(there, _merged(entry, own)) for there, own in leaving]
    return [(above, entry) for above in _above(question, at)]


def _merged(entry: Raw | None, own: Raw) -> Raw:
    """Return what a colleague's entry says, under the condition of the one that led to him."""
    whens = [text for one in (entry or {}, own) if (text := _text(one.get("when")))]
    when = {"when": ", and ".join(whens)} if whens else {}
    return {**{k: v for k, v in (entry or {}).items() if k in {"within", "limit"}}, **own, **when}


def _is_skipped(question: Question, target: Target) -> bool:
    if target.ends or question.subject is None:
        return False
    subject = question.hand(Target(position=question.subject))
    holder, person = question.holder(target), question.person(target)
    standing = {holder} if holder in subject else {holder, person}
    return not subject.isdisjoint({holder, person}) and any(
        rung.get("skip") == "subject" and not question.hand(there).isdisjoint(standing)
        for there, rung in question.placed
    )


def _above(question: Question, at: Target) -> list[Target]:
    """Return what the ladder has above somebody, else the lines of whoever is on the rung."""
    places = _places(question, at)
    rungs = question.rungs
    if places and places[-1] + 1 < len(rungs):
        return [rungs[places[-1] + 1][0]]
    rung = _on_the_rung(question, at)
    return _past_co_heads(question, rung) if places else _by_the_line(question, rung)


def _past_co_heads(question: Question, at: Target, *passed: Target) -> list[Target]:
    """Return where the lines lead from the last rung: past co-heads, who stood there as well.

    One that ends counts only where none leads to anybody.
    """
    found = []
    for above in _by_the_line(question, at):
        if above.position is None or question.hand(above) != question.hand(at):
            found.append(above)
        elif above in (at, *passed):
            found.append(Target(ends=LOOP))
        else:
            found += _past_co_heads(question, above, at, *passed)
    return [one for one in found if not one.ends] or found


def _on_the_rung(question: Question, at: Target) -> Target:
    """Return the position that makes somebody's desk stand on its last rung, else himself."""
    places = _places(question, at)
    return question.rungs[places[-1]][0] if places else at


def _entries(question: Question, at: Target) -> list[Raw]:
    if at.position is None:
        return []
    mine = {at.position, question.written.holder(at.position)}
    here = [
        entry
        for stated_by, entry in question.written.statements("escalations")
        if stated_by in mine
        and holds_on(entry, question.day)
        and within_scope(entry.get("scope"), question.case)
    ]
    for topic in (question.topic, None):
        found = [entry for entry in here if entry.get("topic") == topic]
        if found:
            return found
    return []


def _entry_targets(question: Question, at: Target, entry: Raw) -> list[Target]:
    to = entry["to"]
    written = question.written
    if isinstance(to, dict):
        return [Target(ends=UNNAMED)]
    if to in written.parties:
        return [Target(party=to)]
    if to == "manager":
        return _by_the_line(question, at)
    return [_as_target(present(written, written.members_of_holder(to)[0]))]


def _as_target(above: Above) -> Target:
    return Target(position=above.position, ends=above.ends)


def _by_the_line(question: Question, at: Target) -> list[Target]:
    if at.position is None:
        return [Target(ends=PARTY)]
    return [_as_target(one) for one in outside_superiors(question.written, at.position)]


def _placed(question: Question) -> list[tuple[Target, Raw]]:
    """Return the rungs for this case on which somebody stands for this asker."""
    ladder = question.written.ladders.get(question.topic or "", ())
    rungs = [rung for rung in ladder if within_scope(rung.get("for"), question.case)]
    return [(there, rung) for rung in rungs if (there := _rung_target(question, rung)) is not None]


def _rungs(question: Question) -> list[tuple[Target, Raw]]:
    """Return the rungs for this case and asker.

    A rung on which nobody stands is passed over. One whose position is absent falls to its usual
    superior; if he has a rung of his own he stays there, and only the alert falls to him.
    """
    placed = question.placed
    own = {question.hand(there) for there, rung in placed if not _is_absent(question, rung)}
    fallen = [(t, r) for t, r in placed if _is_absent(question, r) and question.hand(t) in own]
    alerted = {question.hand(there) for there, rung in fallen if rung.get("alert")}
    return [
        (
            there,
            {
                **rung,
                "alert": rung.get("alert", False) or question.hand(there) in alerted,
                "written": rung,
            },
        )
        for there, rung in placed
        if (there, rung) not in fallen
    ]


def _is_absent(question: Question, rung: Raw) -> bool:
    """Whether a rung names somebody who is not here, by his id or as head of a department."""
    written = question.written
    named = _named_head(written, question.asker) if rung.get("head") else rung.get("position")
    return named is not None and named not in written.positions


def _rung_target(question: Question, rung: Raw) -> Target | None:
    written = question.written
    if "party" in rung:
        return Target(party=rung["party"])
    if "position" in rung:
        above = present(written, rung["position"])
    elif rung.get("manager"):
        above = above_desk(written, question.asker)
    else:
        named = _named_head(written, question.asker)
        above = Above() if named is None else present(written, named)
    return Target(position=above.position) if above.position else None


def _named_head(written: Written, asker: str) -> str | None:
    """Return the head of somebody's department, here or not: he himself, or the first."""
    mine = sorted(written.members_of_holder(asker))
    for position in mine:
        for department in written.departments_of(position)[:1]:
            found = heads(written, department)
            if found:
                own = [head for head in found if head in mine]
                return (own or found)[0]
    return None


def _call(question: Question, target: Target, entry: Raw | None = None) -> Call:
    standing = {question.hand(target), question.hand(_reached(question, target))}
    rungs = [rung for there, rung in question.rungs if question.hand(there) in standing]
    call = _call_on(question, target, rungs)
    return call if entry is None else _with_entry(call, entry)


def amount_of(question: Question, target: Target) -> float | None:
    """Return what somebody on the ladder may decide; nothing where that is any amount."""
    hand = question.hand(target)
    return _call_on(
        question, target, [r for there, r in question.rungs if question.hand(there) == hand]
    ).limit


def _call_on(question: Question, target: Target, rungs: list[Raw]) -> Call:
    acting = target.position and answers_for(question.written, target.position, question.day)
    return Call(
        position=acting or target.position,
        party=target.party,
        acting_for=target.position if acting else None,
        within=_shortest(question, rungs),
        limit=None if (any_amount := _any_amount(question, rungs)) else _highest(rungs),
        any_amount=any_amount,
        alert=any(rung.get("alert", False) for rung in rungs),
    )


def _with_entry(call: Call, entry: Raw) -> Call:
    """Add what an entry says: beside the rung where that says otherwise, else in its place."""
    within, amount = _limit(entry), _amount(entry)
    is_set = call.any_amount or call.limit is not None
    return replace(
        call,
        when=_text(entry.get("when")),
        within=call.within or within,
        limit=amount if call.limit is None and not call.any_amount else call.limit,
        entry_within=within if within != (call.within or within) else None,
        entry_limit=amount if is_set and amount != call.limit else None,
    )


def _limit(stated: Raw) -> str | None:
    within = stated.get("within")
    return within["limit"] if isinstance(within, dict) else within


def _amount(stated: Raw) -> float | None:
    return float(stated["limit"]["amount"]) if "limit" in stated else None


def _shortest(question: Question, rungs: list[Raw]) -> str | None:
    """Return the shortest of the times of several rungs."""
    times = [time for rung in rungs if (time := _limit(rung)) is not None]
    return min(times, key=question.written.minutes, default=None)


def _highest(rungs: list[Raw]) -> float | None:
    return max((amount for rung in rungs if (amount := _amount(rung)) is not None), default=None)


def _any_amount(question: Question, rungs: list[Raw]) -> bool:
    """Whether one of somebody's rungs lies above the last amount of the ladder, and sets none."""
    everything = [rung for _, rung in question.placed]
    stated = [n for n, rung in enumerate(everything) if "limit" in rung]
    above = [id(rung["written"]) for rung in rungs]
    return bool(stated) and any(id(rung) in above for rung in everything[stated[-1] + 1 :])


def _text(value: Raw | str | None) -> str | None:
    return value.get("en") if isinstance(value, dict) else value
