"""What the files of an organization say, read again by ``yaml.safe_load`` into plain dicts."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

Raw = dict[str, Any]
Point = Mapping[str, str]
"""A case: one value for each dimension that is looked at."""


@dataclass(kw_only=True, eq=False)
class Written:
    """An organization and its catalogue, as written; ids are the keys everywhere."""

    organization: Raw = field(default_factory=dict)
    positions: dict[str, Raw] = field(default_factory=dict)
    usual: dict[str, Raw] = field(default_factory=dict)
    tasks: dict[str, Raw] = field(default_factory=dict)
    values: dict[str, list[str]] = field(default_factory=dict)
    known_departments: set[str] = field(default_factory=set)
    parties: set[str] = field(default_factory=set)
    topics: list[str] = field(default_factory=list)
    processes: dict[str, Raw] = field(default_factory=dict)
    rules: list[Raw] = field(default_factory=list)
    ladders: dict[str, list[Raw]] = field(default_factory=dict)
    _hands: dict[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def posts(self) -> list[Raw]:
        """The posts."""
        return list(self.organization.get("posts", ()))

    def minutes(self, time: str) -> float:
        """Return how much time passes, on average over a week of the calendar."""
        calendar = self.organization.get("calendar", {"hours_per_day": 8, "days_per_week": 5})
        business_day = 7 * 1440 / float(calendar["days_per_week"])
        number, _, unit = time.partition(" ")
        lengths = {
            "minute": 1.0,
            "hour": 60.0,
            "day": 1440.0,
            "business hour": business_day / float(calendar["hours_per_day"]),
            "business day": business_day,
        }
        return int(number) * lengths[unit.rstrip("s")]

    @property
    def departments(self) -> dict[str, Raw]:
        """The departments that the organization lists."""
        return {one["id"]: one for one in self.organization.get("departments", ())}

    def holder(self, position: str) -> str:
        """Return the post that combines a position, else the position itself."""
        return self._desks.get(position, position)

    @cached_property
    def _desks(self) -> dict[str, str]:
        return {position: post["id"] for post in self.posts for position in post["positions"]}

    def hand(self, holder: str) -> frozenset[str]:
        """Return the holders that are one with a holder: heads whom a department declares as one.

        They answer as one; whoever is one with two others makes them one as well.
        """
        if holder not in self._hands:
            self._hands[holder] = self._hand(holder)
        return self._hands[holder]

    def _hand(self, holder: str) -> frozenset[str]:
        teams = [
            {self.holder(head) for head in listed(raw["heads"]) if head in self.positions}
            for raw in self.departments.values()
            if "heads" in raw
        ]
        found = {holder}
        while more := {h for team in teams if team & found for h in team} - found:
            found |= more
        return frozenset(found)

    def are_several(self, holders: Iterable[str]) -> bool:
        """Whether holders are more than one where people are compared."""
        return len({self.hand(holder) for holder in holders}) > 1

    def members_of_holder(self, holder: str) -> list[str]:
        """Return the positions that a holder stands for."""
        return next((list(p["positions"]) for p in self.posts if p["id"] == holder), [holder])

    def statements(self, key: str) -> Iterator[tuple[str, Raw]]:
        """Yield every duty, hand-off or escalation with the position or post that states it."""
        for position, raw in self.positions.items():
            yield from ((position, one) for one in raw.get(key, ()))
        for post in self.posts:
            yield from ((post["id"], one) for one in post.get(key, ()))

    def departments_of(self, position: str) -> list[str]:
        """Return where a position sits, the first being where it is listed."""
        usual = self.usual.get(position, {}).get("department", [])
        return listed(self.positions.get(position, {}).get("department", usual))


def listed(value: Any) -> list[Any]:
    """Return a list, also of a single value."""
    return list(value) if isinstance(value, list) else [value]


def holds_on(statement: Raw, day: str) -> bool:
    """Whether a statement is valid on a day; both ends are included."""
    valid = statement.get("valid", {})
    return str(valid.get("from", "0000")) <= day <= str(valid.get("to", "9999"))


def within_scope(scope: Raw | None, point: Point) -> bool:
    """Whether a case lies in a scope; a missing dimension means all values."""
    return all(d not in point or point[d] in listed(values) for d, values in (scope or {}).items())


def lies_in(case: Raw, scope: Raw) -> bool:
    """Whether a case lies in a part of an answer; what a case does not tell is in any."""
    return all(case[d] in listed(values) for d, values in scope.items() if d in case)


def meet(one: Raw, other: Raw) -> bool:
    """Whether two scopes have a case in common: every dimension that both name intersects."""
    return all(set(listed(one[d])) & set(listed(other[d])) for d in one.keys() & other.keys())


def covers(scope: Raw, other: Raw) -> bool:
    """Whether a scope holds every case of another one."""
    return all(d in other and {*listed(other[d])} <= {*listed(v)} for d, v in scope.items())


def points(written: Written, dimensions: set[str]) -> list[dict[str, str]]:
    """Return every case of some dimensions."""
    names = sorted(dimensions)
    return [
        dict(zip(names, chosen, strict=True))
        for chosen in itertools.product(*(written.values[name] for name in names))
    ]
