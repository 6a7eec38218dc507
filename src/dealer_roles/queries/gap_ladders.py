"""Gaps in escalation: ladders that loop, end nowhere, or whose limits shrink."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dealer_roles.base.text import Text
from dealer_roles.graph.index import OrgIndex
from dealer_roles.model.entities import LadderStep
from dealer_roles.queries.escalation import EscalationAnswer, escalation
from dealer_roles.queries.evidence import of_ladder
from dealer_roles.queries.gap_value import Gap


def ladder_gaps(index: OrgIndex, on: dt.date) -> Iterator[Gap]:
    """Yield, for each topic that is arranged here, what is wrong with its ladder."""
    for topic in _topics(index):
        answers = [escalation(index, start, topic, on) for start in _starts(index, topic)]
        yield from _first(index, topic, answers, "loop")
        yield from _first(index, topic, answers, "unnamed")
        yield from _shrinking(topic, index.model.ladders.get(topic, ()))


def _topics(index: OrgIndex) -> list[str]:
    own = {entry.topic for entry in index.model.escalations}
    return sorted(own | index.model.ladders.keys())


def _starts(index: OrgIndex, topic: str) -> list[str]:
    """Return the positions that the topic's arrangement speaks of."""
    entries = [e.holder for e in index.model.escalations if e.topic == topic]
    rungs = [s.position for s in index.model.ladders.get(topic, ())]
    known = index.model.positions.keys() | index.model.posts.keys()
    return [p for p in dict.fromkeys((*entries, *rungs)) if p in known]


def _first(
    index: OrgIndex, topic: str, answers: Sequence[EscalationAnswer], end: str
) -> Iterator[Gap]:
    found = [answer for answer in answers if answer.ends == end]
    if not found:
        return
    who = ", ".join(answer.position for answer in found)
    name = topic or "any topic"
    trail = " → ".join((found[0].position, *(s.position or s.party or "?" for s in found[0].steps)))
    if end == "loop":
        message = Text(
            f"事项 {name} 的升级从 {who} 出发形成循环：{trail}",
            f"escalation on {name} from {who} loops: {trail}",
        )
    else:
        message = Text(
            f"事项 {name} 的升级从 {who} 出发没有着落：{trail}",
            f"escalation on {name} from {who} ends nowhere: {trail}",
        )
    evidence = found[0].evidence
    span = evidence[-1].span if evidence else index.model.span
    kind = "ladder-loops" if end == "loop" else "ladder-ends-nowhere"
    yield Gap(kind, topic or "any", message, span, evidence)  # type: ignore[arg-type]


def _shrinking(topic: str, steps: Sequence[LadderStep]) -> Iterator[Gap]:
    limited = [step for step in steps if step.limit is not None]
    for below, above in pairwise(limited):
        low, high = below.limit, above.limit
        if low is None or high is None or low.currency != high.currency:
            continue
        if high.amount < low.amount:
            message = Text(
                f"事项 {topic} 的权限越往上越小：{below.position} {low}，{above.position} {high}",
                f"limits shrink upward on {topic}: {below.position} {low}, {above.position} {high}",
            )
            evidence = (of_ladder(topic, below), of_ladder(topic, above))
            yield Gap("ladder-limits-shrink", topic, message, above.span, evidence)
