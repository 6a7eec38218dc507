"""Who owns what, written from the words of the design alone: all points, all days, no cells.

A *point* is one value of every dimension of the catalogue. Every statement about cells is a
statement about the points in them, so nothing here divides a task into cells, compares two
scopes or remembers an answer. It reads the plain documents and is as slow as it looks.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tests.laws.strategies import Documents

Point = tuple[tuple[str, str], ...]
Standing = tuple[str, frozenset[str], str | None]
"""How a task stands at a point: status, owners, and the larger task it is inherited from."""


class ByTheText:
    """The documents of one organization, asked point by point on one day at a time."""

    def __init__(self, documents: Documents) -> None:
        docs = list(documents.values())
        self.organization = next(d for d in docs if d["kind"] == "organization")
        self.tasks = {t["id"]: t for d in docs if d["kind"] == "tasks" for t in d["tasks"]}
        self.posts = {post["id"]: post for post in self.organization.get("posts", ())}
        holders = [*(d for d in docs if d["kind"] == "position"), *self.posts.values()]
        self.duties = [(h["id"], duty) for h in holders for duty in h.get("duties", ())]
        self.unowned = self.organization.get("unowned", ())
        self.here = self._tasks_here(docs, holders)
        dimensions = {
            s["id"]: [v["id"] for v in s["values"]]
            for d in docs
            if d["kind"] == "scopes"
            for s in d["scopes"]
        }
        axes = [[(dim, value) for value in dimensions[dim]] for dim in sorted(dimensions)]
        self.points: list[Point] = list(itertools.product(*axes))

    def _tasks_here(self, docs: list[Any], holders: list[Any]) -> set[str]:
        """Tasks that duties, hand-offs and processes name, on whatever day; or all."""
        if self.organization.get("coverage") == "complete":
            return set(self.tasks)
        named = {duty["task"] for _, duty in self.duties}
        for handoff in (h for holder in holders for h in holder.get("handoffs", ())):
            named |= {handoff[key] for key in ("task", "then") if key in handoff}
        return named | {s["task"] for d in docs if d["kind"] == "process" for s in d["steps"]}

    def shares(self, task: str, day: str) -> list[tuple[str, Any]]:
        """The stated duties in a task that hold on a day."""
        return [(h, d) for h, d in self.duties if d["task"] == task and holds(d, day)]

    def owning(self, task: str, point: Point, day: str) -> list[str]:
        """Those who state an accountable share at a point, else a responsible one."""
        for responsibility in ("accountable", "responsible"):
            found = [
                holder
                for holder, duty in self.shares(task, day)
                if duty["responsibility"] == responsibility and lies_in(point, duty.get("scope"))
            ]
            if found:
                return found
        return []

    def owners(self, task: str, point: Point, day: str) -> frozenset[str]:
        """The accountable holders at a point, else the responsible ones; a post is one."""
        return frozenset(map(self.holder, self.owning(task, point, day)))

    def who_states_it(self, task: str, scope: Any, day: str) -> set[str]:
        """Those whose shares own a task, or the larger task that answers for it, in a scope."""
        found = set[str]()
        for point in self.points:
            if lies_in(point, scope):
                status, _, larger = self.standing(task, point, day)
                of = larger or task
                found.update(() if status == "declared" else self.owning(of, point, day))
        return found

    def holder(self, position: str) -> str:
        """The post that a position sits in, else itself."""
        return next(
            (p for p, post in self.posts.items() if position in post["positions"]), position
        )

    def standing(self, task: str, point: Point, day: str) -> Standing:
        """How a task of this organization stands at a point."""
        owners = self.owners(task, point, day)
        if owners:
            return "owned" if len(owners) == 1 else "contested", owners, None
        if self.declared(task, point):
            return "declared", owners, None
        larger = self.tasks[task].get("part_of")
        while larger is not None:
            owners = self.owners(larger, point, day)
            if owners:
                return "owned" if len(owners) == 1 else "contested", owners, larger
            larger = self.tasks[larger].get("part_of")
        return "forgotten", frozenset(), None

    def declared(self, task: str, point: Point) -> bool:
        """Whether the organization says that nobody owns a task at a point."""
        return any(d["task"] == task and lies_in(point, d.get("scope")) for d in self.unowned)

    def gaps(self, day: str) -> Iterator[tuple[str, str, frozenset[Point]]]:
        """Yield the tasks that want an owner: kind, task and the points meant."""
        for task in sorted(self.here):
            standing = {point: self.standing(task, point, day)[0] for point in self.points}
            missing = frozenset(
                point
                for point in self.points
                if standing[point] == "forgotten" and not self.done_in_parts(task, [point], day)
            )
            if missing:
                owned = any(status in ("owned", "contested") for status in standing.values())
                supported = bool(self.shares(task, day))
                whole = "task-only-supported" if supported else "task-unowned"
                yield ("cell-unowned" if owned else whole), task, missing

    def done_in_parts(self, task: str, missing: Iterable[Point], day: str) -> bool:
        """Whether a whole without duties of its own is done here by parts all owned.

        A part declared unowned is not done here; one at least must be.
        """
        parts = [t for t in sorted(self.here) if self.tasks[t].get("part_of") == task]
        if not parts or self.shares(task, day):
            return False
        return all(self.done_at(parts, point, day) for point in missing)

    def done_at(self, parts: list[str], point: Point, day: str) -> bool:
        """Whether all the parts done here are owned at a point, and some are done here."""
        here = [part for part in parts if self.standing(part, point, day)[0] != "declared"]
        return bool(here) and all(
            self.standing(part, point, day)[0] != "forgotten"
            or self.done_in_parts(part, [point], day)
            for part in here
        )

    def overlaps(self, day: str) -> dict[tuple[str, frozenset[str]], frozenset[Point]]:
        """Several holders that own one task at one point: the largest sets, and where."""
        found: dict[tuple[str, frozenset[str]], frozenset[Point]] = {}
        for task in self.tasks:
            at = {point: self.owners(task, point, day) for point in self.points}
            sets = {owners for owners in at.values() if len(owners) > 1}
            for owners in sets:
                if not any(owners < other for other in sets):
                    found[task, owners] = frozenset(p for p in at if at[p] == owners)
        return found

    def nested(self, day: str) -> Iterator[tuple[str, str, str, str, Point]]:
        """Yield whole, its owner, part, its owner: where the part's nearest owned whole is.

        The owner of the whole who owns the part too is nobody else.
        """
        for part in self.here:
            for point in self.points:
                below = self.owners(part, point, day)
                whole = self.tasks[part].get("part_of")
                while below and whole and not self.owners(whole, point, day):
                    whole = self.tasks[whole].get("part_of")
                if below and whole:
                    for above in self.owners(whole, point, day) - below:
                        yield from ((whole, above, part, other, point) for other in below)


def holds(fact: Mapping[str, Any], day: str) -> bool:
    """Whether a fact holds on a day; both ends are included."""
    valid = fact.get("valid", {})
    return bool(valid.get("from", day) <= day <= valid.get("to", day))


def lies_in(point: Point, scope: Mapping[str, Any] | None) -> bool:
    """Whether a point lies in a scope as written; a missing dimension means all values."""
    return all(
        dict(point)[dim] in ([values] if isinstance(values, str) else values)
        for dim, values in (scope or {}).items()
    )
