"""Gaps in hand-offs: changes of hands without one, and receivers that cannot receive."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dealer_roles.model.entities import Handoff
from dealer_roles.model.organization import OrganizationModel
from dealer_roles.organization.evidence import of_handoff
from dealer_roles.organization.on_day import OnDay
from dealer_roles.organization.with_ids import named, words_of, words_of_all, words_of_task
from dealer_roles.questions.gap_value import Gap, GapKind
from dealer_roles.questions.handoff_faults import Passing, Unreceived, uncarried, unreceived
from dealer_roles.values.text import Text


def change_gaps(org: OnDay) -> Iterator[Gap]:
    """Yield the changes of hands in processes that no hand-off carries."""
    for process in org.model.processes.values():
        for fault in uncarried(org, process):
            words, evidence = _passes(org, fault), tuple(map(of_handoff, fault.handoffs))
            yield Gap("handoff-missing", fault.subject, words, fault.there.span, evidence)


def _passes(org: OnDay, fault: Passing) -> Text:
    who, whom = (words_of_all(org.model, ids) for ids in (fault.givers, fault.takers))
    steps, where = f"{fault.here.id} → {fault.there.id}", fault.where(org)
    what = named(fault.process.name, fault.process.id)
    zh, en = (f"在范围 {where.zh} 内", f" for {where.en}") if where.en else ("", "")
    return Text(
        f"流程{what.zh}中 {steps} {zh}由{who.zh}转到{whom.zh}，但没有交接",
        f"in the process {what.en}, {steps} passes from {who.en} to {whom.en}{en} "
        "without a hand-off",
    )


def receiver_gaps(org: OnDay) -> Iterator[Gap]:
    """Yield the hand-offs whose receiver is absent here or takes no part in ``then``."""
    for handoff in org.model.handoffs:
        for fault in unreceived(org, handoff):
            kind, words = _KINDS[fault.kind]
            evidence = (of_handoff(handoff),)
            yield Gap(kind, fault.subject, words(org.model, fault), handoff.span, evidence)


def _absent(model: OrganizationModel, fault: Unreceived) -> Text:
    what, who = _words(fault.handoff), words_of(model, fault.receivers[0])
    return Text(
        f"交接{what.zh}的接收方{who.zh}不在本组织中",
        f"the hand-off {what.en} goes to {who.en}, which is absent here",
    )


def _above(model: OrganizationModel, fault: Unreceived) -> Text:
    what, giver = _words(fault.handoff), words_of(model, fault.handoff.giver)
    return Text(
        f"交接{what.zh}交给直接上级，但本组织中{giver.zh}之上没有人",
        f"the hand-off {what.en} goes to the superior, but nobody here is above {giver.en}",
    )


def _nobody(model: OrganizationModel, fault: Unreceived) -> Text:
    what, department = _words(fault.handoff), words_of(model, fault.receivers[0])
    then = words_of_task(model, fault.handoff.then)
    zh, en = (
        (f"没有人承担任务{then.zh}，也没有", f"does {then.en} and there is no head")
        if fault.handoff.then
        else ("没有岗位，也没有", "sits and there is no head")
    )
    return Text(
        f"交接{what.zh}交给部门{department.zh}，但该部门{zh}负责人",
        f"the hand-off {what.en} goes to the department {department.en}, where nobody {en}",
    )


def _idle(model: OrganizationModel, fault: Unreceived) -> Text:
    what, who = _words(fault.handoff), words_of_all(model, fault.receivers)
    then = words_of_task(model, fault.handoff.then)
    return Text(
        f"交接{what.zh}交给{who.zh}去做{then.zh}，但其在该任务中没有份额",
        f"the hand-off {what.en} gives {then.en} to {who.en}, who has no share in it",
    )


def _words(handoff: Handoff) -> Text:
    return named(handoff.deliverable, handoff.id)


_KINDS: dict[str, tuple[GapKind, Callable[[OrganizationModel, Unreceived], Text]]] = {
    "absent": ("receiver-absent", _absent),
    "above": ("receiver-absent", _above),
    "nobody": ("receiver-without-share", _nobody),
    "idle": ("receiver-without-share", _idle),
}
