"""Where do organizations let the same people decide the same amounts, and where do they not?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from dealer_roles.organization.authority import Authorities, Decider, authorities
from dealer_roles.organization.evidence import Evidence
from dealer_roles.organization.on_day import OnDay
from dealer_roles.values.frozen import frozen
from dealer_roles.values.money import Money
from dealer_roles.values.scope import Scope, scope_dict

Verdict = Literal["agree", "disagree", "only-one"]
Row = tuple[str, str, Scope]
"""What a row is about: its topic, task and cases."""


@frozen
class AuthorityComparison:
    """One row of the authority tables of several organizations.

    Attributes:
        topic: The topic.
        task: The task in which it is decided, if the tables name one.
        scope: The cases that it is for.
        verdict: ``agree``, ``disagree``, or ``only-one`` (a single table has the row).
        deciders: Who decides in each organization whose table has it, from the lowest.
        evidence: The steps it rests on.
    """

    topic: str
    task: str
    scope: Scope
    verdict: Verdict
    deciders: tuple[tuple[str, tuple[Decider, ...]], ...]
    evidence: tuple[Evidence, ...]

    def to_dict(self) -> dict[str, object]:
        """Return the comparison as plain data."""
        return {
            "topic": self.topic,
            "task": self.task or None,
            "scope": scope_dict(self.scope),
            "verdict": self.verdict,
            "deciders": {org: [d.to_dict() for d in found] for org, found in self.deciders},
            "evidence": [e.to_dict() for e in self.evidence],
        }


def compare_authority(indexes: Sequence[OnDay]) -> tuple[AuthorityComparison, ...]:
    """Compare every row that any of the tables has."""
    tables = [(org.model.id, {_row(found): found for found in authorities(org)}) for org in indexes]
    rows = dict.fromkeys(row for _, table in tables for row in table)
    return tuple(
        _compared(row, [(org, table[row]) for org, table in tables if row in table])
        for row in sorted(rows, key=str)
    )


def _row(found: Authorities) -> Row:
    return found.row.topic, found.row.task, found.row.scope


def _compared(row: Row, tables: Sequence[tuple[str, Authorities]]) -> AuthorityComparison:
    steps = {tuple(_step(d) for d in found.deciders) for _, found in tables}
    verdict: Verdict = (
        "only-one" if len(tables) == 1 else "agree" if len(steps) == 1 else "disagree"
    )
    return AuthorityComparison(
        *row,
        verdict,
        tuple((org, found.deciders) for org, found in tables),
        tuple(e for _, found in tables for d in found.deciders for e in d.evidence),
    )


def _step(decider: Decider) -> tuple[tuple[str, ...], Money | None]:
    """Return who decides, a post spelled out, and how much."""
    return tuple(sorted(decider.positions)) or (decider.holder,), decider.up_to
