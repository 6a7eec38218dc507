"""The answers, slowly and obviously, straight from their definitions over plain documents.

Nothing of the package is used. An organization is its YAML documents as plain data. Who
owns what is found beside this, point by point, in ``ownership_by_the_text``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from tests.oracle.ownership_by_the_text import ByTheText, lies_in

Record = dict[str, Any]


def listed(value: Any) -> list[str]:
    """Return one id or a list of them as a list."""
    return [value] if isinstance(value, str) else list(value or ())


class Slow:
    """One organization and its slow answers."""

    def __init__(self, documents: Iterable[Record]) -> None:
        self.documents = every = list(documents)
        self.main: Record = next(d for d in every if d["kind"] == "organization")
        self.usual = {p["id"]: p for d in every if d["kind"] == "positions" for p in d["positions"]}
        self.posts = {p["id"]: p for p in self.main.get("posts", ())}
        self.here: dict[str, Record] = {d["id"]: d for d in every if d["kind"] == "position"}
        for post in self.posts.values():
            for member in post["positions"]:
                usual_place = {"department": self.usual[member]["department"]}
                self.here.setdefault(member, usual_place)
        self.desks: list[Record] = [
            {"id": id_, **raw} for id_, raw in [*self.here.items(), *self.posts.items()]
        ]
        self.stated = [
            {**duty, "holder": desk["id"]} for desk in self.desks for duty in desk.get("duties", ())
        ]
        self.handed = [
            {**h, "giver": desk["id"]} for desk in self.desks for h in desk.get("handoffs", ())
        ]
        self.duties = [*self.stated, *self.approvers()]

    def on(self, day: str) -> Slow:
        """Return the organization from which everything that does not hold that day is gone."""
        return Slow([without_the_rest(document, day) for document in self.documents])

    # who is who

    def holder(self, id_: str) -> str:
        """Positions of one post are one holder."""
        return next((p for p, post in self.posts.items() if id_ in post["positions"]), id_)

    def members(self, holder: str) -> list[str]:
        """Return the positions of a holder."""
        return list(self.posts[holder]["positions"]) if holder in self.posts else [holder]

    def rise(self, position: str) -> tuple[str | None, str]:
        """Return the superior who is present, or why there is none."""
        raw = self.here[position]
        if "reports_to" not in raw:
            return None, "unnamed"
        if raw["reports_to"] is None:
            return None, "top"
        return self.somebody(raw["reports_to"])

    def somebody(self, wanted: str) -> tuple[str | None, str]:
        """Return whom a call for ``wanted`` reaches: the usual superiors of those absent."""
        current: str | None = wanted
        while current is not None and current not in self.here:
            current = self.usual[current]["reports_to"]
        return (current, "") if current is not None else (None, "absent")

    def superiors(self, position: str) -> set[str]:
        """Return everybody above a position."""
        found: set[str] = set()
        to, _ = self.rise(position)
        while to is not None and to not in found | {position}:
            found.add(to)
            to, _ = self.rise(to)
        return found

    def receivers(self, handoff: Record) -> list[str]:
        """Return the positions that receive a hand-off."""
        if isinstance(handoff["to"], dict):
            return []
        return [i for written in listed(handoff["to"]) for i in self.received(written, handoff)]

    def received(self, written: str, handoff: Record) -> list[str]:
        """Return the positions that one written receiver stands for."""
        if written == "manager":
            return self.managers(handoff["giver"])
        if written in self.posts:
            return self.members(written)
        if written in ("shop", "office"):
            return self.in_department(written, handoff)
        return [written] if written in self.here else []

    def managers(self, giver: str) -> list[str]:
        """Return who is above a giver and not at his desk; else who is above his colleagues."""
        desk = self.members(self.holder(giver))
        for group in (self.members(giver), desk):
            ways = [self.out_of(desk, member) for member in group]
            if found := [to for to, _ in ways if to is not None]:
                return found
            if any(why in ("top", "absent") for _, why in ways):
                return []
        return []

    def out_of(self, desk: list[str], member: str) -> tuple[str | None, str]:
        """Return the first superior outside a desk, or why there is none."""
        at: str | None = member
        why, seen = "", set[str]()
        while at is not None and at in desk and at not in seen:
            seen.add(at)
            at, why = self.rise(at)
        return (at, why) if at not in desk else (None, "loop")

    def in_department(self, department: str, handoff: Record) -> list[str]:
        """Members who own ``then`` in these cases, else who do it there, else the head."""
        then, scope = handoff.get("then"), handoff.get("scope")
        members = [p for p, raw in self.here.items() if raw["department"] == department]
        timeless = [without_periods(document) for document in self.documents]
        text = ByTheText({str(n): document for n, document in enumerate(timeless)})
        doing = {
            d["holder"]
            for d in self.stated
            if d["task"] == then and d["responsibility"] in ("accountable", "responsible")
            if any(lies_in(p, d.get("scope")) and lies_in(p, scope) for p in text.points)
        }
        for stating in (text.who_states_it(then, scope, "") if then else set(), doing):
            found = [m for m in members if {m, self.holder(m)} & stating]
            if found:
                return found
        return self.heads(department, members) or ([] if then else members)

    def heads(self, department: str, members: list[str]) -> list[str]:
        """The head that is stated, if he is here; else the one member whose superior is outside."""
        for raw in self.main.get("departments", ()):
            if raw["id"] == department and "head" in raw:
                return [head for head in (raw["head"],) if head in self.here]
        outside = [member for member in members if self.rise(member)[0] not in members]
        alone = len(outside) == 1 and self.rise(outside[0])[1] != "unnamed"
        return outside if alone else []

    def approvers(self) -> Iterator[Record]:
        """Approval gives the receiver a share in the giver's task."""
        for handoff in self.handed:
            if handoff.get("approval"):
                for position in set(self.receivers(handoff)):
                    kept = {k: handoff[k] for k in ("task", "scope", "valid") if k in handoff}
                    yield {**kept, "holder": position, "responsibility": "approver"}

    # the answers

    def in_force(self, task: str, day: str) -> list[Record]:
        """Return the duties of a task on a day."""
        return [d for d in self.duties if d["task"] == task and holds(d, day)]

    def acknowledged(self, above: str, below: str, part: str, day: str) -> bool:
        """A reporting line, a hand-off, or a share of the whole's owner in the part."""
        for one, other in ((above, below), (below, above)):
            theirs = set(self.members(other))
            if any(self.superiors(p) & theirs for p in self.members(one)):
                return True
            for handoff in self.handed:
                given = self.holder(handoff["giver"]) == one and holds(handoff, day)
                if given and theirs & set(self.receivers(handoff)):
                    return True
        return any(self.holder(d["holder"]) == above for d in self.in_force(part, day))


def without_periods(value: Any) -> Any:
    """Return plain data in which everything holds for ever."""
    if isinstance(value, list):
        return [without_periods(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {key: without_periods(item) for key, item in value.items() if key != "valid"}


def without_the_rest(document: Record, day: str) -> Record:
    """Return a document without the records in its lists that do not hold on a day."""
    lists = ("duties", "handoffs", "escalations")
    kept = {
        key: [record for record in value if holds(record, day)] if key in lists else value
        for key, value in document.items()
    }
    if "posts" in kept:
        kept["posts"] = [without_the_rest(post, day) for post in kept["posts"]]
    return kept


def holds(record: Record, day: str) -> bool:
    """Whether a record holds on a day; both ends are included."""
    valid = record.get("valid", {})
    return bool(valid.get("from", day) <= day <= valid.get("to", day))


def days_between(first: str, last: str) -> list[str]:
    """Return all days from one to another."""
    start, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    return [(start + dt.timedelta(days=n)).isoformat() for n in range((end - start).days + 1)]
