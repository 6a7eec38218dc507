"""Positions and tasks in the order in which the organization works."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dealer_roles.model.entities import Position
from dealer_roles.organization.names import called, name_text
from dealer_roles.organization.on_day import OnDay


def by_rank(org: OnDay) -> list[Position]:
    """Return the positions from the top down; those of one rank by their code, then by name.

    Ids come last: whoever renames one moves nobody in what others read.
    """
    above = {p: len(org.lines.above(p)[0]) for p in org.model.positions}
    return sorted(
        org.model.positions.values(),
        key=lambda p: (above[p.id], not p.code, p.code, called(p), p.id),
    )


def in_order(org: OnDay, ids: Iterable[str]) -> list[str]:
    """Return positions, posts and parties in the order in which the organization lists them.

    Departments one after another, each from the top down, a post where the first of its positions
    stands; then who is known but absent, by name; then the parties as the catalogue lists them.
    """
    places, parties = _places(org), org.model.catalogue.parties
    last = len(places)

    def place(id_: str) -> tuple[object, ...]:
        here = min((places.get(one, last) for one in org.members(id_)), default=last)
        known = name_text(org.model, id_)
        return (places.get(id_, here), known is None, known or "")

    listed = dict.fromkeys(ids)
    inside = sorted((one for one in listed if one not in parties), key=place)
    return [*inside, *(one for one in parties if one in listed)]


def _places(org: OnDay) -> Mapping[str, int]:
    """Return the place of each position in the order of the organization, found once a day."""
    kept = org.answers.setdefault(_places, {})
    if len(kept) != len(org.model.positions):
        kept.update({p.id: number for number, p in enumerate(by_department(org))})
    return kept


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
