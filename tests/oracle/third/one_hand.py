"""Which hand holds more groups of tasks than it may: separation of duties, case by case."""

from __future__ import annotations

from collections.abc import Iterator

from tests.oracle.third.owners_case_by_case import cases
from tests.oracle.third.written import Raw, Written, holds_on, points, within_scope


def broken(written: Written, groups: list[set[str]], most: int, day: str) -> set[frozenset[str]]:
    """Return who holds too many groups of tasks in one case: one alone, a desk, several heads.

    What one of them does alone is said of him and not of them together.
    """
    dimensions = {
        d for group in groups for t in group for case in cases(written, t)[:1] for d in case
    }
    every = points(written, dimensions)

    def too_much(hands: set[str]) -> bool:
        return any(_filled(groups, set(_held(written, hands, at, day))) > most for at in every)

    found = {frozenset({position}) for position in written.positions if too_much({position})}
    for post in written.posts:
        if too_much({post["id"], *post["positions"]}) and not found & _alone(post["positions"]):
            found.add(frozenset({post["id"]}))
    for heads in {written.hand(written.holder(position)) for position in written.positions}:
        desks = [{one, *written.members_of_holder(one)} for one in heads]
        if not any(map(too_much, desks)) and too_much(set().union(*desks)):
            found.add(heads)
    return found


def _alone(positions: list[str]) -> set[frozenset[str]]:
    return {frozenset({position}) for position in positions}


def _held(written: Written, hands: set[str], point: Raw, day: str) -> Iterator[str]:
    for stated_by, duty in written.statements("duties"):
        counts = duty["responsibility"] in {"accountable", "responsible"}
        here = holds_on(duty, day) and within_scope(duty.get("scope"), point)
        if stated_by in hands and counts and here:
            yield duty["task"]


def _filled(groups: list[set[str]], tasks: set[str]) -> int:
    """Return how many groups can be filled at once, one task filling only one."""
    if not groups:
        return 0
    first, rest = groups[0], groups[1:]
    without = _filled(rest, tasks)
    return max([without, *(1 + _filled(rest, tasks - {task}) for task in first & tasks)])


_WORDS = {"zh": "规则", "en": "rule"}


def rule(name: str, groups: list[set[str]], most: int) -> Raw:
    """Return the rule that asks the same of the project."""
    groups_written = [{"tasks": sorted(group)} for group in groups]
    return {
        "id": name,
        "name": dict(_WORDS),
        "why": dict(_WORDS),
        "severity": "error",
        "for": {"what": "holder"},
        "check": {
            "separation": {"groups": groups_written, "most": most, "levels": ["position", "post"]}
        },
        "message": dict(_WORDS),
        "fix": dict(_WORDS),
        "examples": {
            "ok": [{"positions": {"one": [], "two": []}}],
            "bad": [{"positions": {"one": sorted(t for g in groups for t in g)}}],
        },
    }


def asked(raw: Raw) -> tuple[list[set[str]], int]:
    """Return what a written rule of this kind asks: the groups, and how many one may hold."""
    said = raw["check"]["separation"]
    return [set(group["tasks"]) for group in said["groups"]], said["most"]


def can_be_broken(groups: list[set[str]], most: int) -> bool:
    """Whether whoever does everything holds too many groups."""
    return _filled(groups, set().union(*groups)) > most
