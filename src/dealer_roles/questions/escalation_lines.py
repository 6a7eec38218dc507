"""The reporting line of a holder: past colleagues of the same desk, to whoever is above."""

from __future__ import annotations

from itertools import pairwise

from dealer_roles.model.entities import LadderStep
from dealer_roles.organization.evidence import of_line
from dealer_roles.organization.lines import Leaving
from dealer_roles.organization.on_day import OnDay
from dealer_roles.organization.per_day import per_day
from dealer_roles.questions.escalation_way import Way, by_rise
from dealer_roles.values.text import NO_TEXT, Text

IN_A_CIRCLE = Way(why=NO_TEXT, ends="loop")
"""Those who are one and lead to each other, by way of the usual superiors of those absent."""


@per_day
def ways_up(org: OnDay, position: str) -> tuple[Way, ...]:
    """Return the ways up the reporting line of a position, or of a post.

    Of several ways to one desk one is told: that of the first by id whose own line leaves.
    """
    desk = org.members(org.holder(position))
    lines = org.lines.leaving(desk, org.members(position))
    found = [_way(org, line) for line in sorted(lines, key=lambda line: line.path[::-1])]
    above = {org.holder(way.to): way for way in reversed(found) if way.to}
    if above:
        return tuple(above[holder] for holder in sorted(above))
    for end in ("top", "absent", "unnamed"):
        ending = [way for way in found if way.ends == end]
        if ending:
            return (ending[0],)
    return (IN_A_CIRCLE,)


def colleagues_above(org: OnDay, position: str) -> tuple[str, ...]:
    """Return the colleagues of the same desk through whom the line of a position leads."""
    if position in org.model.posts:
        return ()
    return org.lines.within(org.members(org.holder(position)), position).path[1:]


def _superior(org: OnDay, position: str) -> str:
    """Return the superior who does not sit at the same desk; empty if there is none."""
    return next((way.to for way in ways_up(org, position) if way.to), "")


def _way(org: OnDay, line: Leaving) -> Way:
    """Return the way by which a line leaves a desk, past colleagues at it."""
    way = _rise(org, line.path[-1])
    for above, at in pairwise(reversed(line.path)):
        before = _rise(org, at)
        way = way.after(*before.said, same_desk(above, at), evidence=before.evidence)
    return way


def _rise(org: OnDay, at: str) -> Way:
    why = Text(f"{at} 的直接上级", f"the superior of {at}")
    position = org.model.positions[at]
    return by_rise(org.lines.rise(at), why, (of_line(position),), position.line.unnamed)


def same_desk(passed: str, at: str) -> Text:
    """Say that a colleague of the same desk is no step of his own."""
    return Text(
        f"{passed} 与 {at} 同属一岗，跳过", f"{passed} is passed over: the same desk as {at}"
    )


def co_heads(passed: str, at: str) -> Text:
    """Say that somebody who heads a department with another is no step of his own."""
    return Text(
        f"{passed} 与 {at} 同为部门负责人，一并应对",
        f"{passed} is passed over: heads the department with {at}",
    )


def complained_about(who: str) -> Text:
    """Say that somebody is passed over since it is about him."""
    return Text(f"{who} 是被投诉人，回避", f"{who} is passed over: the one complained about")


def asks_himself(who: str) -> Text:
    """Say that somebody is passed over since it is he who asks."""
    return Text(f"{who} 即上报人，跳过", f"{who} is passed over: the one who asks")


def called_already(who: str) -> Text:
    """Say that somebody is passed over since he was called in the place of another."""
    return Text(f"{who} 已请到，不再重复", f"{who} is passed over: called already")


def wanted_by(org: OnDay, step: LadderStep, asker: str) -> str:
    """The position that a step names for this asker; empty if there is none."""
    if step.manager:
        return _superior(org, asker)
    return _head(org, asker) if step.head else step.position


@per_day
def _head(org: OnDay, asker: str) -> str:
    """The head of the asker's department; one who is absent, so that another stands in.

    Several heads answer as one: the asker himself where he is one of them, else the first.
    """
    members = sorted(org.members(asker))
    for position in members:
        department = org.model.positions[position].department
        known = org.model.departments.get(department)
        heads = org.heads.get(department) or (known.heads if known else ())
        if heads:
            return next((head for head in heads if head in members), heads[0])
    return ""
