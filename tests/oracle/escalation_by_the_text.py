"""Escalation again, slowly, from the text of the design alone, over plain YAML documents.

It knows nothing of the engine: it reads the mappings of the files, asks for one case (a
value for each dimension), and lists every chain from the one who asks to its end.

What the text says, and where it is read so:

* ``next(p, T)`` = p's own entries for T (those of its post included; those for any topic
  where there is none for T), else p's successor on ``ladders[T]``, else ``reports_to``.
* Whoever stands on a ladder carries the facts of his rungs however he was reached: any
  position of a desk counts, the limit is the highest, the time the shortest.
* A move to a position of the same desk is no call: one goes on as that position.
* A rung whose position is absent here falls to its usual superior; where he has a rung of
  his own, he stays where that is.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

Case = Mapping[str, str]
UNITS = {"minute": 1, "hour": 60, "day": 1440, "business hour": 210, "business day": 1680}
TOP, UNNAMED, ABSENT, LOOP, PARTY = "top", "unnamed", "absent", "loop", "party"


@dataclass(frozen=True)
class Call:
    """One call of a chain, as far as facts go."""

    holder: str | None
    party: str = ""
    within: str | None = None
    limit: float | None = None
    alert: bool = False
    when: str = ""
    own: tuple[str | None, float | None] = (None, None)


@dataclass(frozen=True)
class Chain:
    """The calls one after another, and how they end."""

    calls: tuple[Call, ...]
    ends: str


@dataclass(frozen=True)
class Way:
    """A way onward before it is looked at whom it reaches: an id, a party, or an end."""

    to: str | None
    party: str = ""
    ends: str = ""
    when: str = ""
    own: tuple[str | None, float | None] = (None, None)

    def under(self, before: Way) -> Way:
        """The same, with what the entry states that led to somebody who is passed over."""
        when = ", and ".join(text for text in (before.when, self.when) if text)
        within, limit = self.own[0] or before.own[0], self.own[1] or before.own[1]
        return Way(self.to, self.party, self.ends, when, (within, limit))


@dataclass
class Book:
    """The documents of one organization on one day, by what they say."""

    organization: dict[str, Any]
    positions: dict[str, dict[str, Any]]
    usual: dict[str, str | None]
    day: str
    posts: dict[str, dict[str, Any]] = field(init=False)

    def __post_init__(self) -> None:
        self.posts = {post["id"]: post for post in self.organization.get("posts", ())}
        for post in self.posts.values():
            for member in post["positions"]:
                self.positions.setdefault(member, {"id": member})

    def holder(self, id_: str) -> str:
        """The desk at which somebody sits, else he himself."""
        for post in self.posts.values():
            if id_ in post["positions"]:
                return str(post["id"])
        return id_

    def members(self, holder: str) -> list[str]:
        """The positions of a holder."""
        return self.posts[holder]["positions"] if holder in self.posts else [holder]

    def present(self, id_: str) -> str | None:
        """The position, or the nearest usual superior that is here."""
        seen: list[str] = []
        at: str | None = id_
        while at is not None and at not in self.positions:
            if at in seen:
                return None
            seen.append(at)
            at = self.usual.get(at)
        return at

    def entries(self, position: str, topic: str | None, case: Case) -> list[dict[str, Any]]:
        """Own entries for the topic, else those for any topic; the desk's included."""
        desk = self.posts.get(self.holder(position), {})
        stated = [
            entry
            for where in ([self.positions.get(position, {})] + ([desk] if desk else []))
            for entry in where.get("escalations", ())
            if self._holds(entry) and meets(entry.get("scope", {}), case)
        ]
        exact = [entry for entry in stated if topic and entry.get("topic") == topic]
        return exact or [entry for entry in stated if not entry.get("topic")]

    def _holds(self, entry: dict[str, Any]) -> bool:
        valid = entry.get("valid", {})
        return bool(valid.get("from", "") <= self.day <= valid.get("to", "9999"))

    def head(self, position: str) -> str | None:
        """The head of a position's department: stated, else the one with a superior outside."""
        department = self.positions[position].get("department")
        for stated in self.organization.get("departments", ()):
            if stated["id"] == department and "head" in stated:
                return str(stated["head"])
        inside = [p for p, d in self.positions.items() if d.get("department") == department]
        out = [p for p in inside if self.rise(p)[0] not in inside]
        return out[0] if len(out) == 1 and "reports_to" in self.positions[out[0]] else None

    def rise(self, position: str) -> tuple[str | None, str]:
        """The superior that is present, else why there is none."""
        data = self.positions[position]
        if "reports_to" not in data:
            return None, UNNAMED
        if data["reports_to"] is None:
            return None, TOP
        here = self.present(data["reports_to"])
        return here, "" if here else ABSENT


