"""What random organizations are made of, and how often each thing is stated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

OFTEN: Mapping[str, int] = {
    "every position": 50, "every task": 60,
    "known.reports_to": 75,
    "task.part_of": 60, "task.split_by": 40, "task.tags": 15, "task.controls": 10,
    "coverage": 35, "calendar": 30,
    "department": 75, "department.head": 35, "department.heads": 25, "department.part_of": 30,
    "ladder": 70, "rung.for": 35, "rung.within": 60, "rung.limit": 55, "rung.alert": 25,
    "rung.skip": 55,
    "authority": 80, "row.scope": 35, "row step.up_to": 90,
    "unowned": 75, "unowned.scope": 60,
    "post": 65, "post.headcount": 50,
    "position.headcount": 15, "position.deputy": 40, "position.also_reports_to": 15,
    "position.vacant": 20, "vacant.acting": 70, "position.departments": 13,
    "position.authority": 25, "authority.kind": 70, "authority.limit": 80,
    "duty.scope": 60, "duty.valid": 45, "duty.sources": 40, "duty.own_work": 10, "duty.text": 10,
    "duty.within": 15, "duty.resumed": 12,
    "handoff.then": 65, "handoff.approval": 55, "handoff.scope": 60, "handoff.valid": 55,
    "escalation.topic": 75, "escalation.within": 50, "escalation.limit": 40,
    "escalation.when": 40, "escalation.scope": 35, "escalation.valid": 45,
    "process": 75, "step.scope": 40, "step.next": 50, "step.optional": 20, "step.within": 20,
}  # fmt: skip
"""In how many of a hundred places each thing is stated where it may be."""

KINDS: Mapping[str, Mapping[str, int]] = {
    "coverage": {"stated": 55, "complete": 45},
    "reports_to": {
        "top": 12, "position": 56, "absent": 10, "unnamed": 4, "not stated": 18,
    },
    "handoff.to": {
        "position": 24, "absent": 10, "department": 18, "party": 7, "manager": 10, "post": 5,
        "unnamed": 13, "several": 13,
    },
    "escalation.to": {
        "position": 48, "absent": 12, "party": 10, "manager": 12, "post": 8, "unnamed": 10,
    },
    "rung": {"position": 50, "absent": 18, "party": 12, "manager": 10, "head": 10},
    "responsibility": {
        "accountable": 46, "responsible": 24, "supporting": 10, "consulted": 10, "informed": 10,
    },
    "deputy": {"position": 50, "absent": 10, "same-position": 10, "several": 30},
    "decides": {"position": 85, "absent": 15},
    "members": {"one": 35, "two": 40, "three": 25},
}  # fmt: skip
"""Of what kinds something is, each with its weight; the first is the plainest."""

MOST: Mapping[str, int] = {
    "posts": 2, "headcount": 3, "duties": 4, "handoffs": 3, "escalations": 3, "rungs": 5,
    "rows": 2, "unowned": 2, "processes": 1, "steps": 4, "scope": 3,
}  # fmt: skip
"""How many there are at the most."""


@dataclass(frozen=True, kw_only=True)
class Shape:
    """What organizations are drawn of; a law narrows it to what it is about.

    Args:
        positions: Those that may be here.
        absent: Those that only the catalogue knows.
        tasks: Their ids, each with what its entry always says.
        scopes: The values of each dimension.
        days: The days on which something may begin or end.
        amounts: Those of limits, in CNY.
        often: How many times in a hundred something is stated; a name of ``OFTEN`` each.
        kinds: The weights of kinds; a name of ``KINDS`` each, and all its kinds that are drawn.
        most: How many of something there are at the most; a name of ``MOST`` each.

    Raises:
        ValueError: A name in ``often``, ``kinds`` or ``most`` that there is not.
    """

    positions: tuple[str, ...] = ("p0", "p1", "p2", "p3", "p4", "p5")
    absent: tuple[str, ...] = ("x0", "x1")
    departments: tuple[str, ...] = ("shop", "office")
    parties: tuple[str, ...] = ("maker",)
    topics: tuple[str, ...] = ("fire", "price")
    tasks: Mapping[str, Mapping[str, Any]] = field(
        default_factory=lambda: {f"t{n}": {} for n in range(6)}
    )
    scopes: Mapping[str, tuple[str, ...]] = field(
        default_factory=lambda: {"area": ("parts", "cars", "tyres"), "place": ("gate", "hall")}
    )
    days: tuple[str, ...] = tuple(f"2026-01-0{day}" for day in range(1, 8))
    amounts: tuple[int, ...] = (0, 100, 500, 2000)
    times: tuple[str, ...] = ("10 minutes", "1 hour", "2 hours", "1 day", "3 business hours")
    often: Mapping[str, int] = field(default_factory=dict)
    kinds: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    most: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        _known("often", self.often, OFTEN)
        _known("most", self.most, MOST)
        _known("kinds", self.kinds, KINDS)
        for name, weights in self.kinds.items():
            _known(f"kinds[{name!r}]", weights, KINDS[name])


def _known(where: str, given: Iterable[str], there_are: Iterable[str]) -> None:
    for name in given:
        if name not in there_are:
            near = get_close_matches(name, there_are) or sorted(there_are)
            raise ValueError(
                f"{where}: {name!r} 未知，可用 / unknown, there are: {', '.join(near)}"
            )
