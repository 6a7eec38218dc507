"""What is missing on a day, kind by kind."""

from __future__ import annotations

from collections.abc import Iterator

from tests.oracle.third.hand_overs import (
    approvals,
    handoffs,
    received_by,
    receivers,
    somebody_unnamed_above,
)
from tests.oracle.third.lines_and_heads import (
    ABSENT,
    LOOP,
    acting_for,
    heads_here,
    is_vacant,
    members,
    stated_line_ends,
)
from tests.oracle.third.owners_case_by_case import (
    FORGOTTEN,
    OWNED,
    cases,
    declared,
    is_done_in_parts,
    owners_themselves,
    ownership,
    shares,
    tasks_here,
)
from tests.oracle.third.written import (
    Point,
    Raw,
    Written,
    holds_on,
    listed,
    meet,
    points,
    within_scope,
)

IN_PARTS = "done in parts"

Gap = tuple[str, str]
"""A kind and a subject."""


def open_cases(written: Written, task: str, day: str) -> list[dict[str, str]]:
    """Return the cases of a task that nobody answers for."""
    return [point for point in cases(written, task) if is_open(written, task, point, day)]


def is_open(written: Written, task: str, point: Point, day: str) -> bool:
    """Whether nobody answers for one case of a task, and nobody has said so."""
    forgotten = ownership(written, task, point, day).state == FORGOTTEN
    return forgotten and not is_done_in_parts(written, task, point, day)


def task_gaps(written: Written, day: str) -> Iterator[Gap]:
    """Yield the tasks that have no owner in any case."""
    for task in sorted(tasks_here(written)):
        if open_cases(written, task, day) and not _has_an_owner(written, task, day):
            supported = bool(shares(written, task, day))
            yield ("task-only-supported" if supported else "task-unowned", task)


def open_cells(written: Written, day: str) -> dict[str, dict[tuple[tuple[str, str], ...], str]]:
    """Return for each task that is owned in part its open cases, each with its severity."""
    found = {}
    for task in sorted(tasks_here(written)):
        opened = open_cases(written, task, day)
        if opened and _has_an_owner(written, task, day):
            found[task] = {
                tuple(sorted(point.items())): _severity(written, task, point, day)
                for point in opened
            }
    return found


def _has_an_owner(written: Written, task: str, day: str) -> bool:
    return any(ownership(written, task, at, day).owners for at in cases(written, task))


def _severity(written: Written, task: str, point: Point, day: str) -> str:
    """A cell that only the catalogue declares is a note where coverage is as stated."""
    stated = shares(written, task, day)
    reached = not stated or any(within_scope(share.scope, point) for share in stated)
    complete = written.organization.get("coverage") == "complete"
    return "warning" if reached or complete else "note"


def contradictions(written: Written, day: str) -> dict[str, set[tuple[tuple[str, str], ...]]]:
    """Return the cases that are declared unowned and yet owned, by task."""
    found: dict[str, set[tuple[tuple[str, str], ...]]] = {}
    for task in written.tasks:
        for point in cases(written, task):
            if declared(written, task, point) and owners_themselves(written, task, point, day):
                found.setdefault(task, set()).add(tuple(sorted(point.items())))
    return found


def process_gaps(written: Written, day: str) -> Iterator[Gap]:
    """Yield the steps that nobody owns and the changes of hands without a hand-off."""
    for name, process in written.processes.items():
        steps = {step["id"]: step for step in process["steps"]}
        for step in steps.values():
            states = [_state(written, step["task"], p, day) for p in step_cases(written, step)]
            if FORGOTTEN in states and OWNED not in states:
                yield ("step-unowned", f"{name}/{step['id']}")
        for one, other in transitions(process):
            if _dropped(written, steps[one], steps[other], day):
                yield ("handoff-missing", f"{name}/{one}->{other}")


def _state(written: Written, task: str, point: Point, day: str) -> str:
    """Return how a case stands; a step may be only the cases that the parts of its task cover."""
    found = ownership(written, task, point, day).state
    return IN_PARTS if found == FORGOTTEN and not is_open(written, task, point, day) else found


def step_cases(written: Written, *steps: Raw) -> list[dict[str, str]]:
    """Return the cases in which all these steps are taken."""
    dimensions = {d for step in steps for case in cases(written, step["task"])[:1] for d in case}
    dimensions |= {d for step in steps for d in step.get("scope", {})}
    dimensions |= {d for _, h in written.statements("handoffs") for d in h.get("scope", {})}
    return [
        point
        for point in points(written, dimensions)
        if all(within_scope(step.get("scope"), point) for step in steps)
    ]


