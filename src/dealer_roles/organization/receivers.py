"""Who really receives a hand-off: positions, by way of departments and superiors."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from dealer_roles.model.entities import Duty, Handoff
from dealer_roles.model.organization import OrganizationModel
from dealer_roles.organization.lines import Lines

ReceiverKind = Literal["position", "post", "department", "party", "manager", "unnamed"]


@dataclass(frozen=True, slots=True)
class Receiver:
    """One written receiver of a hand-off, resolved.

    Attributes:
        written: The id as written, or ``manager``; empty if the source names nobody.
        kind: What it is.
        ids: The positions (or the party, or the post) that receive; empty if nobody does.
        absent: The position or department is not part of this organization.
        passed_over: Superiors absent here that were passed over.
    """

    written: str
    kind: ReceiverKind
    ids: tuple[str, ...]
    absent: bool = False
    passed_over: tuple[str, ...] = ()


class Receivers:
    """Resolves the receivers of hand-offs in one organization."""

    def __init__(
        self,
        model: OrganizationModel,
        lines: Lines,
        duties_of_task: Callable[[str], Iterable[Duty]],
    ) -> None:
        self._model = model
        self._lines = lines
        self._duties_of_task = duties_of_task

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
            return self._department(written, handoff.then)
        return Receiver(written, "position", (), absent=True)

    def _manager(self, giver: str) -> Receiver:
        post = self._model.posts.get(giver)
        desk = post.positions if post else (giver,)
        above: dict[str, None] = {}
        passed: dict[str, None] = {}
        for position in desk:
            rise = self._lines.rise(position)
            passed.update(dict.fromkeys(rise.passed_over))
            if rise.to is not None and rise.to not in desk:
                above[rise.to] = None
        return Receiver("manager", "manager", tuple(above), passed_over=tuple(passed))

    def _department(self, department: str, then: str) -> Receiver:
        members = tuple(p.id for p in self._model.positions.values() if p.department == department)
        known = self._model.departments.get(department)
        head = known.head if known else ""
        ids = self._doers(then, members)
        if not ids and head in self._model.positions:
            ids = (head,)
        if not ids and not then:
            ids = members
        return Receiver(department, "department", ids, absent=not members and not ids)

    def _doers(self, task: str, members: tuple[str, ...]) -> tuple[str, ...]:
        """Members accountable for the task, else those responsible for it."""
        if not task:
            return ()
        for wanted in ("accountable", "responsible"):
            holders = {d.holder for d in self._duties_of_task(task) if d.responsibility == wanted}
            found = tuple(m for m in members if m in holders or self._post_in(m, holders))
            if found:
                return found
        return ()

    def _post_in(self, member: str, holders: set[str]) -> bool:
        return any(p.id in holders and member in p.positions for p in self._model.posts.values())
