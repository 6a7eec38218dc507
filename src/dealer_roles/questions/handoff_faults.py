"""What is wrong with hand-offs: the one answer that gaps and rules word, each in its way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from dealer_roles.model.entities import Handoff, Process, Step
from dealer_roles.organization.on_day import OnDay
from dealer_roles.organization.per_day import per_day
from dealer_roles.organization.receivers import Receiver
from dealer_roles.questions.standing import owners_in
from dealer_roles.values.frozen import frozen
from dealer_roles.values.scope import scopes_meet


@frozen
class Uncarried:
    """A change of hands in a process that no hand-off carries.

    Attributes:
        givers: Who owns the step before.
        takers: Who owns the step after.
    """

    process: Process
    here: Step
    there: Step
    givers: tuple[str, ...]
    takers: tuple[str, ...]

    @property
    def subject(self) -> str:
        """What it is about: the process and its two steps."""
        return f"{self.process.id}/{self.here.id}->{self.there.id}"


def uncarried(org: OnDay, process: Process) -> tuple[Uncarried, ...]:
    """Return the changes of hands in a process that no hand-off carries."""
    return _uncarried(org, process.id)


@per_day
def _uncarried(org: OnDay, process_id: str) -> tuple[Uncarried, ...]:
    process = org.model.processes[process_id]
    return tuple(_changes(org, process))


def _changes(org: OnDay, process: Process) -> Iterator[Uncarried]:
    steps = {step.id: step for step in process.steps}
    owners = {step.id: owners_in(org, step.task, step.scope) for step in process.steps}
    for here in process.steps:
        for there in (steps[following] for following in here.next):
            givers, takers = owners[here.id], owners[there.id]
            if not givers or not takers or set(givers) & set(takers):
                continue
            if not carrying(org, here, there, givers, takers):
                yield Uncarried(process, here, there, givers, takers)


def carrying(
    org: OnDay, here: Step, there: Step, givers: tuple[str, ...], takers: tuple[str, ...]
) -> tuple[Handoff, ...]:
    """Return the hand-offs that carry a change of hands: right giver, taker, and task."""
    of_either = (
        *org.handoffs_of_task.get(here.task, ()),
        *org.handoffs_for_task.get(there.task, ()),
    )
    return tuple(
        handoff
        for handoff in dict.fromkeys(of_either)
        if org.holder(handoff.giver) in givers
        and {org.holder(r) for r in org.receiver_ids(handoff)} & set(takers)
        and scopes_meet(handoff.scope, here.scope)
    )


@frozen
class Unreceived:
    """A written receiver that cannot receive a hand-off.

    Attributes:
        kind: ``absent``: not part of this organization; ``nobody``: a department where
            nobody owns or does ``then`` and that has no head; ``idle``: no share in ``then``.
        handoff: The hand-off.
        receivers: Who is meant: the idle positions, else the id as written.
    """

    kind: Literal["absent", "nobody", "idle"]
    handoff: Handoff
    receivers: tuple[str, ...]

    @property
    def subject(self) -> str:
        """What it is about: the hand-off and who is meant."""
        return f"{self.handoff.id}->{', '.join(self.receivers)}"


def unreceived(org: OnDay, handoff: Handoff) -> Iterator[Unreceived]:
    """Yield the written receivers of a hand-off that cannot receive it.

    A department receives by its head where none of its members takes part in ``then``.
    """
    for receiver in org.receivers(handoff):
        if receiver.absent:
            yield Unreceived("absent", handoff, (receiver.written,))
        elif receiver.kind == "department" and not receiver.ids:
            yield Unreceived("nobody", handoff, (receiver.written,))
        elif handoff.then and receiver.kind in ("position", "post", "manager"):
            idle = _idle(org, handoff, receiver)
            if idle:
                yield Unreceived("idle", handoff, idle)


def _idle(org: OnDay, handoff: Handoff, receiver: Receiver) -> tuple[str, ...]:
    """Return who of the receivers has no share in ``then``, if none of them has one."""
    shares = org.duties_of_task.get(handoff.then, ())
    doing = {org.holder(d.holder) for d in shares if scopes_meet(d.scope, handoff.scope)}
    holders = {org.holder(id_) for id_ in receiver.ids}
    return () if holders & doing else receiver.ids
