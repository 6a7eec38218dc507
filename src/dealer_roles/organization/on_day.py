"""An organization on a day: every question is asked of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, partial
from typing import Any, TypeVar

from dealer_roles.model.entities import Duty, Escalation, Handoff, Position, Step, Unowned, Vacancy
from dealer_roles.model.organization import OrganizationModel
from dealer_roles.organization.hands import co_heads_of, hands_of
from dealer_roles.organization.heads import heads_of
from dealer_roles.organization.lines import Lines
from dealer_roles.organization.receivers import Receiver, Receivers, TaskShares
from dealer_roles.organization.standing import owning_shares
from dealer_roles.values.fields import replace
from dealer_roles.values.grouped import grouped
from dealer_roles.values.scope import Dimensions

Dated = TypeVar("Dated", Duty, Handoff, Escalation)

NO_DUTIES: tuple[Duty, ...] = ()


class OnDay:
    """One organization on one day; nothing in it changes after it is built.

    It is the organization without what does not hold that day: duties, hand-offs and
    escalations, and all that is derived from them (receivers, approver shares).
    No question looks at a period again.

    A *holder* is a position, or the post that combines it with others: positions of
    one post are one holder.

    Args:
        model: The organization at all times.
        day: The day.
    """

    def __init__(self, model: OrganizationModel, day: dt.date) -> None:
        self._always = model
        self.answers: dict[object, dict[str, Any]] = {}  # each found once, and kept for the day
        self.model = model = on_a_day(model, day)
        self.lines = Lines(model.positions, model.catalogue)
        self.heads: Mapping[str, tuple[str, ...]] = heads_of(model, self.lines)
        self.post_of: Mapping[str, str] = {
            member: post.id for post in model.posts.values() for member in post.positions
        }
        self._hands = hands_of(model, self.post_of)
        self.stated_of_task: Mapping[str, tuple[Duty, ...]] = grouped(
            (duty.task, duty) for duty in model.duties
        )
        shares = TaskShares(self.stated_of_task, partial(owning_shares, self))
        resolver = Receivers(model, self.lines, self.heads, shares)
        self._receivers = {handoff.id: resolver.of(handoff) for handoff in model.handoffs}
        self.derived: tuple[Duty, ...] = tuple(
            duty for handoff in model.handoffs for duty in self._approvers(handoff)
        )
        self.duties: tuple[Duty, ...] = (*model.duties, *self.derived)
        self.duties_of_task: Mapping[str, tuple[Duty, ...]] = grouped(
            (duty.task, duty) for duty in self.duties
        )
        self.duties_of_holder: Mapping[str, tuple[Duty, ...]] = grouped(
            (duty.holder, duty) for duty in self.duties
        )
        self.handoffs_of_task: Mapping[str, tuple[Handoff, ...]] = grouped(
            (handoff.task, handoff) for handoff in model.handoffs
        )
        self.handoffs_for_task: Mapping[str, tuple[Handoff, ...]] = grouped(
            (handoff.then, handoff) for handoff in model.handoffs if handoff.then
        )

    @cached_property
    def handoffs_given(self) -> Mapping[str, tuple[Handoff, ...]]:
        """The hand-offs by who gives: a position, a post, and each position of a post."""
        return _by(self.model.handoffs, lambda h: (h.giver, *self.members(h.giver)))

    @cached_property
    def handoffs_received(self) -> Mapping[str, tuple[Handoff, ...]]:
        """The hand-offs by the receiver written, and by who really receives."""
        return _by(self.model.handoffs, lambda h: (*h.to, *self.receiver_ids(h)))

    @cached_property
    def handoffs_touching(self) -> Mapping[str, tuple[Handoff, ...]]:
        """The hand-offs by the giver's task and by the receiver's."""
        return _by(self.model.handoffs, lambda h: (h.task, h.then))

    @cached_property
    def first_step_of_task(self) -> Mapping[str, Step]:
        """The first step of a process with each task."""
        found: dict[str, Step] = {}
        for process in self.model.processes.values():
            for step in process.steps:
                found.setdefault(step.task, step)
        return found

    @cached_property
    def escalations_of_holder(self) -> Mapping[str, tuple[Escalation, ...]]:
        """The escalation entries by the position or post that states them."""
        return grouped((entry.holder, entry) for entry in self.model.escalations)

    @cached_property
    def escalations_on_topic(self) -> Mapping[str, tuple[Escalation, ...]]:
        """The escalation entries by their topic; empty for those on any topic."""
        return grouped((entry.topic, entry) for entry in self.model.escalations)

    @cached_property
    def task_set(self) -> frozenset[str]:
        """The organization's tasks: all those of the catalogue if it is complete.

        Those that it means to do, like another organization, are among them.

        What an organization does is no matter of the day: a task whose last duty ended is
        a task that nobody owns, not one that is done elsewhere.
        """
        always = self._always
        if always.coverage == "complete":
            return frozenset(always.catalogue.tasks)
        named = {*always.meant, *(duty.task for duty in always.duties)}
        for handoff in always.handoffs:
            named.update(t for t in (handoff.task, handoff.then) if t)
        for process in always.processes.values():
            named.update(step.task for step in process.steps)
        return frozenset(named)

    @cached_property
    def tasks(self) -> tuple[str, ...]:
        """The organization's tasks, sorted."""
        return tuple(sorted(self.task_set))

    @cached_property
    def parts(self) -> Mapping[str, tuple[str, ...]]:
        """The parts of each whole, among this organization's tasks."""
        known = self.model.catalogue.tasks
        here = (known[task] for task in self.task_set if task in known)
        return grouped(sorted((task.part_of, task.id) for task in here if task.part_of))

    @cached_property
    def anything_vacant(self) -> bool:
        """Whether nobody holds some position."""
        return any(p.vacant is not None for p in self.model.positions.values())

    @cached_property
    def dimensions(self) -> Dimensions:
        """Every value of each scope dimension, in the order of the catalogue."""
        known = self.model.catalogue.dimensions
        return {dim: tuple(value.id for value in known[dim].values) for dim in known}

    @cached_property
    def values(self) -> Mapping[str, frozenset[str]]:
        """Every value of each scope dimension, to compare with those that a scope names."""
        return {dim: frozenset(every) for dim, every in self.dimensions.items()}

    @cached_property
    def declared_unowned(self) -> Mapping[str, tuple[Unowned, ...]]:
        """The declarations that nobody owns a task, by task."""
        return grouped((declared.task, declared) for declared in self.model.unowned)

    def holder(self, id_: str) -> str:
        """Return the holder that a position or post counts as: its post, else itself."""
        return self.post_of.get(id_, id_)

    def hand(self, holder: str) -> tuple[str, ...]:
        """Return the holders that count as one with a holder: declared co-heads, else itself."""
        return self._hands.get(holder, (holder,))

    def is_one_with(self, holder: str, other: str) -> bool:
        """Whether two holders are the same, or heads of one department that answer as one."""
        return self.hand(holder) == self.hand(other)

    def co_heads(self, position: str) -> tuple[str, ...]:
        """Return those who head a department together with a position, as it declares them."""
        return co_heads_of(self.model, self.post_of, position)

    def are_several(self, holders: Iterable[str]) -> bool:
        """Whether holders are more than one where people are compared."""
        return self.count_hands(holders) > 1

    def count_hands(self, holders: Iterable[str]) -> int:
        """Return how many holders there are where declared co-heads count as one."""
        hands = self._hands
        return len({hands.get(holder, holder) for holder in holders})

    def members(self, holder: str) -> tuple[str, ...]:
        """Return the positions of a holder."""
        post = self.model.posts.get(holder)
        return post.positions if post else (holder,)

    def vacancy(self, holder: str) -> Vacancy | None:
        """Return the vacancy of a position, or of a desk where none of its positions is held.

        Whoever asks for a position of such a desk is told of that position's own; nobody sits on
        the desk from the day on which the last of its positions fell vacant.
        """
        vacancies = self._vacancies(holder)
        if vacancies and holder in self.model.posts:
            return max(vacancies, key=lambda vacancy: vacancy.since)
        return vacancies[0] if vacancies else None

    def acting(self, holder: str) -> str:
        """Return who acts for a vacant position, or else for another of its desk.

        He is present here and holds his own; empty if nobody does.
        """
        desk = self.holder(holder)
        for vacancy in self._vacancies(holder):
            here = vacancy.acting in self.model.positions
            if here and self.holder(vacancy.acting) != desk and not self._vacancies(vacancy.acting):
                return vacancy.acting
        return ""

    def _vacancies(self, holder: str) -> tuple[Vacancy, ...]:
        """Return every vacancy of a desk on which nobody sits, the position's own first."""
        if not self.anything_vacant:
            return ()
        members = sorted(self.members(self.holder(holder)), key=lambda id_: (id_ != holder, id_))
        here = [self.model.positions[id_].vacant for id_ in members if id_ in self.model.positions]
        known = tuple(vacancy for vacancy in here if vacancy is not None)
        return known if len(known) == len(here) else ()

    def receivers(self, handoff: Handoff) -> tuple[Receiver, ...]:
        """Return the resolved receivers of a hand-off of this organization."""
        return self._receivers[handoff.id]

    def receiver_ids(self, handoff: Handoff) -> tuple[str, ...]:
        """Return the positions and parties that receive a hand-off, each once."""
        return tuple(dict.fromkeys(i for r in self._receivers[handoff.id] for i in r.ids))

    def shares(self, position: str) -> tuple[Duty, ...]:
        """Return the duties of a position, those of its post included."""
        own = self.duties_of_holder.get(position, NO_DUTIES)
        post = self.post_of.get(position)
        return own + self.duties_of_holder.get(post, NO_DUTIES) if post else own

    def _approvers(self, handoff: Handoff) -> Iterable[Duty]:
        """Derive an approver share for each position that approves a hand-off."""
        if not handoff.approval:
            return
        for receiver in self._receivers[handoff.id]:
            if receiver.kind == "party":
                continue
            for position in receiver.ids:
                yield Duty(
                    holder=position,
                    task=handoff.task,
                    responsibility="approver",
                    span=handoff.span,
                    scope=handoff.scope,
                    sources=handoff.sources,
                    basis=handoff.basis,
                    valid=handoff.valid,
                    handoff=handoff.id,
                )


def on_a_day(model: OrganizationModel, day: dt.date) -> OrganizationModel:
    """Return the organization without what does not hold on a day."""
    return replace(
        model,
        duties=_in_force(model.duties, day),
        handoffs=_in_force(model.handoffs, day),
        escalations=_in_force(model.escalations, day),
        positions=_held(model.positions, day),
    )


def _held(positions: Mapping[str, Position], day: dt.date) -> Mapping[str, Position]:
    """Return the positions; one that falls vacant only later is held on this day."""
    later = {
        id_: replace(position, vacant=None)
        for id_, position in positions.items()
        if position.vacant is not None and position.vacant.since > day
    }
    return {**positions, **later} if later else positions


def _in_force(facts: tuple[Dated, ...], day: dt.date) -> tuple[Dated, ...]:
    return tuple(f for f in facts if f.valid is None or f.valid.covers(day))


def _by(
    handoffs: Iterable[Handoff], keys: Callable[[Handoff], Iterable[str]]
) -> dict[str, tuple[Handoff, ...]]:
    """Return hand-offs by several ids, under each once."""
    return grouped((key, handoff) for handoff in handoffs for key in dict.fromkeys(keys(handoff)))
