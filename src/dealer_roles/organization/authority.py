"""The authority table on a day: who is there to decide, and up to how much."""

from __future__ import annotations

from dealer_roles.model.entities import AuthorityRow, AuthorityStep, Handoff
from dealer_roles.organization.evidence import Evidence, of_table
from dealer_roles.organization.on_day import OnDay
from dealer_roles.organization.per_day import once_a_day, per_day
from dealer_roles.values.frozen import frozen, frozen_by_name
from dealer_roles.values.money import Money
from dealer_roles.values.scope import scopes_meet
from dealer_roles.values.text import Text


@frozen_by_name
class Decider:
    """Somebody who decides in a row of the table.

    Attributes:
        holder: The position or post that decides, the outside party, or ``group``.
        positions: The positions of the table that make it decide; empty for a party.
        up_to: The most it decides; ``None`` for any amount.
        notes: What the table remarks on its steps.
        evidence: The steps it rests on: several for a post that combines positions.
        name: What whoever decides in the group is called; ``None`` for anybody else.
    """

    holder: str
    positions: tuple[str, ...]
    up_to: Money | None
    notes: tuple[Text, ...]
    evidence: tuple[Evidence, ...]
    name: Text | None = None

    @property
    def outside(self) -> bool:
        """Whether it is an outside party."""
        return not self.positions

    @property
    def ends(self) -> bool:
        """Whether nothing is beyond it."""
        return self.up_to is None

    def to_dict(self) -> dict[str, object]:
        """Return who decides, and up to how much, as plain data."""
        limit = self.up_to.to_dict() if self.up_to else None
        return {"holder": self.holder, "party": self.outside, "up_to": limit}

    def may(self, amount: Money) -> bool:
        """Whether it decides an amount; one in another currency only without a limit."""
        if self.up_to is None:
            return True
        return self.up_to.currency == amount.currency and amount.amount <= self.up_to.amount


@frozen
class Authorities:
    """A row of the table with whoever is there to decide.

    Attributes:
        deciders: From the lowest to the highest.
        absent: The positions of the row that this organization does not have.
    """

    row: AuthorityRow
    deciders: tuple[Decider, ...]
    absent: tuple[str, ...]

    @property
    def key(self) -> str:
        """What the row is about, as findings name it."""
        return self.row.topic

    @property
    def ends(self) -> bool:
        """Whether somebody decides any amount."""
        return any(decider.ends for decider in self.deciders)

    def decider_of(self, amount: Money) -> Decider | None:
        """Return the lowest that decides an amount."""
        return next((d for d in self.deciders if d.may(amount)), None)

    def beyond(self, decider: Decider) -> Decider | None:
        """Return who decides what is beyond somebody's limit."""
        rest = self.deciders[self.deciders.index(decider) + 1 :]
        return None if decider.ends else next((d for d in rest if _higher(d, decider)), None)

    def below(self, decider: Decider) -> Decider | None:
        """Return who decides, up to a limit, what is not yet for somebody."""
        under = self.deciders[: self.deciders.index(decider)]
        sums = (d for d in reversed(under) if d.up_to and d.up_to.amount and _higher(decider, d))
        return next(sums, None)


def authorities(org: OnDay) -> tuple[Authorities, ...]:
    """Return every row of the table, in its order, as it is in this organization."""
    return _table(org)


@once_a_day
def _table(org: OnDay) -> tuple[Authorities, ...]:
    return tuple(_resolved(org, row) for row in org.model.authority)


@per_day
def _by_task(org: OnDay, task: str) -> tuple[tuple[int, Authorities], ...]:
    """Return the rows about a task, each with its place in the table."""
    rows = enumerate(_table(org))
    return tuple((place, found) for place, found in rows if found.row.task == task)


def deciding(org: OnDay, handoff: Handoff) -> tuple[Authorities, ...]:
    """Return the rows that say who decides, and up to how much, on what is handed over.

    A row counts that names the receiver's task or, where the hand-off needs approval, the
    giver's, for cases that the hand-off is for.
    """
    tasks = {handoff.then, handoff.task if handoff.approval else ""} - {""}
    rows = dict(row for task in tasks for row in _by_task(org, task))
    found = (rows[place] for place in sorted(rows))
    return tuple(each for each in found if scopes_meet(each.row.scope, handoff.scope))


def _resolved(org: OnDay, row: AuthorityRow) -> Authorities:
    """Pass over who is absent, and make several steps of one holder one, at the highest."""
    by_holder: dict[str, list[AuthorityStep]] = {}
    absent: list[str] = []
    for step in row.steps:
        if step.position and step.position not in org.model.positions:
            absent.append(step.position)
            continue
        holder = org.holder(step.position) if step.position else step.who
        before = by_holder.pop(holder, [])  # a holder stands where its last step is
        by_holder[holder] = [*before, step]
    deciders = tuple(_decider(row, holder, steps) for holder, steps in by_holder.items())
    return Authorities(row, deciders, tuple(dict.fromkeys(absent)))


def _decider(row: AuthorityRow, holder: str, steps: list[AuthorityStep]) -> Decider:
    limits = [step.up_to for step in steps]
    amounts = [limit for limit in limits if limit is not None]
    return Decider(
        holder=holder,
        positions=tuple(dict.fromkeys(s.position for s in steps if s.position)),
        up_to=max(amounts) if len(amounts) == len(limits) else None,
        notes=tuple(dict.fromkeys(step.note for step in steps if step.note)),
        evidence=tuple(of_table(row, step) for step in steps),
        name=next((step.group for step in steps if step.group), None),
    )


def _higher(above: Decider, below: Decider) -> bool:
    """Whether somebody decides more; amounts in two currencies do not compare, and none falls."""
    if above.up_to is None or below.up_to is None:
        return above.up_to is None
    different = above.up_to.currency != below.up_to.currency
    return different or above.up_to.amount > below.up_to.amount
