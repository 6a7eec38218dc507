"""Who owns a task, asked of every single case of it."""

from __future__ import annotations

import fnmatch
from dataclasses import dataclass, field
from functools import lru_cache

from tests.oracle.third.written import Point, Raw, Written, holds_on, points, within_scope

OWNED, DECLARED, FORGOTTEN, OUTSIDE = "owned", "declared", "forgotten", "outside"


@dataclass(frozen=True, kw_only=True)
class Ownership:
    """Who owns one case of a task on a day, and by which right."""

    state: str
    owners: frozenset[str] = frozenset()
    contested: bool = False
    inherited_from: str | None = None

    @property
    def status(self) -> str:
        """The status as answers word it."""
        return {True: "contested", False: "owned"}[self.contested] if self.owners else "unowned"


@dataclass(frozen=True, kw_only=True)
class Share:
    """One holder's share in a task."""

    holder: str
    responsibility: str
    scope: Raw = field(default_factory=dict, hash=False)


@lru_cache(maxsize=2048)
def tasks_here(written: Written) -> set[str]:
    """Return the tasks that duties, hand-offs and processes name; with complete coverage, all."""
    if written.organization.get("coverage") == "complete":
        return set(written.tasks)
    named = {duty["task"] for _, duty in written.statements("duties")}
    for _, handoff in written.statements("handoffs"):
        named |= {handoff["task"], handoff.get("then", handoff["task"])}
    for process in written.processes.values():
        named |= {step["task"] for step in process["steps"]}
    return named


@lru_cache(maxsize=2048)
def shares(written: Written, task: str, day: str) -> list[Share]:
    """Return the stated shares in a task on a day, by holder."""
    return [
        Share(
            holder=written.holder(stated_by),
            responsibility=duty["responsibility"],
            scope=duty.get("scope", {}),
        )
        for stated_by, duty in written.statements("duties")
        if duty["task"] == task and holds_on(duty, day)
    ]


def owners_themselves(written: Written, task: str, point: Point, day: str) -> frozenset[str]:
    """Return the accountable holders of a case, else the responsible ones."""
    here = [s for s in shares(written, task, day) if within_scope(s.scope, point)]
    for responsibility in ("accountable", "responsible"):
        found = frozenset(s.holder for s in here if s.responsibility == responsibility)
        if found:
            return found
    return frozenset()


@lru_cache(maxsize=2048)
def declarations(written: Written, task: str) -> list[Raw]:
    """Return the declarations that nobody owns a task."""
    return [
        one
        for one in written.organization.get("unowned", ())
        if one.get("task") == task
        or ("area" in one and one["area"] == written.tasks[task]["area"])
        or ("tasks" in one and fnmatch.fnmatchcase(task, one["tasks"]))
    ]


def declared(written: Written, task: str, point: Point) -> bool:
    """Whether a case of a task is declared unowned."""
    return any(within_scope(one.get("scope"), point) for one in declarations(written, task))


def ownership(written: Written, task: str, point: Point, day: str) -> Ownership:
    """Return who owns one case: itself, or by the nearest larger task that is done here."""
    own = owners_themselves(written, task, point, day)
    if own:
        return Ownership(state=OWNED, owners=own, contested=written.are_several(own))
    if declared(written, task, point):
        return Ownership(state=DECLARED)
    if task not in tasks_here(written):
        return Ownership(state=OUTSIDE)
    for larger in wholes(written, task):
        above = owners_themselves(written, larger, point, day)
        if above:
            contested = written.are_several(above)
            return Ownership(state=OWNED, owners=above, contested=contested, inherited_from=larger)
    return Ownership(state=FORGOTTEN)


def wholes(written: Written, task: str) -> list[str]:
    """Return the larger tasks that a task is a part of, the nearest first."""
    found = []
    at = written.tasks[task].get("part_of")
    while at is not None:
        found.append(at)
        at = written.tasks[at].get("part_of")
    return found


@lru_cache(maxsize=2048)
def parts_here(written: Written, task: str) -> list[str]:
    """Return the parts of a task that this organization does."""
    here = tasks_here(written)
    return sorted(t for t, raw in written.tasks.items() if raw.get("part_of") == task and t in here)


def is_done_in_parts(written: Written, task: str, point: Point, day: str) -> bool:
    """Whether every part of a whole without duties of its own is owned in one case.

    What is declared unowned of a part is not done here; something must be done.
    """
    parts = parts_here(written, task)
    here = [_is_done(written, part, point, day) for part in parts]
    return not shares(written, task, day) and None not in here and True in here


def _is_done(written: Written, part: str, point: Point, day: str) -> bool | None:
    """Whether somebody owns a case of a part; not where it is declared; `None` where it is open."""
    found = ownership(written, part, point, day)
    if found.state == DECLARED:
        return False
    return True if found.owners or is_done_in_parts(written, part, point, day) else None


@lru_cache(maxsize=2048)
def dimensions(written: Written, task: str) -> set[str]:
    """Return the dimensions that anything about a task, its wholes or its parts speaks of."""
    family = _family(written, task)
    found = {d for t in family for d in written.tasks[t].get("split_by", ())}
    scopes = [d.get("scope", {}) for _, d in written.statements("duties") if d["task"] in family]
    scopes += [o.get("scope", {}) for t in family for o in declarations(written, t)]
    return found | {dimension for scope in scopes for dimension in scope}


def _family(written: Written, task: str) -> set[str]:
    below = {task}
    while more := {t for t, r in written.tasks.items() if r.get("part_of") in below} - below:
        below |= more
    return below | set(wholes(written, task))


def cases(written: Written, task: str) -> list[dict[str, str]]:
    """Return the cases that a task must be looked at in."""
    return points(written, dimensions(written, task))
