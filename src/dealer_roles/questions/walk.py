"""What happens to a case on its way through a process?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dealer_roles.model.entities import Process, Step
from dealer_roles.organization.evidence import Evidence, of_handoff
from dealer_roles.organization.on_day import OnDay
from dealer_roles.questions.arguments import require_process
from dealer_roles.questions.handoff_faults import passings
from dealer_roles.questions.longest_way import longest_way, steps_before
from dealer_roles.questions.owner import owner
from dealer_roles.questions.owner_answer import OwnerAnswer
from dealer_roles.values.duration import TimeLimit
from dealer_roles.values.frozen import frozen
from dealer_roles.values.html_table import html_table
from dealer_roles.values.text import Text
from dealer_roles.words.marks import how_many


@frozen
class WalkStep:
    """One step of the walk.

    Attributes:
        id: The step.
        task: Its task.
        holders: Who holds the case: the owners of the task.
        departments: Where they sit.
        within: The step's time limit, else that of its owner's duty.
        when: The condition under which the step is taken.
        optional: It may be skipped.
        why: Why these hold it.
        evidence: What that rests on.
    """

    id: str
    task: str
    holders: tuple[str, ...]
    departments: tuple[str, ...]
    within: TimeLimit | None
    when: Text | None
    optional: bool
    why: Text
    evidence: tuple[Evidence, ...]

    def to_dict(self, lang: str = "en") -> dict[str, object]:
        """Return the step as plain data with its texts in ``lang``."""
        return {
            "id": self.id,
            "task": self.task,
            "holders": list(self.holders),
            "departments": list(self.departments),
            "within": self.within.get("en") if self.within else None,
            "when": self.when.get(lang) if self.when else None,
            "optional": self.optional,
            "why": self.why.get(lang),
            "evidence": [e.to_dict() for e in self.evidence],
        }


@frozen
class Move:
    """The way from one step to the next.

    Attributes:
        changes_hands: Nobody holds both steps, in some case at least.
        crosses: No department holds both steps.
        handoffs: The hand-offs that carry a change of hands.
        uncarried: In some case none does, or nobody owns one of the steps: a gap.
        ping_pong: The case comes back to who had it before the last holder.
    """

    source: str
    target: str
    changes_hands: bool
    crosses: bool
    ping_pong: bool
    handoffs: tuple[str, ...]
    uncarried: bool
    evidence: tuple[Evidence, ...]

    def to_dict(self) -> dict[str, object]:
        """Return the move as plain data."""
        return {
            "from": self.source,
            "to": self.target,
            "changes_hands": self.changes_hands,
            "crosses": self.crosses,
            "ping_pong": self.ping_pong,
            "handoffs": list(self.handoffs),
            "uncarried": self.uncarried,
            "evidence": [e.to_dict() for e in self.evidence],
        }


@frozen
class Walk:
    """A process, followed from its first step.

    Attributes:
        process: The process.
        steps: Its steps in the order written.
        moves: The ways between them.
        hours: The time limits on the longest way, as elapsed hours of the organization's
            calendar; those that count from one event run side by side, and a way back to
            an earlier step is not taken again.
        unlimited: The steps on that way without a limit.
    """

    process: str
    steps: tuple[WalkStep, ...]
    moves: tuple[Move, ...]
    hours: float
    unlimited: tuple[str, ...]

    @property
    def why(self) -> Text:
        """The walk in one sentence."""
        hands = sum(move.changes_hands for move in self.moves)
        crossings = sum(move.crosses for move in self.moves)
        back = sum(move.ping_pong for move in self.moves)
        days = self.hours / 24
        return Text(
            f"{len(self.steps)} 个步骤，换手 {hands} 次，跨部门 {crossings} 次，来回 {back} 次，"
            f"时限合计约 {days:.1f} 天（{len(self.unlimited)} 步未设时限）",
            f"{how_many(len(self.steps), 'step')}, "
            f"{how_many(hands, 'change', 'changes')} of hands, {crossings} across departments, "
            f"{back} back and forth; limits add up to about {days:.1f} days "
            f"(steps without a limit: {len(self.unlimited)})",
        )

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """What the walk rests on, each fact once."""
        found = [e for step in self.steps for e in step.evidence]
        found += [e for move in self.moves for e in move.evidence]
        return tuple(dict.fromkeys(found))

    def to_dict(self, lang: str = "en") -> dict[str, object]:
        """Return the walk as plain data with its texts in ``lang``."""
        return {
            "process": self.process,
            "steps": [step.to_dict(lang) for step in self.steps],
            "moves": [move.to_dict() for move in self.moves],
            "hours": round(self.hours, 2),
            "unlimited": list(self.unlimited),
            "why": self.why.get(lang),
        }

    def _repr_html_(self) -> str:
        rows = [
            (s.id, s.task, ", ".join(s.holders), s.within.get("en") if s.within else "")
            for s in self.steps
        ]
        return html_table(("step", "task", "holder", "within"), rows, self.why.en)


def walk(org: OnDay, process: str) -> Walk:
    """Follow a case through a process on a day.

    Raises:
        UnknownId: There is no such process.
    """
    require_process(org, process)
    known = org.model.processes[process]
    answers = {s.id: owner(org, s.task, s.scope) for s in known.steps}
    steps = tuple(_step(org, s, answers[s.id]) for s in known.steps)
    by_id = {step.id: step for step in steps}
    moves = tuple(_moves(org, known, by_id))
    hours, unlimited = _longest(org, known, by_id)
    return Walk(process, steps, moves, hours, unlimited)


def _step(org: OnDay, step: Step, answer: OwnerAnswer) -> WalkStep:
    members = [m for holder in answer.owners for m in org.members(holder)]
    departments = dict.fromkeys(
        org.model.positions[m].department for m in members if m in org.model.positions
    )
    return WalkStep(
        step.id,
        step.task,
        answer.owners,
        tuple(departments),
        step.within or _duty_limit(org, step, answer),
        step.when,
        step.optional,
        answer.why,
        answer.evidence,
    )


def _duty_limit(org: OnDay, step: Step, answer: OwnerAnswer) -> TimeLimit | None:
    duties = org.duties_of_task.get(step.task, ())
    owning = [d for d in duties if org.holder(d.holder) in answer.owners and d.within]
    return owning[0].within if owning else None


def _moves(org: OnDay, process: Process, steps: Mapping[str, WalkStep]) -> Iterator[Move]:
    before = steps_before(process)
    for passing in passings(org, process.id):
        here, there = steps[passing.here.id], steps[passing.there.id]
        earlier = [steps[step.id] for step in before.get(here.id, ())]
        nobody = not here.holders or not there.holders
        changes = nobody or bool(passing.changing)
        yield Move(
            source=here.id,
            target=there.id,
            changes_hands=changes,
            crosses=not set(here.departments) & set(there.departments),
            ping_pong=changes and _returns(here, there, earlier),
            handoffs=tuple(handoff.id for handoff in passing.handoffs),
            uncarried=nobody or bool(passing.left),
            evidence=tuple(of_handoff(handoff) for handoff in passing.handoffs),
        )


def _returns(here: WalkStep, there: WalkStep, earlier: list[WalkStep]) -> bool:
    return any(
        set(step.holders) & set(there.holders) and not set(step.holders) & set(here.holders)
        for step in earlier
    )


def _longest(
    org: OnDay, process: Process, steps: Mapping[str, WalkStep]
) -> tuple[float, tuple[str, ...]]:
    """Return the longest way's hours, and its steps without a limit."""
    way = longest_way(
        process, limit_of=lambda step: steps[step.id].within, calendar=org.model.calendar
    )
    parts = way.parts if way else ()
    return way.hours if way else 0.0, tuple(step.id for step, limit in parts if limit is None)
