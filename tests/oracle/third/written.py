"""What the files of an organization say, read again by ``yaml.safe_load`` into plain dicts."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

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

    @cached_property
    def posts(self) -> list[Raw]:
        """The posts."""
        return list(self.organization.get("posts", ()))

    @property
    def ladders(self) -> dict[str, list[Raw]]:
        """The ladders by topic."""
        return dict(self.organization.get("ladders", {}))

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


def meet(one: Raw, other: Raw) -> bool:
    """Whether two scopes have a case in common: every dimension that both name intersects."""
    return all(set(listed(one[d])) & set(listed(other[d])) for d in one.keys() & other.keys())


def points(written: Written, dimensions: set[str]) -> list[dict[str, str]]:
    """Return every case of some dimensions."""
    names = sorted(dimensions)
    return [
        dict(zip(names, chosen, strict=True))
        for chosen in itertools.product(*(written.values[name] for name in names))
    ]


def read_organization(folder: Path, *, bundled: Path) -> Written:
    """Read an organization's folder and the catalogues that it names."""
    (organization,) = (one for one in _documents([folder]) if one["kind"] == "organization")
    named = organization.get("catalogue", [])
    catalogues = [bundled if name == "bundled" else folder / name for name in named]
    return written_in(_documents([*catalogues, folder]))


def written_in(documents: Iterable[Raw]) -> Written:
    """Return what documents say; those of the catalogue come first."""
    written = Written()
    for document in documents:
        if document["kind"] == "organization":
            written.organization = document
        _take(written, document)
        written.rules += document.get("rules", ())
    return written


def _documents(folders: list[Path]) -> Iterator[Raw]:
    seen = set()
    for folder in folders:
        for path in sorted([*folder.rglob("*.yaml"), *folder.rglob("*.yml")]):
            if path not in seen:
                seen.add(path)
                text = path.read_text("utf-8")
                yield from (one for one in yaml.load_all(text, yaml.CSafeLoader) if one)


def _take(written: Written, document: Raw) -> None:
    match document["kind"]:
        case "position":
            written.positions[document["id"]] = document
        case "positions":
            written.usual.update({one["id"]: one for one in document["positions"]})
        case "tasks":
            area = document["area"]["id"]
            written.tasks.update({t["id"]: {**t, "area": area} for t in document["tasks"]})
        case "scopes":
            for dimension in document["scopes"]:
                written.values[dimension["id"]] = [v["id"] for v in dimension["values"]]
        case "departments":
            written.known_departments |= {one["id"] for one in document["departments"]}
        case "parties":
            written.parties |= {one["id"] for one in document["parties"]}
        case "topics":
            written.topics += [one["id"] for one in document["topics"]]
        case "process":
            written.processes[document["id"]] = document