def transitions(process: Raw) -> list[tuple[str, str]]:
    """Return what follows what: what `next` says, by default the next step."""
    steps = process["steps"]
    following = [[other["id"]] for other in steps[1:]] + [[]]
    return [
        (step["id"], other)
        for step, default in zip(steps, following, strict=True)
        for other in step.get("next", default)
    ]


def _dropped(written: Written, one: Raw, other: Raw, day: str) -> bool:
    """Whether in some case both steps are owned, by nobody in common, and nothing is handed over.

    Steps that no case takes both of are each in the hands of all their owners in turn.
    """
    together = step_cases(written, one, other)
    for case in together or step_cases(written, one):
        givers = ownership(written, one["task"], case, day).owners
        takers = (
            ownership(written, other["task"], case, day).owners
            if together
            else _owners_of_step(written, other, day)
        )
        apart = givers and takers and not set(givers) & set(takers)
        if apart and not _handed_over(written, one, other, case, day, set(givers), set(takers)):
            return True
    return False


def _handed_over(
    written: Written,
    one: Raw,
    other: Raw,
    case: Point,
    day: str,
    givers: set[str],
    takers: set[str],
) -> bool:
    return any(
        within_scope(handoff.get("scope"), case)
        and (handoff["task"] == one["task"] or handoff.get("then") == other["task"])
        and written.holder(giver) in givers
        and takers & set(map(written.holder, receivers(written, giver, handoff, day)))
        for giver, handoff in handoffs(written, day)
    )


def _owners_of_step(written: Written, step: Raw, day: str) -> set[str]:
    return {
        owner
        for point in step_cases(written, step)
        for owner in ownership(written, step["task"], point, day).owners
    }


def handoff_gaps(written: Written, day: str) -> Iterator[Gap]:
    """Yield the hand-offs that reach nobody, or somebody with no share in what comes next."""
    given = {handoff["id"]: handoff for _, handoff in handoffs(written, day)}
    approved = [
        (written.holder(who), task, given[by].get("scope", {}))
        for who, task, by in approvals(written, day)
    ]
    for giver, handoff in handoffs(written, day):
        for to in listed(handoff["to"]):
            found = received_by(written, giver, handoff, to, day)
            desks = [post["id"] for post in written.posts]
            several = to in desks or (to == "manager" and bool(found))
            subject = f"{handoff['id']}->{', '.join(found) if several else to}"
            department = to in written.known_departments if isinstance(to, str) else False
            if isinstance(to, dict) or to in written.parties:
                continue
            if to == "manager" and not found and somebody_unnamed_above(written, giver):
                continue
            here = department and (to in written.departments or members(written, to))
            if here and not found:
                yield ("receiver-without-share", subject)
            elif not found:
                yield ("receiver-absent", subject)
            elif "then" in handoff and not department:
                holding = {
                    share.holder
                    for share in shares(written, handoff["then"], day)
                    if meet(share.scope, handoff.get("scope", {}))
                }
                holding |= {
                    who
                    for who, task, scope in approved
                    if task == handoff["then"] and meet(scope, handoff.get("scope", {}))
                }
                holding |= {
                    owner
                    for case in cases(written, handoff["then"])
                    if within_scope(handoff.get("scope"), case)
                    for owner in ownership(written, handoff["then"], case, day).owners
                }
                if not holding & set(map(written.holder, found)):
                    yield ("receiver-without-share", subject)


def position_gaps(written: Written, day: str) -> Iterator[Gap]:
    """Yield positions without duties, without a way up, and vacant ones for which nobody acts."""
    stating = {who for who, duty in written.statements("duties") if holds_on(duty, day)}
    for position, raw in written.positions.items():
        if not {position, written.holder(position)} & stating:
            yield ("position-without-duties", position)
        if "reports_to" in raw and stated_line_ends(written, position) in {ABSENT, LOOP}:
            yield ("no-way-to-the-top", position)
        if is_vacant(written, position, day) and acting_for(written, position, day) is None:
            yield ("vacant-nobody-acting", position)
    if any("reports_to" not in raw for raw in written.positions.values()):
        yield ("line-not-stated", written.organization["id"])


def department_gaps(written: Written) -> Iterator[Gap]:
    """Yield the departments here that nobody heads."""
    for department in written.departments:
        if not heads_here(written, department):
            yield ("department-without-head", department)
