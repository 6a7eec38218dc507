"""Who really receives a hand-off: positions, by way of departments and superiors."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Literal

from dealer_roles.model.entities import OWNING, Duty, Handoff
from dealer_roles.model.organization import OrganizationModel
from dealer_roles.organization.heads import members_of
from dealer_roles.organization.lines import LineEnd, Lines
from dealer_roles.values.frozen import frozen
from dealer_roles.values.scope import Scope, scopes_meet

ReceiverKind = Literal["position", "post", "department", "party", "manager", "unnamed"]
_ENDS: tuple[LineEnd, ...] = ("unnamed", "absent", "top", "unstated")
"""How lines end, in the order in which one of several counts: words name somebody, and a line
that is not stated is a colleague's."""


@frozen
class Receiver:
    """One written receiver of a hand-off, resolved.

    Attributes:
        written: The id as written, or ``manager``; empty if the source names nobody.
        kind: What it is.
        ids: The positions (or the party, or the post) that receive; empty if nobody does.
        absent: The position or department is not part of this organization; a department that it
            lists is, be there nobody in it.
        passed_over: Superiors absent here that were passed over.
        end: How the line of a giver above whom nobody receives ends, one that turns in a circle
            at its desk as if it were the top; empty where somebody receives.
    """

    written: str
    kind: ReceiverKind
    ids: tuple[str, ...]
    absent: bool = False
    passed_over: tuple[str, ...] = ()
    end: LineEnd = ""


@frozen
class TaskShares:
    """Whose shares decide who of a department receives.

    Attributes:
        stated: The stated shares of each task.
        owning: The shares by which a task is owned within a scope, those in larger tasks too.
    """

    stated: Mapping[str, Sequence[Duty]]
    owning: Callable[[str, Scope], Iterable[Duty]]

    def of_doers(self, task: str, scope: Scope) -> Iterator[Duty]:
        """Yield the accountable and responsible shares that a scope meets."""
        for duty in self.stated.get(task, ()):
            if duty.responsibility in OWNING and scopes_meet(duty.scope, scope):
                yield duty


class Receivers:
    """Resolves the receivers of hand-offs in one organization."""

    def __init__(
        self,
        model: OrganizationModel,
        lines: Lines,
        heads: Mapping[str, tuple[str, ...]],
        shares: TaskShares,
    ) -> None:
        self._model = model
        self._lines = lines
        self._heads = heads
        self._shares = shares
        self._members = {
            department: frozenset(members) for department, members in members_of(model).items()
        }
        self._desks = {
            id_: post.positions
            for post in model.posts.values()
            for id_ in (post.id, *post.positions)
        }
        self._doing: dict[tuple[str, Scope], tuple[set[str], set[str]]] = {}
        self._departments: dict[tuple[str, str, Scope], Receiver] = {}

    def of(self, handoff: Handoff) -> tuple[Receiver, ...]:
        """Return the receivers of a hand-off in the order written."""
        if handoff.unnamed is not None:
            return (Receiver("", "unnamed", ()),)
        return tuple(self._one(written, handoff) for written in handoff.to)

    def _one(self, written: str, handoff: Handoff) -> Receiver:
        model = self._model
        if written == "manager":
            return self._manager(handoff.giver)
        if written in model.positions:
            return Receiver(written, "position", (written,))
        if written in model.posts:
            return Receiver(written, "post", model.posts[written].positions)
        if written in model.catalogue.parties:
            return Receiver(written, "party", (written,))
        if written in model.catalogue.departments or written in model.departments:
            key = (written, handoff.then, handoff.scope)
            if key not in self._departments:
                self._departments[key] = self._department(*key)
            return self._departments[key]
        return Receiver(written, "position", (), absent=True)

    def _manager(self, giver: str) -> Receiver:
        """Return the superiors who do not sit at the giver's desk: nobody hands to himself."""
        desk = self._desks.get(giver, (giver,))
        asked = desk if giver in self._model.posts else (giver,)
        rises = [line.rise for line in self._lines.leaving(desk, asked)]
        above = dict.fromkeys(rise.to for rise in rises if rise.to is not None)
        passed = dict.fromkeys(id_ for rise in rises for id_ in rise.passed_over)
        ends = {rise.end for rise in rises} or {"top"}
        end = "" if above else next(end for end in _ENDS if end in ends)
        return Receiver("manager", "manager", tuple(above), passed_over=tuple(passed), end=end)

    def _department(self, department: str, then: str, scope: Scope) -> Receiver:
        """Return the members who own ``then`` in these cases, else who does it, else the head."""
        members = self._members.get(department, frozenset())
        ids = self._doers(then, scope, members) if then else ()
        if not ids:
            ids = self._heads.get(department, ())
        if not ids and not then:
            ids = tuple(sorted(members))
        absent = not ids and department not in self._model.departments
        return Receiver(department, "department", ids, absent=absent)

    def _doers(self, task: str, scope: Scope, members: frozenset[str]) -> tuple[str, ...]:
        """Return the members who own the task, else those who do it, sorted."""
        key = (task, scope)
        if key not in self._doing:
            shares = (self._shares.owning(*key), self._shares.of_doers(*key))
            self._doing[key] = (self._stating(shares[0]), self._stating(shares[1]))
        for positions in self._doing[key]:
            if found := positions & members:
                return tuple(sorted(found))
        return ()

    def _stating(self, shares: Iterable[Duty]) -> set[str]:
        """Return the positions that state shares, those of a desk that does so jointly."""
        posts = self._model.posts
        return {
            position
            for duty in shares
            for position in (
                posts[duty.holder].positions if duty.holder in posts else (duty.holder,)
            )
        }
