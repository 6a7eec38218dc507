"""The answers, slowly and obviously, straight from their definitions over plain documents.

Nothing of the package is used. An organization is its YAML documents as plain data; a
*point* is one value for each scope dimension; everything is found by looking at all
points and all days.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Any

Point = dict[str, str]
Cell = frozenset[tuple[str, str]]
Record = dict[str, Any]


def listed(value: Any) -> list[str]:
    """Return one id or a list of them as a list."""
    return [value] if isinstance(value, str) else list(value or ())


class Slow:
    """One organization and its slow answers."""

    def __init__(self, documents: Iterable[Record], always: Slow | None = None) -> None:
        self.documents = every = list(documents)
        self.always = always or self
        self.main: Record = next(d for d in every if d["kind"] == "organization")
        self.tasks = {t["id"]: t for d in every if d["kind"] == "tasks" for t in d["tasks"]}
        self.values: dict[str, list[str]] = {
            dim["id"]: [v["id"] for v in dim["values"]]
            for d in every
            if d["kind"] == "scopes"
            for dim in d["scopes"]
        }
        self.usual = {p["id"]: p for d in every if d["kind"] == "positions" for p in d["positions"]}
        self.posts = {p["id"]: p for p in self.main.get("posts", ())}
        self.here: dict[str, Record] = {d["id"]: d for d in every if d["kind"] == "position"}
        for post in self.posts.values():
            for member in post["positions"]:
                usual_place = {"department": self.usual[member]["department"]}
                self.here.setdefault(member, usual_place)
        self.steps = [s for d in every if d["kind"] == "process" for s in d["steps"]]
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
        return Slow([without_the_rest(document, day) for document in self.documents], self)

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
            desk = self.members(handoff["giver"])
            above = [self.rise(member)[0] for member in desk]
            return [to for to in above if to is not None and to not in desk]
        if written in self.posts:
            return self.members(written)
        if written in ("shop", "office"):
            return self.in_department(written, handoff.get("then"))
        return [written] if written in self.here else []

    def in_department(self, department: str, then: str | None) -> list[str]:
        """Members who own ``then``, else responsible ones, else the head."""
        members = [p for p, raw in self.here.items() if raw["department"] == department]
        for wanted in ("accountable", "responsible"):
            found = [
                m
                for m in members
                for d in self.stated
                if d["task"] == then and d["responsibility"] == wanted
                if d["holder"] == m or m in self.members(d["holder"])
            ]
            if found:
                return found
        heads = [d.get("head") for d in self.main.get("departments", ()) if d["id"] == department]
        present = [head for head in heads if head in self.here]
        return present or ([] if then else members)

    def approvers(self) -> Iterator[Record]:
        """Approval gives the receiver a share in the giver's task."""
        for handoff in self.handed:
            if handoff.get("approval"):
                for position in set(self.receivers(handoff)):
                    kept = {k: handoff[k] for k in ("task", "scope", "valid") if k in handoff}
                    yield {**kept, "holder": position, "responsibility": "approver"}

    # what counts, where and when

    def own_tasks(self) -> set[str]:
        """Return the tasks that count."""
        if self.always is not self:
            return self.always.own_tasks()
        if self.main.get("coverage") == "complete":
            return set(self.tasks)
        named = {x["task"] for x in (*self.duties, *self.handed, *self.steps)}
        return named | {h["then"] for h in self.handed if "then" in h}

    def in_force(self, task: str, day: str) -> list[Record]:
        """Return the duties of a task on a day."""
        return [d for d in self.duties if d["task"] == task and holds(d, day)]

    def cells(self, task: str, day: str) -> dict[Cell, list[Point]]:
        """Return the points of each cell: values nobody names are not told apart."""
        duties = self.in_force(task, day)
        declared = self.tasks[task].get("split_by", ())
        found: dict[Cell, list[Point]] = {}
        dims = sorted(self.values)
        for combination in product(*(self.values[dim] for dim in dims)):
            point = dict(zip(dims, combination, strict=True))
            named = {
                dim: any(point[dim] in listed(d.get("scope", {}).get(dim)) for d in duties)
                for dim in dims
            }
            for dim in dims:
                used = any(dim in d.get("scope", {}) for d in duties)
                everybody_names = all(dim in d.get("scope", {}) for d in duties)
                if used and everybody_names and not named[dim] and dim not in declared:
                    break  # nobody speaks of this value, nor of the rest
            else:
                cell = frozenset((d, point[d]) for d in dims if d in declared or named[d])
                found.setdefault(cell, []).append(point)
        return found

    def holders(self, task: str, point: Point, day: str) -> set[str]:
        """Return who owns a point: the accountable, else the responsible."""
        duties = [d for d in self.in_force(task, day) if covers(d.get("scope", {}), point)]
        for wanted in ("accountable", "responsible"):
            found = {self.holder(d["holder"]) for d in duties if d["responsibility"] == wanted}
            if found:
                return found
        return set()

    def owned(self, task: str, scope: Record, day: str) -> dict[Cell, set[str]]:
        """Return who owns each cell that a scope touches."""
        return {
            cell: self.holders(task, points[0], day)
            for cell, points in self.cells(task, day).items()
            if any(covers(scope, point) for point in points)
        }

    def ancestors(self, task: str) -> list[str]:
        """Return the larger tasks, nearest first."""
        found = []
        whole = self.tasks[task].get("part_of")
        while whole:
            found.append(whole)
            whole = self.tasks[whole].get("part_of")
        return found

    def declared(self, task: str, scope: Record, day: str) -> bool:
        """Whether it is declared that nobody owns any of the cells that a scope touches."""
        cells = self.cells(task, day).values()
        touched = [[p for p in points if covers(scope, p)] for points in cells]
        return self.excused(task, [points for points in touched if points] or [self.points(scope)])

    def excused(self, task: str, cells: list[list[Point]]) -> bool:
        """Whether a declaration covers all points of each cell."""
        scopes = [u.get("scope", {}) for u in self.main.get("unowned", ()) if u["task"] == task]
        return all(any(all(covers(s, p) for p in points) for s in scopes) for points in cells)

    def points(self, scope: Record) -> list[Point]:
        """Return all points of a scope."""
        dims = sorted(self.values)
        every = product(*(self.values[dim] for dim in dims))
        found = [dict(zip(dims, values, strict=True)) for values in every]
        return [point for point in found if covers(scope, point)]

    # the answers

    def owner(self, task: str, scope: Record, day: str) -> Record:
        """Answer who owns a task."""
        answer = {"status": "unowned", "split": False, "owners": [], "cells": None}
        if task not in self.own_tasks():
            return {**answer, "how": "outside"}
        cells = self.owned(task, scope, day)
        if any(cells.values()):
            return {**self.summary(cells), "how": "direct"}
        if self.declared(task, scope, day):
            return {**answer, "how": "declared"}
        for whole in self.ancestors(task):
            if whole in self.own_tasks() and not self.excused(whole, [self.points(scope)]):
                cells = self.owned(whole, scope, day)
                if any(cells.values()):
                    return {**self.summary(cells), "how": f"inherited from {whole}"}
        return {**answer, "how": "forgotten"}

    def summary(self, cells: dict[Cell, set[str]]) -> Record:
        """Return status, split and owners of cells of which some are owned."""
        sets = [frozenset(holders) for holders in cells.values() if holders]
        return {
            "status": "contested" if any(len(s) > 1 for s in sets) else "owned",
            "split": len(set(sets)) > 1,
            "owners": sorted(set().union(*sets)),
            "cells": {cell: sorted(holders) for cell, holders in cells.items()},
        }

    def same_overlaps(self, days: Iterable[str]) -> set[tuple[str, frozenset[str]]]:
        """Return each task with every maximal set that owns a cell of it on one of the days."""
        found = set()
        for task in self.own_tasks():
            for day in days:
                owned = self.on(day).owned(task, {}, day).values()
                sets = {frozenset(holders) for holders in owned if len(holders) > 1}
                found |= {(task, s) for s in sets if not any(s < other for other in sets)}
        return found

    def nested_overlaps(self, day: str) -> set[tuple[str, str, str, str]]:
        """Return whole, its owner, part and its owner where nothing acknowledges it."""
        found = set()
        for part in self.own_tasks():
            for whole in set(self.ancestors(part)) & self.own_tasks():
                cells = product(self.cells(whole, day).items(), self.cells(part, day).items())
                for (_, ours), (_, theirs) in cells:
                    if not any(a == b for a in ours for b in theirs):
                        continue
                    below = self.holders(part, theirs[0], day)
                    for above in self.holders(whole, ours[0], day) - below:
                        found |= {
                            (whole, above, part, other)
                            for other in below
                            if not self.acknowledged(above, other, part, day)
                        }
        return found

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

    def ownership_gaps(self, day: str) -> set[tuple[str, str, Cell | None]]:
        """Return the tasks and cells that nobody owns, each with the kind of gap."""
        found: set[tuple[str, str, Cell | None]] = set()
        for task in self.own_tasks():
            cells = self.owned(task, {}, day)
            points = self.cells(task, day)
            missing = [
                cell
                for cell, holders in cells.items()
                if not holders and not self.excused(task, [points[cell]])
            ]
            if missing and len(missing) == len(cells):
                shared = bool(self.in_force(task, day))
                if self.owner(task, {}, day)["how"] == "forgotten" and (
                    shared or not self.parts_owned(task, day)
                ):
                    found.add(("task-only-supported" if shared else "task-unowned", task, None))
                continue
            for cell in missing:
                wholes = [w for w in self.ancestors(task) if w in self.own_tasks()]
                if not any(any(self.owned(w, dict(cell), day).values()) for w in wholes):
                    found.add(("cell-unowned", task, cell))
        return found

    def parts_owned(self, task: str, day: str) -> bool:
        """Whether all parts that count are owned in every cell, themselves or by their parts."""
        parts = [t for t in self.own_tasks() if self.tasks[t].get("part_of") == task]
        return bool(parts) and all(
            all(self.owned(part, {}, day).values()) or self.parts_owned(part, day) for part in parts
        )


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


def covers(scope: Record, point: Point) -> bool:
    """Whether a point lies in a scope: a missing dimension means all values."""
    return all(point[dim] in listed(values) for dim, values in scope.items())


def days_between(first: str, last: str) -> list[str]:
    """Return all days from one to another."""
    start, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    return [(start + dt.timedelta(days=n)).isoformat() for n in range((end - start).days + 1)]
