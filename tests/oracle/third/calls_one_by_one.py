"""Who is called next: one case, one asker, one step after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tests.oracle.third.lines_and_heads import (
    LOOP,
    TOP,
    UNNAMED,
    Above,
    acting_for,
    heads,
    is_vacant,
    outside_superior,
    present,
    superior,
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

    def holder(self, target: Target) -> str:
        """Return whose desk it is that is called: a party, or the holder of a position."""
        if target.position is None:
            return f"party {target.party}"
        return self.written.holder(target.position)

    def person(self, target: Target) -> str | None:
        """Return who is really called there: whoever acts for a vacant position; perhaps nobody."""
        if target.position is None or not is_vacant(self.written, target.position, self.day):
            return self.holder(target)
        acting = acting_for(self.written, target.position, self.day)
        return self.written.holder(acting) if acting else None


def ways(question: Question) -> list[Way]:
    """Return every way up from the asker in this case."""
    start = Target(position=question.asker)
    mine = question.written.holder(question.asker)
    return list(_go_on(question, start, seen=(mine,), passed=(start,), calls=()))


def told_at_once(question: Question) -> dict[str, Call]:
    """Return whom the ladder tells at once, by holder; neither the asker nor the subject."""
    found = {}
    mine = question.written.holder(question.asker)
    for target, rung, skipped in _rungs(question):
        holder = question.holder(target)
        if rung.get("alert") and not skipped and not target.ends and holder != mine:
            found.setdefault(holder, _call(question, target))
    return found


def _go_on(
    question: Question,
    at: Target,
    *,
    seen: tuple[str, ...],
    passed: tuple[Target, ...],
    calls: tuple[Call, ...],
) -> Iterator[Way]:
    for target, entry in _next(question, at):
        if target.ends:
            stated = Call() if entry is None else _with_entry(Call(), entry)
            nobody = () if target.ends in {TOP, PARTY, LOOP} else (stated,)
            yield Way(calls=calls + nobody, ends=target.ends)
            continue
        holder, person = question.holder(target), question.person(target)
        if target in passed or (holder in seen and holder != question.holder(at)):
            yield Way(calls=calls, ends=LOOP)
            continue
        more = () if person in (None, *seen) else (_call(question, target, entry),)
        yield from _go_on(
            question,
            target,
            seen=(*seen, holder, *((person,) if person else ())),
            passed=(*passed, target),
            calls=(*calls, *more),
        )


def _next(question: Question, at: Target) -> list[tuple[Target, Raw | None]]:
    """Return whom one turns to: by entries of one's own, else by the ladder, else by the line."""
    found: list[tuple[Target, Raw | None]] = []
    for entry in _entries(question, at):
        there = _entry_target(question, at, entry)
        found += _away(question, there, entry) if _same_desk(question, at, there) else [(there, entry)]
    if not found:
        there = _above(question, at)
        found = _away(question, there, None) if _same_desk(question, at, there) else [(there, None)]
    return [one for there, entry in found for one in _past_the_subject(question, there, entry)]


def _same_desk(question: Question, at: Target, there: Target) -> bool:
    return not there.ends and question.holder(there) == question.holder(at)


def _away(question: Question, at: Target, entry: Raw | None) -> list[tuple[Target, Raw | None]]:
    """Return where a colleague leads: by his entries that leave the desk, else by what is above him."""
    for _ in question.written.positions:
        ways = [(_entry_target(question, at, own), own) for own in _entries(question, at)]
        leaving = [(there, own) for there, own in ways if not _same_desk(question, at, there)]
        if leaving:
            return [(there, own) for there, own in leaving]
        there = _above(question, at)
        if not _same_desk(question, at, there):
            return [(there, entry)]
        at = there
    return [(Target(ends=LOOP), None)]


def _past_the_subject(
    question: Question, target: Target, entry: Raw | None
) -> list[tuple[Target, Raw | None]]:
    """Return whom is called instead of the subject, where a rung of his says that he is skipped."""
    for _ in question.written.positions:
        if not target.ends and _is_skipped(question, target):
            target, entry = _above(question, target), None
    return [(target, entry)]


def _is_skipped(question: Question, target: Target) -> bool:
    holder = question.holder(target)
    return any(skipped and question.holder(there) == holder for there, _, skipped in _rungs(question))


def _above(question: Question, at: Target) -> Target:
    return _successor(question, at) or _by_the_line(question, at)


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


def _entry_target(question: Question, at: Target, entry: Raw) -> Target:
    to = entry["to"]
    written = question.written
    if isinstance(to, dict):
        return Target(ends=UNNAMED)
    if to in written.parties:
        return Target(party=to)
    if to == "manager":
        assert at.position is not None
        return _as_target(outside_superior(written, at.position))
    return _as_target(present(written, written.members_of_holder(to)[0]))


def _as_target(above: Above) -> Target:
    return Target(position=above.position, ends=above.ends)


