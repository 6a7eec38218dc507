"""Organizations drawn at random, in the short form of examples, and as facts for clingo."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import clingo
from hypothesis import strategies as st

POSITIONS = ("p0", "p1", "p2", "p3")
TASKS = ("t0", "t1", "t2", "t3")
OF_TASKS: dict[str, Any] = {
    "t1": {"tags": ["odd"], "controls": [{"task": "t0", "how": "approve"}]},
    "t2": {"controls": [{"task": "t0", "how": "review"}]},
    "t3": {"tags": ["odd"]},
}
AREAS = ("a", "b", "c")
GHOST = "ghost"

task = st.sampled_from(TASKS)
duty = st.fixed_dictionaries(
    {
        "task": task,
        "responsibility": st.sampled_from(("accountable", "responsible", "supporting")),
    },
    optional={
        "scope": st.builds(
            lambda values: {"area": sorted(values)},
            st.sets(st.sampled_from(AREAS), min_size=1, max_size=2),
        ),
        "valid": st.just({"to": "2020-12-31"}),
        "own_work": st.just("never"),
        "text": st.sampled_from(("ab", "abcd", "abcdef", "vague")).map(
            lambda text: {"zh": text, "en": text + "!"}
        ),
        "within": st.integers(1, 6).map(lambda n: f"{n} hours"),
    },
)
handoff = st.fixed_dictionaries(
    {"task": task, "to": st.sampled_from((*POSITIONS, GHOST))},
    optional={"then": task, "approval": st.just(True)},
)


@st.composite
def position(draw: st.DrawFn, number: int) -> dict[str, Any]:
    """Draw a position; its superior comes before it, so that lines never loop."""
    fields: dict[str, Any] = {
        "duties": draw(st.lists(duty, max_size=5)),
        "handoffs": draw(st.lists(handoff, max_size=2)),
        "department": draw(st.sampled_from(("red", "blue"))),
    }
    above = draw(st.sampled_from((*POSITIONS[:number], GHOST, None, "unstated")))
    if above != "unstated":
        fields["reports_to"] = above
    if draw(st.booleans()):
        fields["deputy"] = draw(st.sampled_from([p for p in POSITIONS if p != f"p{number}"]))
    if draw(st.booleans()):
        to = draw(st.sampled_from([p for p in POSITIONS if p != f"p{number}"]))
        fields["escalations"] = [{"topic": "trouble", "to": to}]
    return fields


@st.composite
def process(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Draw a process whose steps lead onward in the order written, or sometimes back."""
    count = draw(st.integers(2, 5))
    steps = []
    for n in range(count):
        onward = st.sets(st.sampled_from([f"s{m}" for m in range(count)]), max_size=2)
        steps.append(
            {
                "id": f"s{n}",
                "task": draw(task),
                "next": sorted(draw(onward)),
                "optional": draw(st.booleans()),
                "within": f"{draw(st.integers(1, 5))} hours",
            }
        )
    return steps


@st.composite
def organization(draw: st.DrawFn) -> dict[str, Any]:
    """Draw an organization of four positions, perhaps with a desk and a process."""
    raw: dict[str, Any] = {
        "absent": [GHOST],
        "scopes": {"area": list(AREAS)},
        "departments": {"red": {}, "blue": {}},
        "tasks": [{"id": t, **OF_TASKS.get(t, {})} for t in TASKS],
        "positions": {p: draw(position(n)) for n, p in enumerate(POSITIONS)},
        "processes": {"flow": draw(process())} if draw(st.integers(0, 3)) else {},
    }
    if draw(st.booleans()):
        limits = draw(st.lists(st.integers(0, 4) | st.none(), min_size=2, max_size=4))
        raw["ladders"] = {
            "trouble": [
                {"position": p, **({} if limit is None else {"limit": limit})}
                for p, limit in zip(POSITIONS, limits, strict=False)
            ]
        }
    if draw(st.booleans()):
        raw["posts"] = {
            "desk": {
                "positions": sorted(
                    draw(st.sets(st.sampled_from(POSITIONS), min_size=2, max_size=2))
                ),
                "headcount": draw(st.integers(1, 2)),
                "duties": draw(st.lists(duty, max_size=2)),
            }
        }
    return raw


