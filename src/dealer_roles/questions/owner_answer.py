"""What the answer to "who owns a task?" consists of."""

from __future__ import annotations

from typing import Literal

from dealer_roles.organization.evidence import Evidence
from dealer_roles.values.frozen import frozen
from dealer_roles.values.html_table import html_table
from dealer_roles.values.later import with_late_fields
from dealer_roles.values.scope import Scope, scope_dict
from dealer_roles.values.text import Text

Status = Literal["owned", "contested", "unowned"]


@frozen
class OwnedCell:
    """The answer for one cell.

    Attributes:
        scope: The cell, every value that is meant; empty if it is the whole task.
        status: ``owned``, ``contested`` or ``unowned``.
        owners: The holders, sorted.
        inherited_from: The larger task whose owners answer here.
        declared: Nobody owns it, on purpose.
        left_out: The same cell the other way round, where that is shorter: the values that
            are not meant.
    """

    scope: Scope
    status: Status
    owners: tuple[str, ...]
    inherited_from: str = ""
    declared: bool = False
    left_out: Scope = ()

    def to_dict(self) -> dict[str, object]:
        """Return the cell as plain data."""
        return {
            "scope": scope_dict(self.scope),
            "not": scope_dict(self.left_out),
            "status": self.status,
            "owners": list(self.owners),
            "inherited_from": self.inherited_from or None,
            "declared": self.declared,
        }


@with_late_fields("why", "evidence", "cells", "parts")
@frozen
class OwnerAnswer:
    """Who owns a task.

    Attributes:
        task: The task asked about.
        status: ``owned``, ``contested`` (some cell has several owners) or ``unowned``
            (no cell has one).
        split: Different cells have different owners.
        owners: All owners, sorted: positions, or posts that count as one holder.
        why: The reason, in both languages.
        evidence: The duties the answer rests on, or the declaration that nobody owns it.
        cells: The answer cell by cell.
        inherited_from: The larger task whose owner answers for this one, in every owned cell;
            empty where several do, each of which stands with its cells.
        declared: Nobody owns it, on purpose.
        outside: This organization does not do the task.
        parts: The parts that are owned, where the whole has no duties of its own.
    """

    task: str
    status: Status
    split: bool
    owners: tuple[str, ...]
    why: Text
    evidence: tuple[Evidence, ...]
    cells: tuple[OwnedCell, ...] = ()
    inherited_from: str = ""
    declared: bool = False
    outside: bool = False
    parts: tuple[str, ...] = ()

    def to_dict(self, lang: str = "en") -> dict[str, object]:
        """Return the answer as plain data with its texts in ``lang``."""
        return {
            "task": self.task,
            "status": self.status,
            "split": self.split,
            "owners": list(self.owners),
            "why": self.why.get(lang),
            "evidence": [e.to_dict() for e in self.evidence],
            "cells": [c.to_dict() for c in self.cells],
            "inherited_from": self.inherited_from or None,
            "declared": self.declared,
            "outside": self.outside,
            "parts": list(self.parts),
        }

    def _repr_html_(self) -> str:
        rows = [(e.position, e.responsibility, " ".join(e.sources), e.span) for e in self.evidence]
        caption = f"{self.task}: {self.status} — {self.why.en}"
        return html_table(("position", "responsibility", "sources", "where"), rows, caption)