def _by_the_line(question: Question, at: Target) -> Target:
    if at.position is None:
        return Target(ends=PARTY)
    return _as_target(superior(question.written, at.position))


def _successor(question: Question, at: Target) -> Target | None:
    """Return the first rung above the last one on which somebody's holder stands."""
    rungs = _rungs(question)
    mine = question.holder(at)
    standing = [n for n, (target, _, _) in enumerate(rungs) if question.holder(target) == mine]
    above = rungs[standing[-1] + 1 :] if standing else []
    return next((target for target, _, skipped in above if not skipped), None)


def _rungs(question: Question) -> list[tuple[Target, Raw, bool]]:
    """Return the rungs for this case and asker, with whether the subject is skipped there.

    A rung on which nobody stands is passed over. One whose position is absent falls to its usual
    superior; if he has a rung of his own he stays there, and only the alert falls to him.
    """
    ladder = question.written.ladders.get(question.topic or "", ())
    rungs = [rung for rung in ladder if within_scope(rung.get("for"), question.case)]
    placed = [(there, rung) for rung in rungs if (there := _rung_target(question, rung)) is not None]
    own = {question.holder(there) for there, rung in placed if not _is_absent(question, rung)}
    fallen = [(t, r) for t, r in placed if _is_absent(question, r) and question.holder(t) in own]
    alerted = {question.holder(there) for there, rung in fallen if rung.get("alert")}
    subject = question.subject and question.written.holder(question.subject)
    skipping = {question.holder(there) for there, rung in placed if "skip" in rung} & {subject}
    return [
        (
            there,
            {**rung, "alert": rung.get("alert", False) or question.holder(there) in alerted},
            question.holder(there) in skipping,
        )
        for there, rung in placed
        if (there, rung) not in fallen
    ]


def _is_absent(question: Question, rung: Raw) -> bool:
    return "position" in rung and rung["position"] not in question.written.positions


def _rung_target(question: Question, rung: Raw) -> Target | None:
    written = question.written
    if "party" in rung:
        return Target(party=rung["party"])
    if "position" in rung:
        above = present(written, rung["position"])
    elif rung.get("manager"):
        above = outside_superior(written, question.asker)
    else:
        above = _head_of(written, question.asker)
    return Target(position=above.position) if above.position else None


def _head_of(written: Written, position: str) -> Above:
    for department in written.departments_of(position)[:1]:
        found = heads(written, department)
        if position in found:
            return Above(position=position)
        if found:
            return present(written, found[0])
    return Above()


def _call(question: Question, target: Target, entry: Raw | None = None) -> Call:
    holder = question.holder(target)
    rungs = [rung for there, rung, _ in _rungs(question) if question.holder(there) == holder]
    acting = target.position and acting_for(question.written, target.position, question.day)
    call = Call(
        position=acting or target.position,
        party=target.party,
        acting_for=target.position if acting else None,
        within=_shortest(rungs),
        limit=_highest(question, rungs),
        alert=any(rung.get("alert", False) for rung in rungs),
    )
    return call if entry is None else _with_entry(call, entry)


def _with_entry(call: Call, entry: Raw) -> Call:
    """Add what an entry says: beside the rung where that says otherwise, else in its place."""
    within, amount = _limit(entry), _amount(entry)
    return replace(
        call,
        when=_text(entry.get("when")),
        within=call.within or within,
        limit=amount if call.limit is None else call.limit,
        entry_within=within if within != (call.within or within) else None,
        entry_limit=amount if call.limit is not None and amount != call.limit else None,
    )


def _limit(stated: Raw) -> str | None:
    within = stated.get("within")
    return within["limit"] if isinstance(within, dict) else within


def _amount(stated: Raw) -> float | None:
    return float(stated["limit"]["amount"]) if "limit" in stated else None


def _shortest(rungs: list[Raw]) -> str | None:
    """Return the shortest of the times of several rungs."""
    times = [time for rung in rungs if (time := _limit(rung)) is not None]
    return min(times, key=minutes, default=None)


def minutes(time: str) -> int:
    """Return how long a time is; what is drawn for the tests has no business hours."""
    number, unit = time.split()
    return int(number) * {"minute": 1, "hour": 60, "day": 1440}[unit.rstrip("s")]


def _highest(question: Question, rungs: list[Raw]) -> float | None:
    """Return the highest amount; a rung without one above the last amount of the ladder has none."""
    everything = [rung for _, rung, _ in _rungs(question)]
    stated = [n for n, rung in enumerate(everything) if "limit" in rung]
    if any(rung in rungs for rung in everything[stated[-1] + 1 :]) if stated else True:
        return None
    return max((amount for rung in rungs if (amount := _amount(rung)) is not None), default=None)


def _text(value: Raw | str | None) -> str | None:
    return value.get("en") if isinstance(value, dict) else value
