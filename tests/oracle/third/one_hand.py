"""Which hand holds more groups of tasks than it may: separation of duties, case by case."""

from __future__ import annotations

from collections.abc import Iterator

from tests.oracle.third.owners_case_by_case import cases
from tests.oracle.third.written import Raw, Written, holds_on, listed, points, within_scope


def broken(written: Written, groups: list[set[str]], most: int, day: str) -> set[str]:
    """Return the holders that hold too many groups of tasks in one case."""
    dimensions = {
        d for group in groups for t in group for case in cases(written, t)[:1] for d in case
    }
    return {
        holder
        for holder in {written.holder(position) for position in written.positions}
        for point in points(written, dimensions)
        if _filled(groups, set(_held(written, holder, point, day))) > most
    }


def _held(written: Written, holder: str, point: Raw, day: str) -> Iterator[str]:
    for stated_by, duty in written.statements("duties"):
        counts = duty["responsibility"] in {"accountable", "responsible"}
        here = holds_on(duty, day) and within_scope(duty.get("scope"), point)
        if written.holder(stated_by) == holder and counts and here:
            yield duty["task"]


def _filled(groups: list[set[str]], tasks: set[str]) -> int:
    """Return how many groups can be filled at once, one task filling only one."""
    if not groups:
        return 0
    first, rest = groups[0], groups[1:]
    without = _filled(rest, tasks)
    return max([without, *(1 + _filled(rest, tasks - {task}) for task in first & tasks)])


def rule(name: str, groups: list[set[str]], most: int) -> Raw:
    """Return the rule that asks the same of the project."""
    text = {"zh": "规则", "en": "rule"}
    groups_written = [{"tasks": sorted(group)} for group in groups]
    return {
        "id": name,
        "name": text,
        "why": text,
        "severity": "error",
        "for": {"what": "holder"},
        "check": {
            "separation": {"groups": groups_written, "most": most, "levels": ["position", "post"]}
        },
        "message": text,
        "fix": text,
        "examples": {
            "ok": [{"positions": {"one": [], "two": []}}],
            "bad": [{"positions": {"one": sorted(t for g in groups for t in g)}}],
        },
    }


__all__ = ["broken", "listed", "rule"]
