"""Gaps in escalation: ladders that loop, end nowhere, shrink, and entries that disagree."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from dealer_roles.organization.evidence import of_escalation, of_ladder
from dealer_roles.organization.on_day import OnDay
from dealer_roles.organization.with_ids import (
    in_turn,
    joined,
    words_of,
    words_of_all,
    words_of_topic,
)
from dealer_roles.questions.escalation_answer import EscalationAnswer, EscalationBranch
from dealer_roles.questions.escalation_rungs import Rung
from dealer_roles.questions.gap_value import Gap, GapKind
from dealer_roles.questions.ladder_faults import (
    ANY_TOPIC,
    ambiguous,
    climbs,
    overriding,
    shrinking,
    topics_arranged,
)
from dealer_roles.values.fields import replace
from dealer_roles.values.text import Text

NOWHERE = ("unnamed", "absent")
_NO_CONDITION = Text("却没有写明条件", "without conditions")


def ladder_gaps(org: OnDay) -> Iterator[Gap]:
    """Yield, for each topic that is arranged here, what is wrong with its ladder."""
    for topic in topics_arranged(org):
        answers = climbs(org, topic)
        yield from _ending(org, topic, answers, "ladder-loops", ("loop",))
        yield from _ending(org, topic, answers, "ladder-ends-nowhere", NOWHERE)
        yield from _shrinking(org, topic)
        yield from _ambiguous(org, topic)
        yield from _overridden(org, topic)


def _ending(
    org: OnDay,
    topic: str,
    answers: Sequence[EscalationAnswer],
    kind: GapKind,
    ends: Collection[str],
) -> Iterator[Gap]:
    found = [(a, b) for a in answers for b in a.branches if b.ends in ends]
    if not found:
        return
    who = words_of_all(org.model, (answer.position for answer, _ in found))
    name, trail = topic or ANY_TOPIC, _trail(org, *found[0])
    what = words_of_topic(org.model, name)
    zh, en = ("形成循环", "loops") if kind == "ladder-loops" else ("没有着落", "ends nowhere")
    message = Text(
        f"事项{what.zh}的升级从{who.zh}出发{zh}：{trail.zh}",
        f"escalation on {what.en} from {who.en} {en}: {trail.en}",
    )
    answer, branch = found[0]
    evidence = tuple(e for step in answer.chain(branch) for e in step.evidence)
    span = evidence[-1].span if evidence else org.model.asked_at("ladders")
    yield Gap(kind, name, message, span, tuple(dict.fromkeys(evidence)))


def _trail(org: OnDay, answer: EscalationAnswer, branch: EscalationBranch) -> Text:
    called = [step.position or step.party or "?" for step in answer.chain(branch)]
    return in_turn(words_of(org.model, one) for one in (answer.position, *called))


def _shrinking(org: OnDay, topic: str) -> Iterator[Gap]:
    for below, above in shrinking(org, topic):
        low, high = (_up_to(org, each.rung) for each in (below, above))
        what = words_of_topic(org.model, topic)
        message = Text(
            f"事项{what.zh}的权限越往上越小：{low.zh}，{high.zh}",
            f"limits shrink upward on {what.en}: {low.en}, {high.en}",
        )
        evidence = (of_ladder(topic, below.rung.step), of_ladder(topic, above.rung.step))
        yield Gap("ladder-limits-shrink", topic, message, above.rung.step.span, evidence)


def _up_to(org: OnDay, rung: Rung) -> Text:
    who, limit = words_of(org.model, rung.position or rung.holder), rung.step.limit
    assert limit is not None
    return Text(f"{who.zh} {limit.get('zh')}", f"{who.en} {limit.get('en')}")


def _one_condition(when: Text) -> Text:
    return Text(f"条件却都是“{when.zh}”", f"under one condition, {when.en}")


def _ambiguous(org: OnDay, topic: str) -> Iterator[Gap]:
    name = topic or ANY_TOPIC
    for holder, entries in ambiguous(org, topic):
        named = (words_of(org.model, entry.to or "?") for entry in entries)
        whom = joined(named, each_once=False)
        who, what = words_of(org.model, holder), words_of_topic(org.model, name)
        when = entries[0].when
        said = _NO_CONDITION if when is None else _one_condition(when)
        message = Text(
            f"{who.zh}就事项{what.zh}规定了多个上报对象，{said.zh}：{whom.zh}",
            f"{who.en} has several entries on {what.en} {said.en}: {whom.en}",
        )
        evidence = tuple(of_escalation(entry) for entry in entries)
        subject = f"{name}/{holder}"
        yield Gap("escalation-ambiguous", subject, message, entries[-1].span, evidence)


def _overridden(org: OnDay, topic: str) -> Iterator[Gap]:
    for entry, step in overriding(org, topic):
        who, what = words_of(org.model, entry.holder), words_of_topic(org.model, topic)
        message = Text(
            f"{who.zh}自身的上报规定代替了事项{what.zh}的升级阶梯",
            f"{who.en}: its own entry goes before the ladder for {what.en} that it stands on",
        )
        evidence = (of_escalation(entry), of_ladder(topic, step))
        gap = Gap("ladder-overridden", f"{topic}/{entry.holder}", message, entry.span, evidence)
        yield replace(gap, severity="note")
