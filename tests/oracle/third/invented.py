"""Small organizations drawn at random: everything that may be stated, in few words.

It is written for the third reading alone: other tests draw other organizations.
"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from random import Random
from typing import Any

from tests.oracle.third import one_hand
from tests.oracle.third.written import Raw

PRESENT = ("anna", "ben", "carl", "dora", "emil", "fay")
AWAY = ("gus", "hal")
PARTIES = ("maker", "group")
DEPARTMENTS = ("office", "shop", "yard")
TASKS = ("buy", "clean", "fix", "paint", "sell", "sort")
VALUES = {
    "area": ("cars", "oil", "parts"),
    "business": ("sales", "service"),
    "place": ("gate", "hall"),
}
TOPICS = ("fire", "price")
FIRST = dt.date(2026, 3, 1)
DAYS = tuple((FIRST + dt.timedelta(days=n)).isoformat() for n in (0, 1, 2, 3))
RESPONSIBILITIES = (
    ("accountable",) * 5 + ("responsible",) * 3 + ("supporting", "consulted", "informed")
)


def invented(random: Random) -> list[Raw]:
    """Return the documents of an organization."""
    found = [*_catalogue(random), _organization(random), *_positions(random), *_processes(random)]
    return [*found, *_rules(random)]


def write(documents: list[Raw], folder: Path) -> Path:
    """Write an organization, its catalogue beside it, and return its folder."""
    store, catalogue = folder / "store", folder / "store" / "catalogue"
    catalogue.mkdir(parents=True, exist_ok=True)
    own = [
        one for one in documents if one["kind"] in {"organization", "position", "process", "rules"}
    ]
    rest = [one for one in documents if one not in own]
    for path, some in ((store / "organization.yaml", own), (catalogue / "all.yaml", rest)):
        path.write_text("".join(f"---\n{json.dumps(one)}\n" for one in some), "utf-8")
    return store


def _named(name: str) -> Raw:
    return {"zh": f"名{name}", "en": name}


def _entries(ids: tuple[str, ...]) -> list[Raw]:
    return [{"id": one, "name": _named(one)} for one in ids]


def _catalogue(random: Random) -> list[Raw]:
    return [
        {"kind": "departments", "departments": _entries(DEPARTMENTS)},
        {"kind": "parties", "parties": _entries(PARTIES)},
        {"kind": "topics", "topics": _entries(TOPICS)},
        {
            "kind": "scopes",
            "scopes": [
                {"id": d, "name": _named(d), "values": _entries(values)}
                for d, values in VALUES.items()
            ],
        },
        {"kind": "tasks", "area": {"id": "work", **_named("work")}, "tasks": _tasks(random)},
        {"kind": "positions", "positions": _known(random)},
    ]


def _tasks(random: Random) -> list[Raw]:
    tasks: list[Raw] = _entries(TASKS)
    for n, task in enumerate(tasks):
        if n and random.random() < 0.5:
            task["part_of"] = random.choice(TASKS[:n])
        if random.random() < 0.3:
            task["split_by"] = [random.choice(sorted(VALUES))]
    return tasks


def _known(random: Random) -> list[Raw]:
    everybody = PRESENT + AWAY
    known: list[Raw] = _entries(everybody)
    for n, one in enumerate(known):
        one["department"] = random.choice(DEPARTMENTS)
        one["reports_to"] = random.choice(everybody[:n]) if n else None
        if one["id"] in AWAY and random.random() < 0.3:
            one["reports_to"] = None
    return known


def _maybe(random: Random, chance: float, key: str, value: Any) -> Raw:
    return {key: value} if random.random() < chance else {}


def _scope(random: Random) -> Raw:
    chosen = random.sample(sorted(VALUES), random.choice((1, 1, 1, 1, 2, 2, 3)))
    return {
        dimension: random.sample(VALUES[dimension], random.choice((1, 1, 2)))
        for dimension in chosen
    }


def _valid(random: Random) -> Raw:
    start = random.choice((None, DAYS[1], DAYS[2]))
    end = random.choice((None, DAYS[0], DAYS[1], DAYS[2]))
    if start and end and end < start:
        end = start
    return {key: day for key, day in (("from", start), ("to", end)) if day}


def _held(random: Random) -> Raw:
    valid = _valid(random) if random.random() < 0.25 else {}
    return {**({"valid": valid} if valid else {}), "basis": "practice"}


def _money(random: Random) -> Raw:
    return {"amount": random.choice((0, 100, 500, 500, 1000, 1000)), "currency": "CNY"}


def _minutes(random: Random) -> str:
    return random.choice(("10 minutes", "1 hour", "2 days", "3 business hours"))


def _duties(random: Random, most: int) -> list[Raw]:
    return [
        {
            "task": random.choice(TASKS),
            "responsibility": random.choice(RESPONSIBILITIES),
            **_maybe(random, 0.35, "scope", _scope(random)),
            **_held(random),
        }
        for _ in range(random.randint(0, most))
    ]


def _handoffs(random: Random, who: str, *, several: bool = True) -> list[Raw]:
    return [
        {
            "id": f"{who}-{n}",
            "task": random.choice(TASKS),
            "to": _address(random, several=several),
            "deliverable": _named("slip"),
            **_maybe(random, 0.6, "then", random.choice(TASKS)),
            **_maybe(random, 0.3, "approval", True),
            **_maybe(random, 0.2, "scope", _scope(random)),
            **_held(random),
        }
        for n in range(random.choice((0, 0, 1, 2)))
    ]


def _address(random: Random, *, several: bool) -> Any:
    kind = random.random()
    if kind < 0.45:
        return random.choice(PRESENT)
    if kind < 0.55:
        return random.choice(AWAY)
    if kind < 0.75:
        return random.choice(DEPARTMENTS)
    if kind < 0.8:
        return random.choice(PARTIES)
    if kind < 0.9:
        return "manager"
    if kind < 0.95 or not several:
        return {"unnamed": _named("they")}
    return random.sample((*PRESENT, *PARTIES, *DEPARTMENTS), 2)


def _escalations(random: Random) -> list[Raw]:
    return [
        {
            **_maybe(random, 0.8, "topic", random.choice(TOPICS)),
            "to": random.choice(
                (*PRESENT, *PRESENT, *AWAY, *PARTIES, "manager", {"unnamed": _named("they")})
            ),
            **_maybe(random, 0.5, "within", _minutes(random)),
            **_maybe(random, 0.3, "limit", _money(random)),
            **_maybe(random, 0.3, "when", _named(random.choice(("urgent", "rare")))),
            **_maybe(random, 0.3, "scope", _scope(random)),
            **_held(random),
        }
        for _ in range(random.choice((0, 0, 0, 1, 1, 2)))
    ]


def _positions(random: Random) -> list[Raw]:
    found = []
    for n, who in enumerate(PRESENT):
        position: Raw = {"kind": "position", "id": who, "name": _named(who)}
        position |= _maybe(random, 0.9, "reports_to", _superior(random, n))
        position["department"] = random.choice(DEPARTMENTS)
        if random.random() < 0.1:
            position["department"] = random.sample(DEPARTMENTS, 2)
        position |= _maybe(random, 0.15, "vacant", _vacancy(random, who))
        position |= _maybe(random, 0.3, "deputy", _deputies(random, who))
        position["duties"] = _duties(random, 3)
        position["handoffs"] = _handoffs(random, who)
        position["escalations"] = _escalations(random)
        position |= _maybe(random, 0.2, "authority", [_decides(random)])
        found.append(position)
    return found


def _deputies(random: Random, who: str) -> Any:
    others = [*(one for one in PRESENT if one != who), "same-position", AWAY[0]]
    return random.choice((random.choice(others), random.sample(others, 2)))


def _decides(random: Random) -> Raw:
    kind = random.choice(("approve", "approve", "propose"))
    return {
        "topic": random.choice(TOPICS),
        **_maybe(random, 0.7, "kind", kind),
        **_maybe(random, 0.8, "limit", _money(random)),
        "basis": "practice",
    }


def _superior(random: Random, n: int) -> Any:
    if n == 0 or random.random() < 0.08:
        return None
    if random.random() < 0.15:
        return random.choice((*AWAY, {"unnamed": _named("they")}))
    return random.choice(PRESENT[:n])


def _vacancy(random: Random, who: str) -> Raw:
    others = [one for one in PRESENT if one != who]
    return {"since": random.choice(DAYS), **_maybe(random, 0.7, "acting", random.choice(others))}


def _organization(random: Random) -> Raw:
    return {
        "kind": "organization",
        "id": "tiny",
        "name": _named("tiny"),
        "catalogue": ["catalogue"],
        "coverage": random.choice(("stated", "stated", "complete")),
        "departments": _departments(random),
        "ladders": {topic: _ladder(random) for topic in TOPICS if random.random() < 0.7},
        "posts": _posts(random),
        "authority": _authority(random),
        **_maybe(random, 0.3, "calendar", {"hours_per_day": 8, "days_per_week": 6}),
        "unowned": [
            {"task": task, "reason": _named("so"), **_maybe(random, 0.6, "scope", _scope(random))}
            for task in random.sample(TASKS, random.choice((0, 0, 1, 2)))
        ],
    }


def _departments(random: Random) -> list[Raw]:
    found = []
    for n, one in enumerate(DEPARTMENTS):
        department: Raw = {"id": one}
        kind = random.random()
        if kind < 0.3:
            department["head"] = random.choice(PRESENT)
        elif kind < 0.5:
            department["heads"] = random.sample(PRESENT, 2)
        if n and random.random() < 0.3:
            department["part_of"] = random.choice(DEPARTMENTS[:n])
        found.append(department)
    return found


def _ladder(random: Random) -> list[Raw]:
    return [_rung(random) for _ in range(random.randint(1, 5))]


def _rung(random: Random) -> Raw:
    who: Raw = random.choice(
        (
            *({"position": one} for one in PRESENT),
            {"position": random.choice(AWAY)},
            {"party": random.choice(PARTIES)},
            {"manager": True},
            {"head": True},
        )
    )
    return {
        **who,
        **_maybe(random, 0.3, "for", _scope(random)),
        **_maybe(random, 0.6, "within", _minutes(random)),
        **_maybe(random, 0.4, "limit", _money(random)),
        **_maybe(random, 0.2, "alert", True),
        **_maybe(random, 0.3, "skip", "subject"),
    }


def _authority(random: Random) -> list[Raw]:
    """Return rows of the authority table, mostly rising, some for some cases only."""
    return [
        {
            "topic": random.choice(TOPICS),
            **_maybe(random, 0.3, "scope", _scope(random)),
            "steps": _deciding(random),
        }
        for _ in range(random.choice((0, 0, 1, 1, 2)))
    ]


def _deciding(random: Random) -> list[Raw]:
    amounts = [random.choice((0, 100, 500, 1000)) for _ in range(random.randint(1, 4))]
    rising = sorted(amounts) if random.random() < 0.7 else amounts
    found: list[Raw] = [
        {"position": random.choice((*PRESENT, *PRESENT, *AWAY)), "up_to": _cny(amount)}
        for amount in rising
    ]
    if random.random() < 0.6:
        last = random.choice((*PRESENT, *PARTIES, ""))
        kind = "party" if last in PARTIES else "position"
        found.append({kind: last} if last else {"group": _named("above")})
    if random.random() < 0.1:
        found[0].pop("up_to", None)
    return found


def _cny(amount: int) -> Raw:
    return {"amount": amount, "currency": "CNY"}


def _posts(random: Random) -> list[Raw]:
    chosen = random.sample(PRESENT, 4)
    groups = [chosen[:2], chosen[2:]][: random.choice((0, 0, 1, 1, 2))]
    return [
        {
            "id": f"desk-{n}",
            "name": _named(f"desk {n}"),
            "positions": positions,
            **_maybe(random, 0.5, "headcount", 1),
            "duties": _duties(random, 1),
            "handoffs": _handoffs(random, f"desk-{n}"),
            "escalations": _escalations(random)[:1],
        }
        for n, positions in enumerate(groups)
    ]


def _processes(random: Random) -> list[Raw]:
    return [
        {
            "kind": "process",
            "id": f"way-{n}",
            "name": _named(f"way {n}"),
            "basis": "practice",
            "steps": [
                {
                    "id": f"step-{k}",
                    "task": random.choice(TASKS),
                    **_maybe(random, 0.2, "scope", _scope(random)),
                }
                for k in range(random.randint(2, 4))
            ],
        }
        for n in range(random.choice((0, 1, 1)))
    ]


def _rules(random: Random) -> list[Raw]:
    """Return the rules: what one hand may not hold together, a task filling one group only."""
    drawn = [
        one_hand.Apart(
            groups=[set(random.sample(TASKS, random.choice((1, 1, 2, 3)))) for _ in range(n)],
            most=most,
            levels=random.choice((("position", "post"), ("position", "post", "deputy"))),
        )
        for n, most in ((2, 1), (3, random.choice((1, 2))))
    ]
    rules = [
        one_hand.rule(f"apart-{n}", apart)
        for n, apart in enumerate(drawn)
        if one_hand.can_be_broken(apart)
    ]
    return [{"kind": "rules", "rules": rules}] if rules else []
