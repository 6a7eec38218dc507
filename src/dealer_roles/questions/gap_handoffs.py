"""Gaps in hand-offs: changes of hands without one, and receivers that cannot receive."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dealer_roles.organization.evidence import of_handoff
from dealer_roles.organization.on_day import OnDay
from dealer_roles.questions.gap_value import Gap, GapKind
from dealer_roles.questions.handoff_faults import Passing, Unreceived, uncarried, unreceived
from dealer_roles.values.text import Text
from dealer_roles.words.marks import named


def change_gaps(org: OnDay) -> Iterator[Gap]:
    """Yield the changes of hands in processes that no hand-off carries."""
    for process in org.model.processes.values():
        for fault in uncarried(org, process):
            words, evidence = _passes(org, fault), tuple(map(of_handoff, fault.handoffs))
            yield Gap("handoff-missing", fault.subject, words, fault.there.span, evidence)


def _passes(org: OnDay, fault: Passing) -> Text:
    who, whom = named(fault.givers), named(fault.takers)
    steps, where = f"{fault.here.id} → {fault.there.id}", fault.where(org)
    zh, en = (f"在范围 {where.zh} 内", f" for {where.en}") if where.en else ("", "")
    return Text(
        f"流程「{fault.process.name.zh}」中 {steps} {zh}由 {who.zh} 转到 {whom.zh}，但没有交接",
        f"in the process {fault.process.id}, {steps} passes from {who.en} to {whom.en}{en} "
        "without a hand-off",
    )


def receiver_gaps(org: OnDay) -> Iterator[Gap]:
    """Yield the hand-offs whose receiver is absent here or takes no part in ``then``."""
    for handoff in org.model.handoffs:
        for fault in unreceived(org, handoff):
            kind, words = _KINDS[fault.kind]
            evidence = (of_handoff(handoff),)
            yield Gap(kind, fault.subject, words(fault), handoff.span, evidence)


def _absent(fault: Unreceived) -> Text:
    return Text(
        f"交接 {fault.handoff.id} 的接收方 {fault.receivers[0]} 不在本组织中",
        f"the hand-off {fault.handoff.id} goes to {fault.receivers[0]}, which is absent here",
    )


def _above(fault: Unreceived) -> Text:
    handoff = fault.handoff
    return Text(
        f"交接 {handoff.id} 交给直接上级，但本组织中 {handoff.giver} 之上没有人",
        f"the hand-off {handoff.id} goes to the superior, but nobody here is above {handoff.giver}",
    )


def _nobody(fault: Unreceived) -> Text:
    handoff, department = fault.handoff, fault.receivers[0]
    return Text(
        f"交接 {handoff.id} 交给部门 {department}，"
        f"但该部门没有人承担任务 {handoff.then}，也没有负责人",
        f"the hand-off {handoff.id} goes to the department {department}, where nobody "
        f"does {handoff.then} and there is no head",
    )


def _idle(fault: Unreceived) -> Text:
    handoff, who = fault.handoff, named(fault.receivers)
    return Text(
        f"交接 {handoff.id} 交给 {who.zh} 去做 {handoff.then}，但其在该任务中没有份额",
        f"the hand-off {handoff.id} gives {handoff.then} to {who.en}, who has no share in it",
    )


_KINDS: dict[str, tuple[GapKind, Callable[[Unreceived], Text]]] = {
    "absent": ("receiver-absent", _absent),
    "above": ("receiver-absent", _above),
    "nobody": ("receiver-without-share", _nobody),
    "idle": ("receiver-without-share", _idle),
}
