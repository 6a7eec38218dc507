"""The catalogue: everything that organizations may refer to by id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dealer_roles.model.entities import Department, Dimension, Entry, Position, Task
from dealer_roles.values.text import Text


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What is known, by id. Positions carry their usual department and superior."""

    departments: Mapping[str, Department] = field(default_factory=dict)
    positions: Mapping[str, Position] = field(default_factory=dict)
    parties: Mapping[str, Entry] = field(default_factory=dict)
    dimensions: Mapping[str, Dimension] = field(default_factory=dict)
    topics: Mapping[str, Entry] = field(default_factory=dict)
    forms: Mapping[str, Entry] = field(default_factory=dict)
    tasks: Mapping[str, Task] = field(default_factory=dict)
    areas: Mapping[str, Text] = field(default_factory=dict)

    def ancestors(self, task: str) -> list[str]:
        """Return the tasks that ``task`` is a part of, nearest first."""
        found: list[str] = []
        current = self.tasks[task].part_of if task in self.tasks else ""
        while current and current not in found:
            found.append(current)
            known = self.tasks.get(current)
            current = known.part_of if known else ""
        return found
