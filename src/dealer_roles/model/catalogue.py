"""The catalogue: everything that organizations may refer to by id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dealer_roles.model.catalogue_files import (
    DepartmentEntry,
    Dimension,
    Entry,
    PositionEntry,
    Task,
    TasksFile,
)
from dealer_roles.values.fields import field, fields_of
from dealer_roles.values.frozen import frozen
from dealer_roles.values.text import Text


@frozen
class Catalogue:
    """What is known, by id. Positions carry their usual department and superior."""

    departments: Mapping[str, DepartmentEntry] = field(default_factory=dict)
    positions: Mapping[str, PositionEntry] = field(default_factory=dict)
    parties: Mapping[str, Entry] = field(default_factory=dict)
    scopes: Mapping[str, Dimension] = field(default_factory=dict)
    topics: Mapping[str, Entry] = field(default_factory=dict)
    forms: Mapping[str, Entry] = field(default_factory=dict)
    tasks: Mapping[str, Task] = field(default_factory=dict)
    areas: Mapping[str, Text] = field(default_factory=dict)

    @property
    def dimensions(self) -> Mapping[str, Dimension]:
        """The scope dimensions, by id."""
        return self.scopes

    def ancestors(self, task: str) -> list[str]:
        """Return the tasks that ``task`` is a part of, nearest first."""
        found: list[str] = []
        current = self.tasks[task].part_of if task in self.tasks else ""
        while current and current not in found:
            found.append(current)
            known = self.tasks.get(current)
            current = known.part_of if known else ""
        return found


def catalogue_of(files: Iterable[Any]) -> Catalogue:
    """Put the catalogue together from its files; the first of two equal ids stays."""
    found: dict[str, dict[str, Any]] = {item.name: {} for item in fields_of(Catalogue)}
    for file in files:
        if isinstance(file, TasksFile):
            found["areas"].setdefault(file.area.id, file.area.name)
            for task in file.tasks:
                object.__setattr__(task, "area", file.area.id)
        for entry in getattr(file, file.kind):
            found[file.kind].setdefault(entry.id, entry)
    return Catalogue(**found)
