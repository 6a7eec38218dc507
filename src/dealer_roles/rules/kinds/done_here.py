"""The tasks that a rule means as they are done here: a part that nobody owns with its whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dealer_roles.model.entities import Duty
from dealer_roles.organization.standing import standing
from dealer_roles.rules.language.task_pick import TaskPick
from dealer_roles.rules.language.view import View
from dealer_roles.values.fields import replace
from dealer_roles.values.frozen import frozen
from dealer_roles.values.grouped import grouped


@frozen
class DoneHere:
    """Groups of tasks, and the shares that count in one of them besides those stated.

    Attributes:
        groups: The tasks of each group.
        meant: The tasks of any group.
        inherited: The shares in parts that nobody owns, by the share in the whole that answers
            for them: the same share, in the part, where the part has no owner.
    """

    groups: tuple[frozenset[str], ...]
    meant: frozenset[str]
    inherited: Mapping[Duty, tuple[Duty, ...]]

    def of(self, duties: Iterable[Duty]) -> Iterator[Duty]:
        """Yield shares in tasks that are meant, stated and inherited."""
        for duty in duties:
            if duty.task in self.meant:
                yield duty
            yield from self.inherited.get(duty, ())

    def stated(self, duties: Iterable[Duty]) -> list[Duty]:
        """Return the stated shares that some shares are or come from, in order."""
        of_part = {part: whole for whole, parts in self.inherited.items() for part in parts}
        return list(dict.fromkeys(of_part.get(duty, duty) for duty in duties))


def done_here(view: View, picks: Iterable[TaskPick], *, inherited: bool = True) -> DoneHere:
    """Return groups of tasks of an organization, as the question of owners answers for them.

    Args:
        view: The organization.
        picks: The tasks of each group.
        inherited: Whether who owns a whole holds its parts that nobody owns.
    """
    groups = tuple(pick.among(view.model.catalogue, view.tasks_here) for pick in picks)
    meant = frozenset().union(*groups)
    shares = grouped(_inherited(view, meant)) if inherited else {}
    return DoneHere(groups, meant, shares)


def _inherited(view: View, tasks: Iterable[str]) -> Iterator[tuple[Duty, Duty]]:
    for task in sorted(tasks):
        for part in standing(view.index, task) if task in view.model.catalogue.tasks else ():
            for duty in part.cell.duties if part.whole else ():
                yield from ((duty, replace(duty, task=task, scope=box)) for box in part.region)
