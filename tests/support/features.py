"""Which kinds of things an organization states, told from its documents alone.

A key is told by its path, an addressee and a rung by what it names, and keys that one entry
states together as pairs: ``duty.scope + valid``. What only several entries show has a name.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

Document = Mapping[str, Any]
PLAIN = frozenset({"kind", "id", "name", "task", "deliverable", "basis", "sources", "reason"})
"""Keys that tell nothing by being there."""


def features(documents: Iterable[Document]) -> frozenset[str]:
    """Return the features of an organization."""
    return frozenset(_Told(list(documents)).all())


def share(organizations: Iterable[Iterable[Document]]) -> dict[str, int]:
    """Return in how many of a hundred organizations each feature stands, rounded down."""
    counted: Counter[str] = Counter()
    drawn = 0
    for documents in organizations:
        drawn += 1
        counted.update(features(documents))
    return {name: 100 * times // drawn for name, times in sorted(counted.items())}


class _Told:
    def __init__(self, documents: list[Document]) -> None:
        self.main = next(d for d in documents if d["kind"] == "organization")
        self.positions = [d for d in documents if d["kind"] == "position"]
        self.posts = list(self.main.get("posts") or ())
        self.processes = [d for d in documents if d["kind"] == "process"]
        self.tasks = [t for d in documents if d["kind"] == "tasks" for t in d["tasks"]]
        self.known = [p for d in documents if d["kind"] == "positions" for p in d["positions"]]
        self.here = {p["id"]: p for p in self.positions}
        self.desk = {m: post["id"] for post in self.posts for m in post["positions"]}
        self.holders = [*self.positions, *self.posts]
        self.parties = {p["id"] for d in documents if d["kind"] == "parties" for p in d["parties"]}
        self.departments = {
            p["id"] for d in documents if d["kind"] == "departments" for p in d["departments"]
        }

    def all(self) -> Iterator[str]:
        for task in self.tasks:
            yield from self.entry("task", task)
        for known in self.known:
            yield f"known.superior {'stated' if known['reports_to'] else 'none'}"
        yield from self.of_the_organization()
        for holder in self.holders:
            yield from self.held(holder)
        for process in self.processes:
            yield "process"
            for step in process["steps"]:
                yield from self.entry("step", step)
        yield from self.together()

    def entry(self, name: str, entry: Document, plain: frozenset[str] = PLAIN) -> Iterator[str]:
        """Yield the keys of an entry, each alone and with each other one."""
        keys = sorted(
            key for key, value in entry.items() if key not in plain and value not in ([], {})
        )
        yield name
        yield from (f"{name}.{key}" for key in keys)
        yield from (f"{name}.{' + '.join(pair)}" for pair in itertools.combinations(keys, 2))
        for key in ("scope", "for"):
            if len(entry.get(key) or ()) > 1:
                yield f"{name}.{key} of {len(entry[key])}"
            if any(isinstance(v, list) and len(v) > 1 for v in (entry.get(key) or {}).values()):
                yield f"{name}.{key} of several values"
        yield from (f"{name}.valid {end}" for end in entry.get("valid") or ())

    def addressee(self, to: Any) -> str:
        """Return what kind of addressee somebody is."""
        if isinstance(to, dict):
            return "unnamed"
        if isinstance(to, list):
            return "several"
        if to in self.here or to == "manager":
            return to if to == "manager" else "position"
        posts = {post["id"] for post in self.posts}
        for kind, ids in (
            ("post", posts),
            ("party", self.parties),
            ("department", self.departments),
        ):
            if to in ids:
                return kind
        return "absent"

    def of_the_organization(self) -> Iterator[str]:
        main = self.main
        yield f"coverage.{main.get('coverage', 'stated')}"
        yield from (key for key in ("calendar",) if main.get(key))
        for department in main.get("departments") or ():
            yield from self.entry("department", department)
        for rungs in (main.get("ladders") or {}).values():
            yield from self.ladder(rungs)
        for row in main.get("authority") or ():
            yield from self.entry("row", row, PLAIN | {"topic"})
            for step in row["steps"]:
                who = next(k for k in ("position", "party", "group") if k in step)
                yield from self.entry(f"row step {who}", step, PLAIN | {who})
                yield f"row step.{who}"
        for declared in main.get("unowned") or ():
            yield from self.entry("unowned", declared)
        for number, _ in enumerate(self.posts, 1):
            yield f"posts.{number}"
        for post in self.posts:
            yield from self.entry("post", post, PLAIN | {"positions"})
            yield f"post.{len(post['positions'])} positions"
            yield f"post.headcount {post.get('headcount')}"
            if any(member not in self.here for member in post["positions"]):
                yield "post.a member without a file"

    def ladder(self, rungs: list[Document]) -> Iterator[str]:
        who = [r.get("position") for r in rungs if "position" in r]
        yield f"ladder.{len(rungs)} rungs"
        if len(who) > len(set(who)):
            yield "ladder.one position twice"
        desks = [self.desk[p] for p in dict.fromkeys(who) if p in self.desk]
        if len(desks) > len(set(desks)):
            yield "ladder.one post twice"
        decides: dict[str, set[Any]] = {}
        for rung in rungs:
            if "position" in rung and "limit" in rung:
                position = str(rung["position"])
                who_decides = self.desk.get(position, position)
                decides.setdefault(who_decides, set()).add(rung["limit"]["amount"])
        if any(len(amounts) > 1 for amounts in decides.values()):
            yield "ladder.one holder with two limits"
        limits = [r["limit"]["amount"] for r in rungs if "limit" in r]
        if limits != sorted(limits):
            yield "ladder.limits shrink"
        for rung in rungs:
            kind = next(k for k in ("position", "party", "manager", "head") if k in rung)
            absent = kind == "position" and self.addressee(rung["position"]) == "absent"
            kind = "absent" if absent else kind
            yield from self.entry(
                f"rung {kind}", rung, PLAIN | {"position", "party", "manager", "head"}
            )
            yield from self.entry("rung", rung, PLAIN | {"position", "party", "manager", "head"})

    def held(self, holder: Document) -> Iterator[str]:
        kind = holder.get("kind", "post")
        if kind == "position":
            yield from self.entry("position", holder)
            yield from self.of_a_position(holder)
        entries: dict[str, list[Document]] = {
            key: list(holder.get(key) or ()) for key in ("duties", "handoffs", "escalations")
        }
        for duty in entries["duties"]:
            yield from self.entry("duty", duty)
            yield f"{kind} duty.{duty['responsibility']}"
        for handoff in entries["handoffs"]:
            yield from self.entry("handoff", handoff, PLAIN | {"to"})
            to = self.addressee(handoff["to"])
            yield f"handoff to {to}"
            yield from (
                f"handoff to {to}.{key}"
                for key in ("then", "approval", "scope", "valid")
                if key in handoff
            )
        for entry in entries["escalations"]:
            yield from self.entry("escalation", entry, PLAIN | {"to"})
            to = self.addressee(entry["to"])
            yield f"escalation to {to}"
            if not isinstance(entry["to"], dict) and self.desk.get(entry["to"]) == self.desk.get(
                holder["id"], holder["id"]
            ):
                yield "escalation within a post"
        yield from (f"{kind}.{key}" for key, value in entries.items() if value)
        topics = Counter(e.get("topic") for e in entries["escalations"])
        yield from (f"{kind}.several entries of a topic" for n in topics.values() if n > 1)

    def of_a_position(self, position: Document) -> Iterator[str]:
        above = position.get("reports_to", "not stated")
        kind = "top" if above is None else above if above == "not stated" else self.addressee(above)
        yield f"reports to.{kind}"
        own = self.desk.get(position["id"])
        if own and isinstance(above, str) and self.desk.get(above) == own:
            yield "reports to.somebody of the same post"
        for key in ("department", "deputy", "also_reports_to"):
            written = position.get(key)
            yield from [f"position.several in {key}"] if isinstance(written, list) else []
        for deputy in _listed(position.get("deputy")):
            yield f"deputy.{deputy if deputy == 'same-position' else self.addressee(deputy)}"
        if position.get("vacant"):
            yield f"vacant.{'somebody' if 'acting' in position['vacant'] else 'nobody'} acting"
        for row in position.get("authority") or ():
            yield from self.entry("authority", row)

    def together(self) -> Iterator[str]:
        """Yield what several duties, tasks and processes show together."""
        shares = [(h["id"], d) for h in self.holders for d in h.get("duties") or ()]
        by_task: dict[str, list[tuple[str, Document]]] = {}
        for holder, duty in shares:
            by_task.setdefault(duty["task"], []).append((holder, duty))
        for some in by_task.values():
            yield from _of_a_task(some)
        whole = {t["id"]: t["part_of"] for t in self.tasks if t.get("part_of")}
        yield from ["nest.three deep" for w in whole.values() if w in whole][:1]
        for part, larger in whole.items():
            yield from ["nest.both have duties"] if {part, larger} <= by_task.keys() else []
        declared = {d["task"] for d in self.main.get("unowned") or () if "task" in d}
        yield from ["unowned.yet with a duty"] if declared & by_task.keys() else []
        yield from ["unowned.nobody has a duty"] if declared - by_task.keys() else []


def _of_a_task(shares: list[tuple[str, Document]]) -> Iterator[str]:
    for (one, first), (other, second) in itertools.permutations(shares, 2):
        same = "one holder" if one == other else "two holders"
        yield f"task of {same}"
        if first["responsibility"] == second["responsibility"] == "accountable":
            yield f"task of {same}.accountable both"
        if first.get("scope") and second.get("scope"):
            yield f"task of {same}.scopes"
            yield from (
                [f"task of {same}.scopes over unlike dimensions"]
                if first["scope"].keys() != second["scope"].keys()
                else []
            )
        ends, begins = (first.get("valid") or {}).get("to"), (second.get("valid") or {}).get("from")
        if ends and begins:
            days = (_day(begins) - _day(ends)).days
            yield from [f"task of {same}.a hole of one day"] if days == 2 else []
            yield from [f"task of {same}.one after the other"] if days == 1 else []


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _day(written: str) -> dt.date:
    return dt.date.fromisoformat(written)
