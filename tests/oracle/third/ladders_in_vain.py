"""What is wrong with ladders and entries: loops, dead ends, less above, two ways at once."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from tests.oracle.third.calls_one_by_one import Question, amount_of, ways
from tests.oracle.third.lines_and_heads import ABSENT, LOOP, UNNAMED, heads, present, superiors
from tests.oracle.third.written import Raw, Written, holds_on, meet, points

Gap = tuple[str, str]
"""A kind and a subject."""


def ladder_gaps(written: Written, day: str) -> Iterator[Gap]:
    """Yield the topics on which somebody who is to escalate does so in vain."""
    for topic in (*written.topics, None):
        starts = _escalating(written, topic, day)
        ends = {end for who in starts for end in _ends(written, who, topic, day)}
        if LOOP in ends:
            yield ("ladder-loops", topic or "any")
        if ends & {UNNAMED, ABSENT}:
            yield ("ladder-ends-nowhere", topic or "any")
        if topic and any(_shrinks(question) for question in _questions(written, topic, day)):
            yield ("ladder-limits-shrink", topic)


def _escalating(written: Written, topic: str | None, day: str) -> set[str]:
    """Return who states an entry on a topic, a desk as one, or stands on its ladder."""
    stating = {
        who
        for who, entry in written.statements("escalations")
        if entry.get("topic") == topic and holds_on(entry, day)
    }
    found: set[str] = set()
    for rung in written.ladders.get(topic or "", ()):
        if rung.get("head"):
            departments = {d for p in written.positions for d in written.departments_of(p)}
            departments |= set(written.departments)
            found |= {head for one in departments for head in heads(written, one)}
        elif rung.get("manager"):
            every = [one for position in written.positions for one in superiors(written, position)]
            found |= {above.position for above in every if above.position}
        else:
            found.add(rung.get("position", ""))
    return stating | found & set(written.positions)


def _ends(written: Written, who: str, topic: str | None, day: str) -> set[str]:
    return {
        way.ends
        for case in call_cases(written)
        for way in ways(Question(written=written, asker=who, topic=topic, day=day, case=case))
    }


def _questions(written: Written, topic: str, day: str) -> Iterator[Question]:
    for who in written.positions:
        for case in call_cases(written):
            yield Question(written=written, asker=who, topic=topic, day=day, case=case)


def call_cases(written: Written) -> list[dict[str, str]]:
    """Return the cases in which different people may be called."""
    scopes = [rung.get("for", {}) for rungs in written.ladders.values() for rung in rungs]
    scopes += [entry.get("scope", {}) for _, entry in written.statements("escalations")]
    return points(written, {dimension for scope in scopes for dimension in scope})


def _shrinks(question: Question) -> bool:
    """Whether somebody may decide less than the nearest below him who has an amount.

    A desk, and heads who answer as one, stand on their last rung with the highest amount of all.
    """
    last: dict[frozenset[str], int] = {}
    for place, (there, _) in enumerate(question.rungs):
        last[question.hand(there)] = place
    upward = [question.rungs[place][0] for place in sorted(last.values())]
    amounts = [one for there in upward if (one := amount_of(question, there)) is not None]
    return any(above < below for below, above in itertools.pairwise(amounts))


def entry_gaps(written: Written, day: str) -> Iterator[Gap]:
    """Yield whose entries lead two ways at once, and whose go before a ladder they stand on."""
    stated = [e for e in written.statements("escalations") if holds_on(e[1], day)]
    for topic, who in _ambiguous(written, stated):
        yield ("escalation-ambiguous", f"{topic or 'any'}/{who}")
    for who, entry in stated:
        topics = [entry["topic"]] if "topic" in entry else written.ladders
        for topic in topics:
            if _stands_then(written, topic, who, entry):
                yield ("ladder-overridden", f"{topic}/{who}")


def _ambiguous(written: Written, stated: list[tuple[str, Raw]]) -> Iterator[tuple[str | None, str]]:
    """Yield who has several entries on a topic in one case, under one condition or none.

    A position has its desk's as well.
    """
    told = set()
    for who in (*(post["id"] for post in written.posts), *written.positions):
        mine = [entry for by, entry in stated if by in (who, written.holder(who))]
        for topic, when in {(e.get("topic"), repr(e.get("when"))) for e in mine}:
            free = [e for e in mine if (e.get("topic"), repr(e.get("when"))) == (topic, when)]
            met = [e for e in free if any(o is not e and _meet(e, o) for o in free)]
            if met and tuple(map(id, met)) not in told:
                told.add(tuple(map(id, met)))
                yield topic, who


def _meet(one: Raw, other: Raw) -> bool:
    return meet(one.get("scope", {}), other.get("scope", {}))


def _stands_then(written: Written, topic: str, who: str, entry: Raw) -> bool:
    """Whether whoever states an entry stands on the ladder in one of its cases."""
    return any(
        (here := present(written, rung["position"]).position) is not None
        and written.hand(written.holder(here)) == written.hand(written.holder(who))
        and meet(rung.get("for", {}), entry.get("scope", {}))
        for rung in written.ladders.get(topic, ())
        if "position" in rung
    )
