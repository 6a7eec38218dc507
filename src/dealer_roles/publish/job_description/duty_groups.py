"""The duties of a job description in a few groups, each with its weight."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dealer_roles.model.entities import OWNING, Duty, Handoff, Position
from dealer_roles.organization.evidence import of_duty
from dealer_roles.publish.document.blocks import Cell, Row
from dealer_roles.publish.document.cells_shown import begun
from dealer_roles.publish.document.document import Section
from dealer_roles.publish.job_description.columns import cells, table
from dealer_roles.publish.job_description.duty_section import wording_of
from dealer_roles.publish.job_description.holder_facts import Subject
from dealer_roles.values.grouped import grouped
from dealer_roles.values.text import Text
from dealer_roles.words.document_words import word
from dealer_roles.words.marks import continued, introduced
from dealer_roles.words.shares import SHARE_LABELS

FEWEST, MOST = 5, 9
"""How many groups a reader takes in at a glance; fewer only where there are no more duties."""
_SPLIT_FROM = 4
"""An area with fewer tasks is not split."""
_TRIFLE = 2
"""What weighs no more than this needs no line of its own: a share or two in the work of others."""
_POINTS: Mapping[str, int] = {"accountable": 3, "responsible": 2}
"""How much a share weighs where no weight is stated; every other share weighs one."""
_SENTENCES, _TASKS = Text("；", ". "), Text("、", "; ")
_PERIODIC = frozenset({"weekly", "monthly", "quarterly", "half-yearly", "yearly"})


@dataclass(frozen=True, slots=True)
class TaskGroup:
    """Duties that are put together.

    Attributes:
        name: What they are called.
        duties: The duties.
        weight: The stated weight in percent; ``None`` where none is stated.
        parts: The groups that it is made of, weighed by their shares; empty where it is one.
    """

    name: str
    duties: tuple[Duty, ...]
    weight: int | None = None
    parts: tuple[TaskGroup, ...] = ()

    @property
    def points(self) -> int:
        """What its shares weigh together."""
        return sum(map(_points, self.duties))


def _points(duty: Duty) -> int:
    return _POINTS.get(duty.responsibility, 1)


def overview_section(subject: Subject) -> Section | None:
    """Return the duties in five to nine weighted groups; ``None`` if there are none."""
    groups = groups_of(subject)
    if not groups:
        return None
    lang, lines = subject.lang, [part for group in groups for part in group.parts or (group,)]
    weights = dict(zip(lines, _weights(lines, _stated_whole(subject)), strict=True))
    rows = []
    for group in groups:
        rows += [Row(cells(group.name), band=True)] if group.parts else []
        rows += [_row(subject, line, weights[line]) for line in group.parts or (group,)]
    made = table("overview", lang, rows)
    if any(group.weight is None for group in groups):
        counted = word("counted-weight", lang)
        columns = tuple(replace(c, title=counted) if c.id == "weight" else c for c in made.columns)
        made = replace(made, columns=columns)
    return Section("overview", word("overview", lang), (made,))


def shares_of_work(subject: Subject) -> dict[str, float]:
    """Return how much of the work of a desk is that of each of its positions, by the weights."""
    groups = groups_of(subject)
    shares = dict.fromkeys((member.id for member in subject.members), 0.0)
    for group, weight in zip(groups, _weights(groups, _stated_whole(subject)), strict=True):
        for duty in group.duties:
            if duty.holder in shares:
                shares[duty.holder] += weight * _points(duty) / group.points
    return shares


def _stated_whole(subject: Subject) -> int:
    every = (group for member in subject.members for group in member.duty_groups)
    return sum(group.weight or 0 for group in every)


def groups_of(subject: Subject) -> tuple[TaskGroup, ...]:
    """Return the groups that the positions state, then those of what is left, by area.

    Where the positions of a desk state more than a reader takes in, each position is a group.
    """
    left = list(subject.shown_duties())
    groups: list[TaskGroup] = []
    if sum(len(member.duty_groups) for member in subject.members) > MOST:
        groups, left = _by_member(subject, left)
    for member in subject.members:
        stated, left = _stated(subject, member, left)
        groups += stated
    derived = _by_area(subject, left)
    if not groups:
        derived = _alone(subject, _enough(subject, derived))
    return tuple(_few(subject, [*groups, *derived], kept=len(groups)))


def _stated(
    subject: Subject, member: Position, duties: list[Duty]
) -> tuple[list[TaskGroup], list[Duty]]:
    """Return the groups that a position states, with their duties, and what is in none of them."""
    tasks, left = subject.index.model.catalogue.tasks, duties
    groups = []
    for stated in member.duty_groups:
        mine = [d for d in left if d.task in stated.tasks or tasks[d.task].area in stated.areas]
        left = [duty for duty in left if duty not in mine]
        if mine:
            groups.append(TaskGroup(stated.name.get(subject.lang), tuple(mine), stated.weight))
    return groups, left


def _by_member(subject: Subject, duties: list[Duty]) -> tuple[list[TaskGroup], list[Duty]]:
    """Return the duties of each position of a desk, and those that are of none of them."""
    held = grouped((duty.holder, duty) for duty in duties)
    groups = []
    for member in subject.members:
        if mine := held.pop(member.id, ()):
            stated, rest = _stated(subject, member, [*mine])
            parts = [replace(part, weight=None) for part in (*stated, *_by_area(subject, rest))]
            groups.append(TaskGroup(subject.names.of(member.id), mine, parts=tuple(parts)))
    return groups, [duty for duty in duties if duty.holder in held]


def _by_area(subject: Subject, duties: Iterable[Duty]) -> list[TaskGroup]:
    found = grouped((subject.names.area(duty.task), duty) for duty in duties)
    return [TaskGroup(area, held) for area, held in found.items()]


def _enough(subject: Subject, groups: list[TaskGroup]) -> list[TaskGroup]:
    """Split the largest areas until there are enough groups, or none can be split."""
    whole = sorted(groups, key=lambda group: -len(group.duties))
    while whole and len(groups) < FEWEST:
        largest = whole.pop(0)
        parts = list(_parts(subject, largest))
        if len(largest.duties) >= _SPLIT_FROM and len(parts) > 1:
            at = groups.index(largest)
            groups = [*groups[:at], *parts, *groups[at + 1 :]]
    return groups


def _alone(subject: Subject, groups: list[TaskGroup]) -> list[TaskGroup]:
    """Return each duty for itself where one area is all there is: its name and 100% say nothing."""
    if len(groups) != 1 or len(groups[0].duties) > MOST:
        return groups
    duties = groups[0].duties
    if not all(duty.text for duty in duties):
        return groups
    return [TaskGroup(subject.names.task(duty.task), (duty,)) for duty in duties]


def _parts(subject: Subject, group: TaskGroup) -> Iterator[TaskGroup]:
    """Yield the running work of an area, what recurs at set times, and help given to others."""
    own = [duty for duty in group.duties if duty.responsibility in OWNING]
    parts = {
        "running": [duty for duty in own if not _PERIODIC.issuperset(duty.cadence or ("",))],
        "periodic": [duty for duty in own if _PERIODIC.issuperset(duty.cadence or ("",))],
        "helping": [duty for duty in group.duties if duty.responsibility not in OWNING],
    }
    for key, duties in parts.items():
        if duties:
            name = word(f"group-{key}", subject.lang).format(group.name)
            yield TaskGroup(name, tuple(duties))


def _few(subject: Subject, groups: list[TaskGroup], kept: int) -> list[TaskGroup]:
    """Put the lightest areas together: not more than a reader takes in, none that is a trifle."""
    rest = [g for g in groups[kept:] if g.points <= _TRIFLE]
    rest = rest if len(groups) - len(rest) + 1 >= FEWEST else []
    light = sorted((g for g in groups[kept:] if g not in rest), key=lambda group: group.points)
    while light and len(groups) - max(len(rest) - 1, 0) > MOST:
        rest.append(light.pop(0))
    if len(rest) < 2:
        return groups
    together = tuple(duty for group in groups if group in rest for duty in group.duties)
    stays = [group for group in groups if group not in rest]
    return [*stays, TaskGroup(word("group-rest", subject.lang), together)]


def _weights(groups: Sequence[TaskGroup], whole: int) -> list[int]:
    """Return the weights of groups: those stated, and what is left for the others.

    The stated ones give way where they leave nothing to work that they did not foresee, where
    two positions of one post each state a whole, and where one of them has no work here.

    Args:
        groups: The groups.
        whole: What all stated weights come to, with those of groups without work here.
    """
    stated = sum(group.weight or 0 for group in groups)
    points = sum(group.points for group in groups)
    open_points = sum(group.points for group in groups if group.weight is None)
    left = 100 - stated if stated < 100 else 100 * open_points / points
    kept = 100 - left if open_points else min(whole, 100)
    exact = [
        left * group.points / open_points if group.weight is None else kept * group.weight / stated
        for group in groups
    ]
    return rounded(exact)


def rounded(exact: Sequence[float]) -> list[int]:
    """Round to whole numbers that come to the same; the largest rests are rounded up."""
    shares = [int(share) for share in exact]
    by_rest = sorted(range(len(exact)), key=lambda n: shares[n] - exact[n])
    for n in by_rest[: round(sum(exact)) - sum(shares)]:
        shares[n] += 1
    return shares


def _row(subject: Subject, group: TaskGroup, weight: int) -> Row:
    evidence = tuple(dict.fromkeys(of_duty(duty) for duty in group.duties))
    alone = len(group.duties) == 1 and group.name == subject.names.task(group.duties[0].task)
    work = _in_words(subject, group.duties[0]) if alone else _work(subject, group)
    row = cells(group.name, Cell(work), f"{weight}%")
    return Row(row, evidence)


def _work(subject: Subject, group: TaskGroup) -> str:
    """Return the tasks of a group: its own first, then those it takes part in, by share."""
    lang, approved = subject.lang, subject.to_approve()
    by_share = grouped(
        (
            "" if duty.responsibility in OWNING else duty.responsibility,
            _matter(subject, duty, approved),
        )
        for duty in group.duties
    )
    own = _tasks(by_share.pop("", ()), lang)
    rest = [_labelled(share, _tasks(tasks, lang), lang) for share, tasks in by_share.items()]
    return _SENTENCES.get(lang).join(part for part in (own, *rest) if part)


def _in_words(subject: Subject, duty: Duty) -> str:
    """Return a duty in the words of its own; its task stands beside it already."""
    words, share = wording_of(subject, duty), duty.responsibility
    return words if share in OWNING else _labelled(share, continued(words), subject.lang)


def _matter(subject: Subject, duty: Duty, approved: Mapping[str, Handoff]) -> str:
    """Return the task of a share; of an approval, what is approved."""
    names, handoff = subject.names, approved.get(duty.handoff)
    return names.task(duty.task) if handoff is None else begun(names.deliverable(handoff))


def _tasks(names: tuple[str, ...], lang: str) -> str:
    return _TASKS.get(lang).join(dict.fromkeys(names))


def _labelled(share: str, tasks: str, lang: str) -> str:
    return introduced(SHARE_LABELS[share].get(lang), tasks, lang)
