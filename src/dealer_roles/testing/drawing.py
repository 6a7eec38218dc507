"""A whole random organization with its own catalogue; it always loads."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from dealer_roles.testing.choices import Choices, Pick
from dealer_roles.testing.held import DrawnEntries, Entry, Nameable
from dealer_roles.testing.shape import Shape
from dealer_roles.testing.short_form import Documents, documents_of
from dealer_roles.testing.structure import Structure


def documents_of_seed(seed: int, shape: Shape | None = None) -> Documents:
    """Return the random organization of a seed, as documents by file name.

    Args:
        seed: The same seed draws the same organization.
        shape: What it is made of, and how often each thing is stated.
    """
    random = Random(seed)  # noqa: S311 - a seed is to draw the same again, nothing is secret
    return draw_documents(random.choice, shape or Shape())


def draw_documents(pick: Pick, shape: Shape) -> Documents:
    """Return an organization as documents by file name, decided by what is picked."""
    choose = Choices(pick, shape)
    desks = dict(_desks(choose))
    known = _known(choose, tuple(desks))
    structure = Structure(choose, known, desks)
    everybody = (*shape.positions, *shape.absent)
    usual = choose.forest(everybody, "known.reports_to")
    return documents_of(
        {
            "departments": shape.departments,
            "topics": shape.topics,
            "parties": shape.parties,
            "scopes": shape.scopes,
            "tasks": list(_tasks(choose, known)),
            "known_positions": {
                id_: {"department": choose.one(shape.departments), "reports_to": usual[id_]}
                for id_ in everybody
            },
            "positions": structure.positions(),
            "organization": structure.organization(),
            "processes": dict(_processes(choose, DrawnEntries(choose, known))),
        }
    )


def _known(choose: Choices, posts: tuple[str, ...]) -> Nameable:
    shape = choose.shape
    here, tasks = shape.positions, tuple(shape.tasks)
    if not choose.states("every position"):
        here = tuple(sorted(choose.some(here, choose.one(range(1, len(here) + 1)))))
    if not choose.states("every task"):
        tasks = tasks[: choose.one(range(1, len(tasks) + 1))]
    absent = (*(id_ for id_ in shape.positions if id_ not in here), *shape.absent)
    return Nameable(tasks=tasks, here=here, absent=absent, posts=posts)


def _desks(choose: Choices) -> Iterator[tuple[str, list[str]]]:
    """Yield the posts: some of the positions, none of them at two."""
    left = choose.some(choose.shape.positions, len(choose.shape.positions))
    for number in range(choose.most("posts")):
        if left and choose.states("post"):
            count = ("one", "two", "three").index(choose.kind("members")) + 1
            yield f"q{number}", left[:count]
            del left[:count]


def _tasks(choose: Choices, known: Nameable) -> Iterator[Entry]:
    shape = choose.shape
    whole = choose.forest(known.tasks, "task.part_of")
    for id_ in known.tasks:
        task: Entry = {"id": id_, **({"part_of": whole[id_]} if whole[id_] else {})}
        others = [other for other in known.tasks if other != id_]
        if choose.states("task.split_by"):
            task["split_by"] = [choose.one(shape.scopes)]
        if choose.states("task.tags"):
            task["tags"] = ["odd"]
        if others and choose.states("task.controls"):
            how = choose.one(("approve", "review", "count"))
            task["controls"] = [{"task": choose.one(others), "how": how}]
        yield task | dict(shape.tasks[id_])


def _processes(choose: Choices, entries: DrawnEntries) -> Iterator[tuple[str, list[Entry]]]:
    for number in range(choose.most("processes")):
        if choose.states("process"):
            ids = [f"s{n}" for n in range(choose.count("steps", 1))]
            yield f"w{number}", [_step(choose, entries, id_, ids) for id_ in ids]


def _step(choose: Choices, entries: DrawnEntries, id_: str, ids: list[str]) -> Entry:
    onward = {"next": choose.some(ids, choose.one((1, 2, 0)))} if choose.states("step.next") else {}
    said = entries.maybe("step", "scope", "optional", "within")
    return {"id": id_, "task": entries.task(), **onward, **said}
