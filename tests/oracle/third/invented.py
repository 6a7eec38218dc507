"""The organizations that are put to the third reading, and the rules that it is asked besides.

They are drawn as others are; what is independent is how they are read.
"""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

from dealer_roles.testing import Shape, documents_of_seed
from tests.oracle.third import one_hand
from tests.oracle.third.written import Raw

SHAPE = Shape(
    positions=("anna", "ben", "carl", "dora", "emil", "fay"),
    absent=("gus", "hal"),
    departments=("office", "shop", "yard"),
    parties=("maker", "group"),
    tasks={task: {} for task in ("buy", "clean", "fix", "paint", "sell", "sort")},
    scopes={
        "area": ("cars", "oil", "parts"),
        "business": ("sales", "service"),
        "place": ("gate", "hall"),
    },
    days=("2026-03-01", "2026-03-02", "2026-03-03", "2026-03-04"),
    amounts=(0, 100, 500, 1000),
    times=("10 minutes", "1 hour", "2 days", "3 business hours"),
    often={
        "every position": 100, "every task": 100, "position.vacant": 35,
        "department": 100, "department.heads": 45,
        "department.head": 40, "department.part_of": 40, "authority": 88, "ladder": 80,
        "rung.for": 42,
        "coverage": 70, "position.deputy": 45,
        "rung.within": 68, "rung.alert": 30, "unowned": 90, "unowned.scope": 74, "post": 75,
    },
    kinds={
        "reports_to": {"top": 22, "position": 52, "absent": 10, "unnamed": 4, "not stated": 12},
        "deputy": {"position": 45, "absent": 8, "same-position": 7, "several": 40},
        "responsibility": {
            "accountable": 44, "responsible": 24, "supporting": 10, "consulted": 11, "informed": 11,
        },
        "members": {"one": 1, "two": 3, "three": 2},
        "rung": {"position": 60, "absent": 12, "party": 12, "manager": 15, "head": 15},
        "escalation.to": {
            "position": 44, "post": 14, "absent": 10, "party": 10, "manager": 12, "unnamed": 10,
        },
    },
    most={"duties": 3, "headcount": 2},
)  # fmt: skip
DAYS = SHAPE.days


def invented(seed: int) -> list[Raw]:
    """Return the documents of an organization, its rules among them."""
    return [*documents_of_seed(seed, SHAPE).values(), *_rules(Random(seed))]


def write(documents: list[Raw], folder: Path) -> Path:
    """Write an organization with its catalogue into one file, and return its folder."""
    folder.mkdir(parents=True, exist_ok=True)
    text = "".join(f"---\n{json.dumps(one)}\n" for one in documents)
    (folder / "organization.yaml").write_text(text, "utf-8")
    return folder


def _rules(random: Random) -> list[Raw]:
    """Return the rules: what one hand may not hold together, a task filling one group only."""
    drawn = [
        one_hand.Apart(
            groups=[
                set(random.sample(tuple(SHAPE.tasks), random.choice((1, 1, 2, 3))))
                for _ in range(n)
            ],
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
