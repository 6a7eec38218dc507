"""What is wrong with hand-offs: the one answer that gaps and rules word, each in its way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from dealer_roles.model.entities import Handoff, Process, Step
from dealer_roles.organization.on_day import OnDay
from dealer_roles.organization.per_day import per_day
from dealer_roles.organization.receivers import Receiver
from dealer_roles.organization.standing import owners_in, standing_in
from dealer_roles.values.frozen import frozen
from dealer_roles.values.part_words import region_words
from dealer_roles.values.scope import (
    EVERYWHERE,
    Region,
    common,
    scopes_meet,
    shortened,
    without,
)
from dealer_roles.values.text import NO_TEXT, Text


@frozen
class Passing:
    """How a case passes from one step of a process to the next, in whatever case.

    Attributes:
        givers: Who owns the step before where hands change without a hand-off.
        takers: Who then owns the step after.
        left: Where that is.
        changing: Where hands change at all: nobody owns both steps.
        handoffs: Those that carry a change of hands somewhere.
    """

    process: Process
    here: Step
    there: Step
    givers: tuple[str, ...]
    takers: tuple[str, ...]
    left: Region
    changing: Region
    handoffs: tuple[Handoff, ...]

    @property
    def subject(self) -> str:
        """What it is about: the process and its two steps."""
        return f"{self.process.id}/{self.here.id}->{self.there.id}"

    @property
    def is_partial(self) -> bool:
        """Whether a hand-off is missing in some of the cases only."""
        return self.left != EVERYWHERE and bool(self.handoffs or self.left != self.changing)

    def where(self, org: OnDay) -> Text:
        """Return the cases in which a hand-off is missing; empty where it is in all."""
        return region_words(self.left, org.dimensions) if self.is_partial else NO_TEXT


def uncarried(org: OnDay, process: Process) -> tuple[Passing, ...]:
    """Return the changes of hands in a process that no hand-off carries in some case."""
    return tuple(passing for passing in passings(org, process.id) if passing.left)


@per_day
def passings(org: OnDay, process_id: str) -> tuple[Passing, ...]:
    """Return how a case passes from each step of a process to those that follow."""
    process = org.model.processes[process_id]
    steps = {step.id: step for step in process.steps}
    return tuple(
        _passing(org, process, here, steps[following])
        for here in process.steps
        for following in here.next
    )


def _passing(org: OnDay, process: Process, here: Step, there: Step) -> Passing:
    changing: Region = ()
    left: Region = ()
    givers, takers = set[str](), set[str]()
    carrying: dict[str, Handoff] = {}
    for giving, taking, region in _cases(org, here, there):
        if not giving or not taking or not giving.isdisjoint(taking):
            continue
        found = [h for h in _between(org, here, there) if _carries(org, h, giving, taking)]
        carrying.update((h.id, h) for h in found if common(region, (h.scope,)))
        scopes = (shortened(h.scope, org.dimensions) for h in found)
        changing += region
        if still := without(region, scopes, org.dimensions):
            left += still
            givers |= giving
            takers |= taking
    return Passing(
        process=process,
        here=here,
        there=there,
        givers=tuple(sorted(givers)),
        takers=tuple(sorted(takers)),
        left=left,
        changing=changing,
        handoffs=tuple(carrying.values()),
    )


def _cases(
    org: OnDay, here: Step, there: Step
) -> Iterator[tuple[frozenset[str], frozenset[str], Region]]:
    """Yield who owns the two steps, case by case.

    Steps of which each is for cases of its own never meet: all owners of the next one take.
    """
    before = _standing(org, here)
    after = _standing(org, there)
    apart = not scopes_meet(here.scope, there.scope)
    takers = frozenset().union(*(owners for owners, _ in after))
    for giving, region in before:
        if apart:
            yield giving, takers, region
            continue
        for taking, other in after:
            if both := common(region, other):
                yield giving, taking, both


def _standing(org: OnDay, step: Step) -> list[tuple[frozenset[str], Region]]:
    parts = standing_in(org, step.task, step.scope)
    return [(frozenset(part.holders), part.region) for part in parts]


def _between(org: OnDay, here: Step, there: Step) -> Iterable[Handoff]:
    """Return the hand-offs in the task of one step or for that of the next, each once."""
    of_either = (
        *org.handoffs_of_task.get(here.task, ()),
        *org.handoffs_for_task.get(there.task, ()),
    )
    return {handoff.id: handoff for handoff in of_either}.values()


def _carries(org: OnDay, handoff: Handoff, givers: frozenset[str], takers: frozenset[str]) -> bool:
    """Whether a hand-off is from one who owns the step before to one who owns the next."""
    return org.holder(handoff.giver) in givers and any(
        org.holder(receiver) in takers for receiver in org.receiver_ids(handoff)
    )


@frozen
class Unreceived:
    """A written receiver that cannot receive a hand-off.

    Attributes:
        kind: ``absent``: not part of this organization; ``above``: the superior of somebody
            above whom nobody is here; ``nobody``: a department where nobody owns or does
            ``then``, or nobody sits, and that has no head; ``idle``: no share in ``then``.
        handoff: The hand-off.
        receivers: Who is meant: the idle positions, else the id as written.
    """

    kind: Literal["absent", "above", "nobody", "idle"]
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
        elif receiver.end in ("absent", "top"):
            yield Unreceived("above", handoff, (receiver.written,))
        elif receiver.kind == "department" and not receiver.ids:
            yield Unreceived("nobody", handoff, (receiver.written,))
        elif handoff.then and receiver.kind in ("position", "post", "manager"):
            idle = _idle(org, handoff, receiver)
            if idle:
                yield Unreceived("idle", handoff, idle)


def _idle(org: OnDay, handoff: Handoff, receiver: Receiver) -> tuple[str, ...]:
    """Return who of the receivers has no share in ``then``, if none of them has one or owns it."""
    shares = org.duties_of_task.get(handoff.then, ())
    doing = {org.holder(d.holder) for d in shares if scopes_meet(d.scope, handoff.scope)}
    doing.update(owners_in(org, handoff.then, handoff.scope))
    holders = {org.holder(id_) for id_ in receiver.ids}
    return () if holders & doing else receiver.ids
