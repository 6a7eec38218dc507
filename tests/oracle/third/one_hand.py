"""Which hand holds more groups of tasks than it may: separation of duties, case by case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tests.oracle.third.lines_and_heads import acting_for
from tests.oracle.third.owners_case_by_case import cases, ownership
from tests.oracle.third.written import Raw, Written, holds_on, listed, points, within_scope


@dataclass(frozen=True, kw_only=True)
class Apart:
    """Groups of tasks, how many one hand may hold, and what counts as one hand."""

    groups: list[set[str]]
    most: int
    levels: tuple[str, ...] = ("position", "post")


def broken(written: Written, apart: Apart, day: str) -> set[frozenset[str]]:
    """Return who holds too many groups of tasks in one case.

    One alone, a desk, several heads, or somebody while another stands in: what one of them does
    alone is said of him and not of them together.
    """
    groups, most = apart.groups, apart.most
    dimensions = {
        d for group in groups for t in group for case in cases(written, t)[:1] for d in case
    }
    every = points(written, dimensions)

    def too_much(hands: set[str]) -> bool:
        return any(_filled(groups, _held(written, groups, hands, at, day)) > most for at in every)

    alone = {one for one in written.positions if too_much({one})}
    found = {frozenset({position}) for position in alone}
    for post in written.posts:
        if too_much({post["id"], *post["positions"]}) and not alone & set(post["positions"]):
            found.add(frozenset({post["id"]}))
    for heads in {written.hand(written.holder(position)) for position in written.positions}:
        desks = [{one, *written.members_of_holder(one)} for one in heads]
        if not any(map(too_much, desks)) and too_much(set().union(*desks)):
            found.add(heads)
    for position in written.positions if "deputy" in apart.levels else ():
        for who, hand in _standing_in(written, position, day):
            apart_fine = not too_much({position}) and not too_much(hand)
            if apart_fine and too_much({position} | hand):
                found.add(frozenset({position, who}))
    return found


def _standing_in(written: Written, position: str, day: str) -> Iterator[tuple[str, set[str]]]:
    """Yield who stands in for a position, with whose work he has besides.

    He is a deputy, or whoever acts for it or for the deputy, with his whole desk. Whoever acts
    for two vacancies has both; that is told of the first by its id.
    """
    acting = acting_for(written, position, day)
    for named in (acting, *listed(written.positions[position].get("deputy", []))):
        if named in written.positions:
            who = acting_for(written, named, day) or named
            desk = written.holder(who)
            if desk != written.holder(position):
                yield who, {who, desk, *written.members_of_holder(desk)}
    for other in written.positions:
        if acting is not None and other > position and acting_for(written, other, day) == acting:
            yield acting, {other}


def _held(
    written: Written, groups: list[set[str]], hands: set[str], point: Raw, day: str
) -> set[str]:
    """Return the tasks in one hand in one case: those stated, and parts of what it owns."""
    found = set()
    for stated_by, duty in written.statements("duties"):
        counts = duty["responsibility"] in {"accountable", "responsible"}
        here = holds_on(duty, day) and within_scope(duty.get("scope"), point)
        if stated_by in hands and counts and here:
            found.add(duty["task"])
    for task in set().union(*groups):
        larger = ownership(written, task, point, day).inherited_from
        if larger and hands & _owning(written, larger, point, day):
            found.add(task)
    return found


def _owning(written: Written, task: str, point: Raw, day: str) -> set[str]:
    """Return by whom the shares are stated that own a case of a task."""
    found: dict[str, set[str]] = {}
    for stated_by, duty in written.statements("duties"):
        here = holds_on(duty, day) and within_scope(duty.get("scope"), point)
        if duty["task"] == task and here:
            found.setdefault(duty["responsibility"], set()).add(stated_by)
    return found.get("accountable") or found.get("responsible") or set()


def _filled(groups: list[set[str]], tasks: set[str]) -> int:
    """Return how many groups can be filled at once, one task filling only one."""
    if not groups:
        return 0
    first, rest = groups[0], groups[1:]
    without = _filled(rest, tasks)
    return max([without, *(1 + _filled(rest, tasks - {task}) for task in first & tasks)])


_WORDS = {"zh": "规则", "en": "rule"}


def rule(name: str, apart: Apart) -> Raw:
    """Return the rule that asks the same of the project."""
    return {
        "id": name,
        "name": dict(_WORDS),
        "why": dict(_WORDS),
        "severity": "error",
        "for": {"what": "holder"},
        "check": {
            "separation": {
                "groups": [{"tasks": sorted(group)} for group in apart.groups],
                "most": apart.most,
                "levels": list(apart.levels),
            }
        },
        "message": dict(_WORDS),
        "fix": dict(_WORDS),
        "examples": {
            "ok": [{"positions": {"one": [], "two": []}}],
            "bad": [{"positions": {"one": sorted(set().union(*apart.groups))}}],
        },
    }


def is_asked(raw: Raw) -> bool:
    """Whether a written rule is one of those that are drawn."""
    separation: Raw = raw["check"].get("separation", {})
    return separation.keys() == {"groups", "most", "levels"}


def asked(raw: Raw) -> Apart:
    """Return what a written rule of this kind asks."""
    said = raw["check"]["separation"]
    groups = [set(group["tasks"]) for group in said["groups"]]
    return Apart(groups=groups, most=said["most"], levels=tuple(said["levels"]))


def can_be_broken(apart: Apart) -> bool:
    """Whether whoever does everything holds too many groups."""
    return _filled(apart.groups, set().union(*apart.groups)) > apart.most