def meets(scope: Mapping[str, Any], case: Case) -> bool:
    """Whether a case lies in a scope."""
    for dim, values in scope.items():
        if case[dim] not in ([values] if isinstance(values, str) else values):
            return False
    return True


@dataclass
class Question:
    """One question: who asks on what, in which case, who is complained about."""

    book: Book
    asker: str
    topic: str | None
    case: Case
    about: str | None

    def rungs(self) -> list[tuple[str, bool, dict[str, Any]]]:
        """The rungs of the case: holder or party, whether it is its own rung, the rung."""
        book = self.book
        placed: list[tuple[str, str, dict[str, Any]]] = []
        for rung in book.organization.get("ladders", {}).get(self.topic or "", ()):
            if not meets(rung.get("for", {}), self.case):
                continue
            if "party" in rung:
                placed.append((rung["party"], rung["party"], rung))
                continue
            wanted = self.named(rung)
            stands_in = None if wanted is None else book.present(wanted)
            if wanted is not None and stands_in is not None:
                placed.append((wanted, stands_in, rung))
        return [(to, wanted == to, rung) for wanted, to, rung in placed]

    def named(self, rung: dict[str, Any]) -> str | None:
        """The position that a rung names for this asker."""
        if "manager" in rung:
            return self.manager(self.asker)
        if "head" in rung:
            heads = [self.book.head(member) for member in sorted(self.book.members(self.asker))]
            return next((head for head in heads if head is not None), None)
        return str(rung["position"])

    def manager(self, position: str) -> str | None:
        """The superior of an asker who does not sit at the same desk."""
        for way in self.line(position):
            if way.to is not None and not way.party:
                return way.to
        return None

    def rungs_of(
        self, holder: str, *, party: bool = False
    ) -> list[tuple[int, dict[str, Any], str]]:
        """The rungs on which somebody stands: his own, else those he stands in for."""
        found = [
            (n, rung, to, own)
            for n, (to, own, rung) in enumerate(self.rungs())
            if ("party" in rung) == party and (to if party else self.book.holder(to)) == holder
        ]
        mine = [(n, rung, to) for n, rung, to, own in found if own]
        return mine or [(n, rung, to) for n, rung, to, _ in found]

    def alerted(self, holder: str, *, party: bool = False) -> bool:
        """Whether some rung says that he is told at once, also one that fell to him."""
        return any(
            rung.get("alert", False)
            for to, _, rung in self.rungs()
            if ("party" in rung) == party and (to if party else self.book.holder(to)) == holder
        )

    def told(self) -> set[str]:
        """Everybody who is told at once, whoever is called; not the asker, not the subject."""
        found = {
            (to, True) if "party" in rung else (self.book.holder(to), False)
            for to, _, rung in self.rungs()
            if rung.get("alert", False)
        }
        asking = self.book.holder(self.asker)
        return {who for who, p in found if p or (who != asking and not self.skipped(who))}

    def skipped(self, holder: str) -> bool:
        """Whether he is the one complained about, and one of his rungs says to skip him."""
        if self.about is None or self.book.holder(self.about) != holder:
            return False
        return any(
            rung.get("skip") == "subject"
            for to, _, rung in self.rungs()
            if "party" not in rung and self.book.holder(to) == holder
        )

    # -- where one goes on

    def ways(self, position: str) -> list[Way]:
        """The ways onward from a position (or a post, from all its positions)."""
        stands = self.rungs_of(self.book.holder(position))
        acting = stands[-1][2] if stands else position
        for somebody in (position, acting, *self.passing(acting)):
            found = self._by_entries(somebody)
            if found:
                return found
        return self.ways_past(position)

    def passing(self, position: str) -> list[str]:
        """The colleagues of the same desk through whom the line of a position leads."""
        found: list[str] = []
        at = position
        while at in self.book.positions:
            above = self.book.rise(at)[0]
            if above is None or self.book.holder(above) != self.book.holder(position):
                break
            if above in (position, *found):
                break
            found.append(above)
            at = above
        return found

    def ways_past(self, position: str) -> list[Way]:
        """The ways onward that are no entries: the ladder, else the line."""
        stands = self.rungs_of(self.book.holder(position))
        if not stands:
            return self.line(position)
        last, _, at = stands[-1]
        return self.next_rung(last) or self.line(at)

    def next_rung(self, last: int) -> list[Way]:
        """The way to the next rung whose holder does not have another one of his own."""
        for n, (to, own, rung) in enumerate(self.rungs()):
            if n <= last:
                continue
            if "party" in rung:
                return [Way(to, party=to)]
            if own or n in [n2 for n2, _, _ in self.rungs_of(self.book.holder(to))]:
                return [Way(to)]
        return []

    def _by_entries(self, position: str) -> list[Way]:
        found: list[Way] = []
        desk = self.book.holder(position)
        sources = self.book.members(position) if position in self.book.posts else [position]
        for source in sources:
            for way in self._stated(source):
                if way.to is None or way.party or self.book.holder(way.to) != desk:
                    found.append(way)
                    continue
                away = [w for w in self._stated(way.to) if self._leaves(w, desk)]
                found += [onward.under(way) for onward in away or self.ways_past(way.to)]
        return list(dict.fromkeys(found))

    def _leaves(self, way: Way, desk: str) -> bool:
        return way.to is None or bool(way.party) or self.book.holder(way.to) != desk

    def _stated(self, position: str) -> Iterator[Way]:
        """Where the entries of a position say to turn, word for word."""
        book = self.book
        for entry in book.entries(position, self.topic, self.case):
            to = entry["to"]
            when = entry.get("when", {}).get("en", "")
            own = (entry.get("within"), entry.get("limit", {}).get("amount"))
            if isinstance(to, dict):
                yield Way(None, ends=UNNAMED, when=when, own=own)
            elif to == "manager":
                for way in self.line(position):
                    yield Way(way.to, way.party, way.ends, when, own)
            elif to in book.posts:
                yield Way(book.posts[to]["positions"][0], when=when, own=own)
            elif to in book.positions or to in book.usual:
                here = book.present(to)
                yield Way(here, ends="" if here else ABSENT, when=when, own=own)
            else:
                yield Way(to, party=to, when=when, own=own)

    def line(self, position: str) -> list[Way]:
        """The reporting line; a superior at the same desk is passed through."""
        book = self.book
        desk = sorted(book.members(book.holder(position)))
        first = desk if position in book.posts else [position]
        ends: set[str] = set()
        found: dict[str, str] = {}
        for group in (first, desk):
            for start in group:
                at: str | None = start
                seen: set[str] = set()
                while at is not None and at in desk and at not in seen:
                    seen.add(at)
                    at, end = book.rise(at)
                    if end:
                        ends.add(end)
                if at is not None and at not in desk:
                    found.setdefault(book.holder(at), at)
            if found or ends - {UNNAMED}:
                break
        if found:
            return [Way(found[holder]) for holder in sorted(found)]
        for end in (TOP, ABSENT, UNNAMED):
            if end in ends:
                return [Way(None, ends=end)]
        return [Way(None, ends=LOOP)]

    # -- the chains

    def chains(self) -> list[Chain]:
        """Every chain, from the one who asks to its end."""
        asking = (self.book.holder(self.asker),)
        return list(dict.fromkeys(self._from(self.ways(self.asker), asking, ())))

    def _from(
        self, ways: list[Way], seen: tuple[str, ...], calls: tuple[Call, ...]
    ) -> Iterator[Chain]:
        for way in ways:
            yield from self._along(way, seen, calls)

    def _along(self, way: Way, seen: tuple[str, ...], calls: tuple[Call, ...]) -> Iterator[Chain]:
        if way.ends in (TOP, LOOP):
            yield Chain(calls, way.ends)
        elif way.to is None:
            yield Chain((*calls, Call(None, "", *way.own, when=way.when)), way.ends)
        elif way.party:
            yield from self._party(way, seen, calls)
        else:
            holder = self.book.holder(way.to)
            if holder in seen:
                yield Chain(calls, LOOP)
            elif self.skipped(holder):
                past = [onward.under(way) for onward in self.ways_past(way.to)]
                yield from self._from(past, (*seen, holder), calls)
            else:
                calls = (*calls, self.facts(holder, way))
                yield from self._from(self.ways(way.to), (*seen, holder), calls)

    def _party(self, way: Way, seen: tuple[str, ...], calls: tuple[Call, ...]) -> Iterator[Chain]:
        key = f"party {way.party}"
        if key in seen:
            yield Chain(calls, LOOP)
            return
        calls = (*calls, self.facts(way.party, way))
        stands = self.rungs_of(way.party, party=True)
        onward = self.next_rung(stands[-1][0]) if stands else []
        if onward:
            yield from self._from(onward, (*seen, key), calls)
        else:
            yield Chain(calls, PARTY)

    def facts(self, holder: str, way: Way) -> Call:
        """The facts of a call: those of the rungs; those of the entry where no rung has any."""
        party = bool(way.party)
        stands = self.rungs_of(holder, party=party)
        within = shortest([rung["within"] for _, rung, _ in stands if "within" in rung])
        limit = self._limit(stands)
        unlimited = self._is_unlimited(stands)
        shown = within or way.own[0]
        amount = limit if limit is not None or unlimited else way.own[1]
        return Call(
            None if party else holder,
            way.party,
            shown,
            amount,
            self.alerted(holder, party=party),
            way.when,
            (
                way.own[0] if way.own[0] != shown else None,
                way.own[1] if way.own[1] != amount else None,
            ),
        )

    def shrinks(self) -> bool:
        """Whether somebody on the ladder may decide less than the one below him who may decide.

        A desk is one step, that of its last rung; whoever has no limit has no amount either.
        """
        standing = {}
        for to, _, rung in self.rungs():
            party = "party" in rung
            who = to if party else self.book.holder(to)
            standing[who, party] = self.rungs_of(who, party=party)
        upward = sorted(standing.values(), key=lambda stands: stands[-1][0])
        amounts = [limit for stands in upward if (limit := self._limit(stands)) is not None]
        return any(above < below for below, above in itertools.pairwise(amounts))

    def _is_unlimited(self, stands: list[tuple[int, dict[str, Any], str]]) -> bool:
        """Whether one of his rungs sets no limit, behind the ladder's last amount."""
        amounts = [n for n, (_, _, rung) in enumerate(self.rungs()) if "limit" in rung]
        return any("limit" not in rung and amounts and n > amounts[-1] for n, rung, _ in stands)

    def _limit(self, stands: list[tuple[int, dict[str, Any], str]]) -> float | None:
        """The highest limit; none where he is unlimited."""
        if self._is_unlimited(stands):
            return None
        return max((r["limit"]["amount"] for _, r, _ in stands if "limit" in r), default=None)


def shortest(limits: list[str]) -> str | None:
    """The shortest of several times."""
    return min(limits, key=_minutes, default=None)


def _minutes(limit: str) -> int:
    amount, unit = limit.split(" ", 1)
    return int(amount) * UNITS[unit.rstrip("s")]