def facts(raw: dict[str, Any]) -> str:
    """Return a drawn organization as facts, read from its description alone."""
    return "\n".join((*_structure(raw), *_work(raw), *_processes(raw)))


def _structure(raw: dict[str, Any]) -> Iterator[str]:
    yield f'value("{AREAS[0]}";"{AREAS[1]}";"{AREAS[2]}").'
    for area in ("t1", "t3"):
        yield f'tag("{area}","odd").'
    for task_ in TASKS:
        yield f'task("{task_}").'
    for id_, fields in raw["positions"].items():
        yield from _position(id_, fields)
    for n, step in enumerate(raw.get("ladders", {}).get("trouble", ())):
        yield f'stands({n},"{step["position"]}").'
        if "limit" in step:
            yield f"rung({n},{step['limit']})."
    for id_, fields in raw.get("posts", {}).items():
        yield f'post("{id_}"). headcount("{id_}",{fields["headcount"]}).'
        for member in fields["positions"]:
            yield f'member("{id_}","{member}").'


def _position(id_: str, fields: dict[str, Any]) -> Iterator[str]:
    yield f'position("{id_}"). department("{id_}","{fields["department"]}").'
    if "deputy" in fields:
        yield f'deputy("{id_}","{fields["deputy"]}").'
    if "reports_to" in fields:
        yield f'stated("{id_}").'
        above = fields["reports_to"]
        yield f'written("{id_}","{above}").' if above else f'top("{id_}").'
    for entry in fields.get("escalations", ()):
        yield f'escalates("{id_}","{entry["to"]}").'


def _work(raw: dict[str, Any]) -> Iterator[str]:
    holders = {**raw["positions"], **raw.get("posts", {})}
    number = 0
    for holder, fields in holders.items():
        for item in fields["duties"]:
            number += 1
            yield from _duty(number, holder, item)
        for n, item in enumerate(fields.get("handoffs", ()), 1):
            number += 1
            yield from _handoff(number, f"{holder}-{n}", holder, item)


def _duty(number: int, holder: str, item: dict[str, Any]) -> Iterator[str]:
    yield f'named("{item["task"]}").'
    if "valid" in item:
        return
    yield f'duty({number},"{holder}","{item["task"]}","{item["responsibility"]}").'
    yield f'called({number},"{holder}/{item["task"]}").'
    for area in item.get("scope", {}).get("area", ()):
        yield f'scoped({number},"{area}").'
    if "own_work" in item:
        yield f"never({number})."
    if "text" in item:
        yield f"length({number},{len(item['text']['zh'])})."
        yield from [f"vague({number})."] if item["text"]["zh"] == "vague" else []
    if "within" in item:
        yield f"limit({number},{int(item['within'].split()[0])})."


def _handoff(number: int, id_: str, holder: str, item: dict[str, Any]) -> Iterator[str]:
    yield f'handoff("{id_}","{holder}","{item["task"]}","{item["to"]}").'
    yield f'named("{item["task"]}").'
    if "then" in item:
        yield f'then("{id_}","{item["then"]}"). named("{item["then"]}").'
    if "approval" in item and item["to"] != GHOST:
        yield f'duty({number},"{item["to"]}","{item["task"]}","approver").'
        yield f'derived({number}). approval("{id_}").'


def _processes(raw: dict[str, Any]) -> Iterator[str]:
    for id_, steps in raw["processes"].items():
        yield f'process("{id_}").'
        for n, step in enumerate(steps):
            here = f'"{id_}","{step["id"]}"'
            yield f'step({here},"{step["task"]}",{n}). named("{step["task"]}").'
            for following in step["next"]:
                yield f'next({here},"{following}").'
            if step["optional"]:
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


def solve(raw: dict[str, Any], program: str) -> set[str]:
    """Return the subjects that the encoding calls bad."""
    control = clingo.Control(["--warn=none"])
    control.add("base", [], facts(raw) + COMMON + program)
    control.ground([("base", [])])
    found: set[str] = set()
    with control.solve(yield_=True) as models:
        for model in models:
            found.update(symbol.arguments[0].string for symbol in model.symbols(shown=True))
    return found
