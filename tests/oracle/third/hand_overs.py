"""Who really receives what is handed over on a day, and who approves by it."""

from __future__ import annotations

from tests.oracle.third.lines_and_heads import (
    UNNAMED,
    Above,
    heads_here,
    lines_leaving,
    members,
)
from tests.oracle.third.owners_case_by_case import cases, ownership
from tests.oracle.third.written import Point, Raw, Written, holds_on, listed, within_scope


def handoffs(written: Written, day: str) -> list[tuple[str, Raw]]:
    """Return the hand-offs of a day, each with the position or post that gives."""
    return [(giver, one) for giver, one in written.statements("handoffs") if holds_on(one, day)]


def receivers(written: Written, giver: str, handoff: Raw, day: str) -> list[str]:
    """Return who receives: positions and parties."""
    found: list[str] = []
    for to in listed(handoff["to"]):
        found += [one for one in received_by(written, giver, handoff, to, day) if one not in found]
    return found


def received_by(written: Written, giver: str, handoff: Raw, to: str | Raw, day: str) -> list[str]:
    """Return who receives at one written address."""
    if isinstance(to, dict):
        return []
    if to == "manager":
        return list(dict.fromkeys(o.position for o in _above(written, giver) if o.position))
    if to in written.positions or to in written.parties:
        return [to]
    if desk := next((p["positions"] for p in written.posts if p["id"] == to), None):
        return list(desk)
    if to in written.known_departments:
        return _in_department(written, to, handoff, day)
    return []


def _above(written: Written, giver: str) -> list[Above]:
    members = written.members_of_holder(giver)
    return [one for member in members for one in lines_leaving(written, member)]


def somebody_unnamed_above(written: Written, giver: str) -> bool:
    """Whether a line of a giver leads to somebody who is not named."""
    return any(one.ends == UNNAMED for one in _above(written, giver))


def _in_department(written: Written, department: str, handoff: Raw, day: str) -> list[str]:
    inside = members(written, department)
    if "then" in handoff:
        scope = handoff.get("scope", {})
        meant = [case for case in cases(written, handoff["then"]) if within_scope(scope, case)]
        for asked in (_owning, _doing):
            stating = {p for case in meant for p in asked(written, handoff["then"], case, day)}
            if found := [position for position in inside if position in stating]:
                return found
    return heads_here(written, department) or ([] if "then" in handoff else inside)


def _doing(written: Written, task: str, case: Point, day: str) -> list[str]:
    """Return the positions that are accountable or responsible in a case of a task."""
    return [
        *_stating(written, task, case, day, responsibility="accountable"),
        *_stating(written, task, case, day, responsibility="responsible"),
    ]


def _owning(written: Written, task: str, case: Point, day: str) -> list[str]:
    """Return the positions whose shares make them answer for a case of a task."""
    found = ownership(written, task, case, day)
    of = found.inherited_from or task
    for responsibility in ("accountable", "responsible") if found.owners else ():
        if stating := _stating(written, of, case, day, responsibility=responsibility):
            return stating
    return []


def _stating(
    written: Written, task: str, case: Point, day: str, *, responsibility: str
) -> list[str]:
    return [
        position
        for who, duty in written.statements("duties")
        if duty["task"] == task
        and duty["responsibility"] == responsibility
        and holds_on(duty, day)
        and within_scope(duty.get("scope"), case)
        for position in written.members_of_holder(who)
    ]


def approvals(written: Written, day: str) -> set[tuple[str, str, str]]:
    """Return the derived approver shares: who, in which task, by which hand-off."""
    return {
        (receiver, handoff["task"], handoff["id"])
        for giver, handoff in handoffs(written, day)
        if handoff.get("approval")
        for receiver in receivers(written, giver, handoff, day)
        if receiver in written.positions
    }
