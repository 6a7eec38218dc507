"""What holders of a random organization hold: duties, hand-offs, escalations."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dealer_roles.testing.choices import Choices
from dealer_roles.testing.short_form import both

Entry = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Nameable:
    """Whom and what the entries of one organization may name."""

    tasks: tuple[str, ...]
    here: tuple[str, ...]
    absent: tuple[str, ...]
    posts: tuple[str, ...]


class DrawnEntries:
    """The entries of one organization, decided by choice."""

    def __init__(self, choose: Choices, known: Nameable) -> None:
        self._choose, self._known = choose, known

    def of_a_holder(self, id_: str) -> Entry:
        """Return what a position or a post holds; keys without entries are left out."""
        choose = self._choose
        found = {
            "duties": list(self._duties(choose.count("duties"))),
            "handoffs": [self._handoff(f"{id_}-{n}") for n in range(choose.count("handoffs"))],
            "escalations": [self._escalation() for _ in range(choose.count("escalations"))],
        }
        return {key: entries for key, entries in found.items() if entries}

    def task(self) -> str:
        """Return one of the tasks."""
        return self._choose.one(self._known.tasks)

    def scope(self) -> Entry:
        """Return a scope over one dimension or more."""
        choose, dimensions = self._choose, self._choose.shape.scopes
        chosen = choose.some(dimensions, choose.count("scope", 1))
        return {dimension: self._values(dimensions[dimension]) for dimension in chosen}

    def _values(self, of: tuple[str, ...]) -> str | list[str]:
        values = self._choose.some(of, self._choose.one(range(1, max(2, len(of)))))
        return values[0] if len(values) == 1 and self._choose.one((False, True)) else values

    def valid(self) -> Entry:
        """Return a period of some days, open at one end perhaps."""
        days = self._choose.shape.days
        first, last = sorted(self._choose.one(days) for _ in range(2))
        return self._choose.one(({"from": first, "to": last}, {"from": first}, {"to": last}))

    def maybe(self, of: str, *keys: str) -> Entry:
        """Return what an entry says under some of these keys."""
        return {key: self._value(key) for key in keys if self._choose.states(f"{of}.{key}")}

    def _value(self, key: str) -> Any:
        choose = self._choose
        match key:
            case "scope" | "for":
                return self.scope()
            case "valid":
                return self.valid()
            case "limit" | "up_to":
                return {"amount": choose.one(choose.shape.amounts), "currency": "CNY"}
            case "within":
                return choose.one(choose.shape.times)
            case "then":
                return self.task()
            case "topic":
                return choose.one(choose.shape.topics)
            case "when":
                return both(choose.one(("urgent", "rare")))
            case "text":
                return both(choose.one(("ab", "abcd", "abcdef", "vague")))
        return {"sources": ["D1.1"], "own_work": "never", "skip": "subject"}.get(key, True)

    def _duties(self, count: int) -> Iterator[Entry]:
        for _ in range(count):
            duty = {
                "task": self.task(),
                "responsibility": self._choose.kind("responsibility"),
                **self.maybe("duty", "scope", "valid", "sources", "own_work", "text", "within"),
            }
            yield from self._resumed(duty) if self._choose.states("duty.resumed") else [duty]

    def _resumed(self, duty: Entry) -> Iterator[Entry]:
        """Yield a duty that ends and begins again after a hole of one day, or at once."""
        days = self._choose.shape.days
        ends = dt.date.fromisoformat(self._choose.one(days))
        again = ends + dt.timedelta(days=self._choose.one((2, 1)))
        yield {**duty, "valid": {"to": ends.isoformat()}}
        yield {**duty, "valid": {"from": again.isoformat()}}

    def _handoff(self, id_: str) -> Entry:
        return {
            "id": id_,
            "task": self.task(),
            "to": self.addressee(self._choose.kind("handoff.to")),
            "deliverable": both("paper"),
            **self.maybe("handoff", "then", "approval", "scope", "valid"),
        }

    def _escalation(self) -> Entry:
        return {
            "to": self.addressee(self._choose.kind("escalation.to")),
            **self.maybe("escalation", "topic", "within", "limit", "when", "scope", "valid"),
        }

    def addressee(self, kind: str) -> Any:
        """Return somebody of a kind; a position of those that are here where there is none."""
        choose, known = self._choose, self._known
        shape = choose.shape
        if kind == "unnamed":
            return {"unnamed": both("the team")}
        if kind == "manager":
            return kind
        if kind == "several":
            everybody = (*known.here, *shape.departments, *shape.parties, *known.posts)
            return choose.some(everybody, choose.one((2, 3)))
        there_are = {
            "absent": known.absent,
            "department": shape.departments,
            "party": shape.parties,
            "post": known.posts,
        }
        return choose.one(there_are.get(kind) or known.here)
