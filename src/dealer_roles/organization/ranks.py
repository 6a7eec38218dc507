"""Positions and tasks in the order in which the organization works."""

from __future__ import annotations

from dealer_roles.model.entities import Position
from dealer_roles.organization.on_day import OnDay


def by_rank(org: OnDay) -> list[Position]:
    """Return the positions from the top down; those of one rank by id."""
    above = {p: len(org.lines.above(p)[0]) for p in org.model.positions}
    return sorted(org.model.positions.values(), key=lambda p: (above[p.id], p.id))


def by_department(org: OnDay) -> list[Position]:
    """Return the positions department by department, each from the top down."""
    order = {department: number for number, department in enumerate(org.model.departments)}
    return sorted(by_rank(org), key=lambda p: order.get(p.department, len(order)))


def by_process(org: OnDay) -> list[str]:
    """Return the tasks as the processes come to them, then the others by id.

    A part without a step of its own follows its whole.
    """
    steps = (step.task for process in org.model.processes.values() for step in process.steps)
    places: dict[str, int] = {}
    for number, task in enumerate(steps):
        places.setdefault(task, number)
    return sorted(org.tasks, key=lambda task: _place(org, places, task))


def _place(org: OnDay, places: dict[str, int], task: str) -> tuple[int, tuple[str, ...]]:
    known, line = org.model.catalogue.tasks, [task]
    while line[0] not in places and known[line[0]].part_of in org.task_set:
        line.insert(0, known[line[0]].part_of)
    return places.get(line[0], len(places)), tuple(line)
