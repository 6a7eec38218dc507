"""Where several holders own the same thing, and where the owner of a whole meets that of a part."""

from __future__ import annotations

from dataclasses import dataclass

from tests.oracle.third.hand_overs import approvals, handoffs, receivers
from tests.oracle.third.lines_and_heads import everybody_above
from tests.oracle.third.owners_case_by_case import cases, owners_themselves, shares
from tests.oracle.third.written import Point, Written


@dataclass(frozen=True, kw_only=True)
class Overlap:
    """Several owners of one thing."""

    kind: str
    task: str
    whole: str | None
    holders: frozenset[str]


def overlaps(written: Written, day: str) -> set[Overlap]:
    """Return every overlap of a day."""
    return {one for task in written.tasks for one in _of(written, task, day)}


def _of(written: Written, task: str, day: str) -> set[Overlap]:
    sets = {owners_themselves(written, task, point, day) for point in cases(written, task)}
    several = {one for one in sets if written.are_several(one)}
    largest = {one for one in several if not any(one < other for other in several)}
    same = {Overlap(kind="same", task=task, whole=None, holders=one) for one in largest}
    return same | {
        one for point in cases(written, task) for one in _nested(written, task, point, day)
    }


def _nested(written: Written, task: str, point: Point, day: str) -> set[Overlap]:
    whole = written.tasks[task].get("part_of")
    while whole is not None and not owners_themselves(written, whole, point, day):
        whole = written.tasks[whole].get("part_of")
    if whole is None:
        return set()
    above = owners_themselves(written, whole, point, day)
    below = owners_themselves(written, task, point, day)
    return {
        Overlap(kind="nested", task=task, whole=whole, holders=frozenset({one, other}))
        for one in above - below
        for other in below
        if not _is_of(written, one, below) and not _acknowledged(written, one, other, task, day)
    }


def _is_of(written: Written, one: str, others: frozenset[str]) -> bool:
    return any(one in written.hand(other) for other in others)


def _acknowledged(written: Written, whole: str, part: str, task: str, day: str) -> bool:
    having = {share.holder for share in shares(written, task, day)}
    having |= {written.holder(who) for who, what, _ in approvals(written, day) if what == task}
    return bool(written.hand(whole) & having) or any(
        _in_line(written, below, above)
        or _in_line(written, above, below)
        or _handed(written, above, below, day)
        for above in written.hand(whole)
        for below in written.hand(part)
    )


def _in_line(written: Written, lower: str, upper: str) -> bool:
    return any(
        written.holder(above) == upper
        for position in written.members_of_holder(lower)
        for above in everybody_above(written, position)
    )


def _handed(written: Written, one: str, other: str, day: str) -> bool:
    return any(
        {written.holder(giver), written.holder(receiver)} == {one, other}
        for giver, handoff in handoffs(written, day)
        for receiver in receivers(written, giver, handoff, day)
    )
