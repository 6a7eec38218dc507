"""Organizations drawn at random as facts for clingo, read from their documents alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import clingo

from dealer_roles.testing import Shape
from tests.laws.strategies import Documents

AREAS = ("a", "b", "c")
GHOST = "ghost"
HOURS = tuple(f"{n} hours" for n in range(1, 7))
WITH_RULES = Shape(
    positions=("p0", "p1", "p2", "p3"),
    absent=(GHOST,),
    departments=("red", "blue"),
    parties=("maker",),
    topics=("trouble",),
    tasks={
        "t0": {},
        "t1": {"tags": ["odd"], "controls": [{"task": "t0", "how": "approve"}]},
        "t2": {"controls": [{"task": "t0", "how": "review"}]},
        "t3": {"tags": ["odd"]},
    },
    scopes={"area": AREAS},
    days=("2020-12-31",),
    amounts=(0, 1, 2, 3, 4),
    times=HOURS,
    often={
        "every position": 100, "every task": 100, "known.reports_to": 0,
        "task.part_of": 0, "task.split_by": 0, "task.tags": 0, "task.controls": 0,
        "coverage": 0, "calendar": 0, "department": 100, "department.head": 0,
        "department.heads": 0, "department.part_of": 0, "authority": 0, "unowned": 0,
        "rung.for": 0, "rung.within": 0, "rung.alert": 0, "rung.skip": 0,
        "ladder": 85, "rung.limit": 75,
        "post": 50, "post.headcount": 100, "position.headcount": 0, "position.deputy": 50,
        "position.also_reports_to": 0, "position.vacant": 0, "position.departments": 0,
        "position.authority": 0, "duty.sources": 0, "duty.own_work": 40, "duty.text": 45,
        "duty.within": 45, "duty.valid": 30, "duty.resumed": 0,
        "handoff.scope": 0, "handoff.valid": 0,
        "escalation.topic": 100, "escalation.within": 0, "escalation.limit": 0,
        "escalation.when": 0, "escalation.scope": 0, "escalation.valid": 0,
        "process": 75, "step.scope": 0, "step.next": 100, "step.optional": 50, "step.within": 100,
    },
    kinds={
        "reports_to": {"top": 15, "position": 40, "absent": 30, "not stated": 15},
        "handoff.to": {"position": 80, "absent": 20},
        "escalation.to": {"position": 1},
        "rung": {"position": 1},
        "responsibility": {"accountable": 1, "responsible": 1, "supporting": 1},
        "deputy": {"position": 1},
        "members": {"two": 1},
    },
    most={
        "posts": 1, "headcount": 2, "duties": 5, "escalations": 1, "handoffs": 2, "steps": 5,
        "rungs": 4, "scope": 1,
    },
)  # fmt: skip
"""What the encodings know: one dimension, one post, one topic, addressees that are positions."""


def facts(documents: Documents) -> str:
    """Return an organization as facts."""
    return "\n".join(_Facts(documents).all())


class _Facts:
    def __init__(self, documents: Documents) -> None:
        self.main = documents["organization"]
        self.tasks = documents["catalogue/tasks"]["tasks"]
        self.positions = [d for d in documents.values() if d["kind"] == "position"]
        self.processes = [d for d in documents.values() if d["kind"] == "process"]
        self.posts = self.main.get("posts", [])

    def all(self) -> Iterator[str]:
        yield f'value("{AREAS[0]}";"{AREAS[1]}";"{AREAS[2]}").'
        for task in self.tasks:
            yield f'task("{task["id"]}").'
            yield from (f'tag("{task["id"]}","{tag}").' for tag in task.get("tags", ()))
        for position in self.positions:
            yield from _position(position)
        for n, step in enumerate(self.main.get("ladders", {}).get("trouble", ())):
            yield f'stands({n},"{step["position"]}").'
            if "limit" in step:
                yield f"rung({n},{step['limit']['amount']})."
        for post in self.posts:
            yield f'post("{post["id"]}"). headcount("{post["id"]}",{post["headcount"]}).'
            for member in post["positions"]:
                yield f'member("{post["id"]}","{member}").'
        yield from self.work()
        for process in self.processes:
            yield from _process(process)

    def work(self) -> Iterator[str]:
        number = 0
        for holder in (*self.positions, *self.posts):
            yield from _entries(holder)
            for item in holder.get("duties", ()):
                number += 1
                yield from _duty(number, holder["id"], item)
            for item in holder.get("handoffs", ()):
                number += 1
                yield from _handoff(number, holder["id"], item)


def _position(fields: dict[str, Any]) -> Iterator[str]:
    id_ = fields["id"]
    yield f'position("{id_}"). department("{id_}","{fields["department"]}").'
    if "deputy" in fields:
        yield f'deputy("{id_}","{fields["deputy"]}").'
    if "reports_to" in fields:
        yield f'stated("{id_}").'
        above = fields["reports_to"]
        yield f'written("{id_}","{above}").' if above else f'top("{id_}").'


def _entries(holder: dict[str, Any]) -> Iterator[str]:
    for entry in holder.get("escalations", ()):
        yield f'escalates("{holder["id"]}","{entry["to"]}").'


def listed(areas: Any) -> list[str]:
    """Return the areas of a scope, also where it is one word."""
    return [areas] if isinstance(areas, str) else sorted(areas or ())


def holds(item: dict[str, Any]) -> bool:
    """Whether a fact holds on a day after all those that are drawn."""
    return "to" not in item.get("valid", {})


def _duty(number: int, holder: str, item: dict[str, Any]) -> Iterator[str]:
    yield f'named("{item["task"]}").'
    if not holds(item):
        return
    yield f'duty({number},"{holder}","{item["task"]}","{item["responsibility"]}").'
    yield f'called({number},"{holder}/{item["task"]}").'
    for area in listed(item.get("scope", {}).get("area")):
        yield f'scoped({number},"{area}").'
    if "own_work" in item:
        yield f"never({number})."
    if "text" in item:
        yield f"length({number},{len(item['text']['zh'])})."
        yield from [f"vague({number})."] if item["text"]["zh"] == "vague" else []
    if "within" in item:
        yield f"limit({number},{int(item['within'].split()[0])})."


def _handoff(number: int, holder: str, item: dict[str, Any]) -> Iterator[str]:
    id_ = item["id"]
    yield f'handoff("{id_}","{holder}","{item["task"]}","{item["to"]}").'
    yield f'named("{item["task"]}").'
    if "then" in item:
        yield f'then("{id_}","{item["then"]}"). named("{item["then"]}").'
    if "approval" in item and item["to"] != GHOST:
        yield f'duty({number},"{item["to"]}","{item["task"]}","approver").'
        yield f'derived({number}). approval("{id_}").'


def _process(process: dict[str, Any]) -> Iterator[str]:
    id_ = process["id"]
    yield f'process("{id_}").'
    for n, step in enumerate(process["steps"]):
        here = f'"{id_}","{step["id"]}"'
        yield f'step({here},"{step["task"]}",{n}). named("{step["task"]}").'
        for following in step["next"]:
            yield f'next({here},"{following}").'
        if "optional" in step:
            yield f"optional({here})."
        if "within" in step:
            yield f"within({here},{int(step['within'].split()[0])})."


COMMON = """
task_here(T) :- named(T).
holder(P,Q) :- member(Q,P).
holder(P,P) :- position(P), not member(_,P).
holder(Q,Q) :- post(Q).
used(T,V) :- duty(N,_,T,_), scoped(N,V).
cell(T,V) :- used(T,V).
cell(T,rest) :- used(T,_), value(V), not used(T,V).
cell(T,all) :- task_here(T), not used(T,_).
meets(N,C) :- duty(N,_,T,_), cell(T,C), not scoped(N,_).
meets(N,C) :- duty(N,_,T,_), cell(T,C), scoped(N,C).
led(T,C) :- meets(N,C), duty(N,_,T,"accountable").
own(T,C,Q) :- meets(N,C), duty(N,P,T,"accountable"), holder(P,Q).
own(T,C,Q) :- meets(N,C), duty(N,P,T,"responsible"), holder(P,Q), not led(T,C).
owns(T,Q) :- own(T,_,Q).
spoken(T,C) :- meets(N,C), duty(N,_,T,_), cell(T,C), not derived(N).
spoken(T,all) :- cell(T,all).
forgotten(T,C) :- spoken(T,C), task_here(T), not own(T,C,_).
#defined member/2. #defined post/1. #defined scoped/2. #defined duty/4. #defined headcount/2.
#defined handoff/4. #defined then/2. #defined approval/1. #defined process/1. #defined step/4.
#defined next/3. #defined optional/2. #defined within/3. #defined never/1. #defined vague/1.
#defined length/2. #defined limit/2. #defined derived/1. #defined escalates/2. #defined top/1.
#defined written/2. #defined deputy/2. #defined stands/2.
#defined stated/1. #defined named/1. #defined called/2. #defined rung/2.
#show bad/1.
"""


def solve(documents: Documents, program: str) -> set[str]:
    """Return the subjects that the encoding calls bad."""
    control = clingo.Control(["--warn=none"])
    control.add("base", [], facts(documents) + COMMON + program)
    control.ground([("base", [])])
    found: set[str] = set()
    with control.solve(yield_=True) as models:
        for model in models:
            found.update(symbol.arguments[0].string for symbol in model.symbols(shown=True))
    return found
