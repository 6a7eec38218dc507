"""Gaps in escalation: ladders that loop, end nowhere, or whose limits shrink."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from dealer_roles.model.entities import LadderStep
from dealer_roles.organization.evidence import of_ladder
from dealer_roles.organization.on_day import OnDay
from dealer_roles.questions.escalation import EscalationAnswer, escalation
from dealer_roles.questions.gap_value import Gap
from dealer_roles.values.text import Text


def ladder_gaps(org: OnDay) -> Iterator[Gap]:
    """Yield, for each topic that is arranged here, what is wrong with its ladder."""
    for topic in _topics(org):
        answers = [escalation(org, start, topic) for start in _starts(org, topic)]
        yield from _first(org, topic, answers, "loop")
        yield from _first(org, topic, answers, "unnamed")
        yield from _shrinking(topic, org.model.ladders.get(topic, ()))


def _topics(org: OnDay) -> list[str]:
    own = {entry.topic for entry in org.model.escalations}
    return sorted(own | org.model.ladders.keys())


def _starts(org: OnDay, topic: str) -> list[str]:
    """Return the positions that the topic's arrangement speaks of."""
    entries = [e.holder for e in org.model.escalations if e.topic == topic]
    rungs = [s.position for s in org.model.ladders.get(topic, ())]
    known = org.model.positions.keys() | org.model.posts.keys()
    return [p for p in dict.fromkeys((*entries, *rungs)) if p in known]


def _first(org: OnDay, topic: str, answers: Sequence[EscalationAnswer], end: str) -> Iterator[Gap]:
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
    span = evidence[-1].span if evidence else org.model.span
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
