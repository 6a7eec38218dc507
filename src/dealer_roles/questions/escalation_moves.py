"""Whom somebody turns to next: own entries, else the ladder, else the reporting line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dealer_roles.model.entities import Escalation
from dealer_roles.organization.evidence import Evidence, of_escalation
from dealer_roles.organization.on_day import OnDay
from dealer_roles.questions.escalation_cases import Holds
from dealer_roles.questions.escalation_lines import (
    IN_A_CIRCLE,
    co_heads,
    colleagues_above,
    same_desk,
    ways_up,
)
from dealer_roles.questions.escalation_rungs import Rung, Rungs
from dealer_roles.questions.escalation_way import Way, stands_in, unnamed_way
from dealer_roles.values.text import NO_TEXT, Text
from dealer_roles.words.marks import named


class Moves:
    """The ways onward on one topic, for one asker and one case.

    Args:
        org: The organization on a day.
        topic: The topic, or empty for none.
        rungs: The topic's ladder.
        holds: Whether an entry is for the case.
    """

    def __init__(self, org: OnDay, topic: str, rungs: Rungs, holds: Holds) -> None:
        self._org = org
        self._topic = topic
        self._rungs = rungs
        self._holds = holds
        stated = org.escalations_on_topic
        self._entered = topic in stated or "" in stated

    def onward(self, position: str) -> tuple[Way, ...]:
        """Return the ways onward from a position, or from a post with all its positions.

        A holder turns to its ladder and line as one: whoever of its desk is on the way, as
        the last rung or as a superior, may have an entry of his own.
        """
        last = self._last_rung(position)
        if not self._entered:
            return self._past(position, last)
        desk = self._org.holder(position)
        acting = last.position if last and last.holder == desk else position
        above = colleagues_above(self._org, acting)
        for at in dict.fromkeys((position, acting, *above)):
            found = self._by_entries(at)
            if found:
                said = () if at == position else (same_desk(at, position),)
                unique = {way.key: way.after(*said) for way in sorted(found, key=_farthest)}
                return tuple(sorted(unique.values(), key=lambda way: way.order))
        return self._past(position, last)

    def past(self, position: str) -> tuple[Way, ...]:
        """Return the ways onward past somebody who is not asked: no entry of his counts."""
        return self._past(position, self._last_rung(position))

    def after_party(self, party: str) -> tuple[Way, ...]:
        """Return the way onward from an outside party, which ends there without another rung."""
        rungs = self._rungs.of(party)
        onward = self._rungs.way_from(rungs[-1]) if rungs else ()
        if onward:
            return onward
        said, evidence = self._rungs.left_over(rungs[-1]) if rungs else ((), ())
        return (Way(why=NO_TEXT, ends="party", said=said, evidence=evidence),)

    def _last_rung(self, position: str) -> Rung | None:
        rungs = self._rungs.of(self._org.holder(position))
        return rungs[-1] if rungs else None

    def _past(self, position: str, last: Rung | None) -> tuple[Way, ...]:
        """The ladder, else the reporting line: that of the last rung."""
        if last is None:
            return ways_up(self._org, position)
        onward = self._rungs.way_from(last)
        if onward:
            return onward
        said, evidence = self._rungs.left_over(last)
        return tuple(way.after(*said, evidence=evidence) for way in self._line_of(last.position))

    def _line_of(self, position: str, *passed: str) -> tuple[Way, ...]:
        """The line from the last rung; a co-head on it stands there as well, and is passed.

        Of several lines one that ends counts only where none leads to anybody.
        """
        org = self._org
        found: list[Way] = []
        for way in ways_up(org, position):
            if way.to is None or not org.is_one_with(org.holder(way.to), org.holder(position)):
                found.append(way)
            elif way.to in (position, *passed):
                found.append(IN_A_CIRCLE)
            else:
                said = (*way.said, co_heads(way.to, position))
                further = self._line_of(way.to, position, *passed)
                found += [onward.after(*said, evidence=way.evidence) for onward in further]
        return tuple([way for way in found if way.to is not None] or found)

    def _by_entries(self, position: str) -> list[Way]:
        """The ways of a position's own entries; of a post's, those of all its positions."""
        return [
            way
            for source in sorted(self._org.members(position))
            for entry in self._entries(source)
            for way in self._by_entry(source, entry)
        ]

    def _entries(self, position: str) -> tuple[Escalation, ...]:
        """The entries of a position and its post: the topic's, else those for any topic."""
        org = self._org
        stated = [
            entry
            for holder in dict.fromkeys((position, org.holder(position)))
            for entry in org.escalations_of_holder.get(holder, ())
            if entry.topic in ("", self._topic)
        ]
        held = [entry for entry in stated if self._holds(entry.scope)]
        exact = [entry for entry in held if entry.topic]
        return tuple(exact or held)

    def _by_entry(self, position: str, entry: Escalation) -> Iterator[Way]:
        """The ways of one entry; one to a colleague of the same desk leads where his lead."""
        for way in self._targets(position, entry):
            if not self._is_colleague(way, position):
                yield way.by(entry)
                continue
            colleague = way.to or ""
            said = (*way.said, same_desk(colleague, position))
            for onward in self._of_colleague(colleague):
                yield onward.after(*said, evidence=way.evidence).under(entry)

    def _of_colleague(self, position: str) -> Sequence[Way]:
        """Where a colleague's entries lead away from the desk, else the ladder or his line."""
        found = [
            way.by(entry)
            for entry in self._entries(position)
            for way in self._targets(position, entry)
            if not self._is_colleague(way, position)
        ]
        return found or self._past(position, self._last_rung(position))

    def _is_colleague(self, way: Way, position: str) -> bool:
        return way.to is not None and self._org.holder(way.to) == self._org.holder(position)

    def _targets(self, position: str, entry: Escalation) -> tuple[Way, ...]:
        org, to = self._org, entry.to
        evidence = (of_escalation(entry),)
        if not to:
            return (unnamed_way(evidence, entry.unnamed),)
        if to == "manager":
            return tuple(
                _to_superior(way, position, self._about, evidence) for way in ways_up(org, position)
            )
        why = Text(f"{position} 自身规定上报 {to}", f"{position}'s own entry on {self._about}")
        if to in org.model.catalogue.parties:
            return (Way(why=why, party=to, evidence=evidence),)
        post = org.model.posts.get(to)
        rise = org.lines.present(post.positions[0] if post else to)
        gone = named(rise.passed_over)
        if rise.to is None:
            absent = Text(f"本组织没有：{gone.zh}", f"not present here: {gone.en}")
            return (Way(why=absent, ends="absent", evidence=evidence),)
        said = (stands_in(gone),) if rise.passed_over else ()
        return (Way(why=why, to=rise.to, said=said, evidence=evidence),)

    @property
    def _about(self) -> str:
        return self._topic or "any topic"


def _farthest(way: Way) -> tuple[int, str]:
    """Tell ways to one place by how they lead there, whatever the order of the file."""
    return -len(way.said), "; ".join(text.en for text in (way.why, *way.said))


def _to_superior(way: Way, position: str, about: str, evidence: tuple[Evidence, ...]) -> Way:
    """An entry to the superior, wherever the reporting line leads."""
    turns = Text(f"{position} 就此上报直接上级", f"{position} turns to its superior on {about}")
    said = (turns,) if way.to else ()
    return way.after(*said, evidence=evidence)
