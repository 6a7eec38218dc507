"""Gaps in hand-offs: changes of hands without one, and receivers that cannot receive."""

from __future__ import annotations

from collections.abc import Iterator

from dealer_roles.model.entities import Handoff, Process, Step
from dealer_roles.organization.evidence import of_handoff
from dealer_roles.organization.on_day import OnDay
from dealer_roles.organization.receivers import Receiver
from dealer_roles.questions.gap_value import Gap
from dealer_roles.questions.owner import owner
from dealer_roles.values.scope import scopes_meet
from dealer_roles.values.text import Text


def change_gaps(org: OnDay) -> Iterator[Gap]:
    """Yield the changes of hands in processes that no hand-off carries."""
    for process in org.model.processes.values():
        steps = {step.id: step for step in process.steps}
        for step in process.steps:
            for following in step.next:
                yield from _change(org, process, step, steps[following])


def _change(org: OnDay, process: Process, here: Step, there: Step) -> Iterator[Gap]:
    givers = owner(org, here.task, here.scope).owners
    takers = owner(org, there.task, there.scope).owners
    if not givers or not takers or set(givers) & set(takers):
        return
    if carrying(org, here, there, givers, takers):
        return
    who, whom = ", ".join(givers), ", ".join(takers)
    message = Text(
        f"流程「{process.name.zh}」中 {here.id} → {there.id} 由 {who} 转到 {whom}，但没有交接",
        f"in the process {process.id}, {here.id} → {there.id} passes from {who} to {whom} "
        "without a hand-off",
    )
    yield Gap("handoff-missing", f"{process.id}/{here.id}->{there.id}", message, there.span)


def carrying(
    org: OnDay,
    here: Step,
    there: Step,
    givers: tuple[str, ...],
    takers: tuple[str, ...],
) -> tuple[Handoff, ...]:
    """Return the hand-offs that carry a change of hands: right giver, taker, and task."""
    return tuple(
        h
        for h in org.model.handoffs
        if (h.task == here.task or h.then == there.task)
        and org.holder(h.giver) in givers
        and {org.holder(r) for r in org.receiver_ids(h)} & set(takers)
        and scopes_meet(h.scope, here.scope)
    )


def receiver_gaps(org: OnDay) -> Iterator[Gap]:
    """Yield the hand-offs whose receiver is absent here or takes no part in ``then``."""
    for handoff in org.model.handoffs:
        for receiver in org.receivers(handoff):
            if receiver.absent:
                yield _absent(handoff, receiver.written)
            elif receiver.kind == "department" and not receiver.ids:
                yield _nobody_there(handoff, receiver)
            elif handoff.then and receiver.kind in ("position", "post", "manager"):
                yield from _idle(org, handoff, receiver)


def _absent(handoff: Handoff, written: str) -> Gap:
    message = Text(
        f"交接 {handoff.id} 的接收方 {written} 不在本组织中",
        f"the hand-off {handoff.id} goes to {written}, which is absent here",
    )
    subject = f"{handoff.id}->{written}"
    return Gap("receiver-absent", subject, message, handoff.span, (of_handoff(handoff),))


def _nobody_there(handoff: Handoff, receiver: Receiver) -> Gap:
    message = Text(
        f"交接 {handoff.id} 交给部门 {receiver.written}，"
        f"但该部门没有人承担任务 {handoff.then}，也没有负责人",
        f"the hand-off {handoff.id} goes to the department {receiver.written}, where nobody "
        f"does {handoff.then} and there is no head",
    )
    subject = f"{handoff.id}->{receiver.written}"
    return Gap("receiver-without-share", subject, message, handoff.span, (of_handoff(handoff),))


def _idle(org: OnDay, handoff: Handoff, receiver: Receiver) -> Iterator[Gap]:
    shares = org.duties_of_task.get(handoff.then, ())
    doing = {org.holder(d.holder) for d in shares if scopes_meet(d.scope, handoff.scope)}
    idle = [i for i in receiver.ids if org.holder(i) not in doing]
    if not idle or len(idle) < len({org.holder(i) for i in receiver.ids}):
        return
    who = ", ".join(idle)
    message = Text(
        f"交接 {handoff.id} 交给 {who} 去做 {handoff.then}，但其在该任务中没有份额",
        f"the hand-off {handoff.id} gives {handoff.then} to {who}, who has no share in it",
    )
    subject = f"{handoff.id}->{who}"
    yield Gap("receiver-without-share", subject, message, handoff.span, (of_handoff(handoff),))
