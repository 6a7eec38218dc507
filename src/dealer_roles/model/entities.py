"""The values that an organization consists of, by name."""

from __future__ import annotations

from dealer_roles.model.authority_table import AuthorityRow, AuthorityStep
from dealer_roles.model.base_forms import SourcedText
from dealer_roles.model.catalogue_files import (
    DepartmentEntry,
    Dimension,
    Entry,
    PositionEntry,
    Task,
)
from dealer_roles.model.holder import (
    OWNING,
    RESPONSIBILITIES,
    Duty,
    Escalation,
    Handoff,
    Responsibility,
)
from dealer_roles.model.organization_file import Department, LadderStep, LeftOut, Post, Unowned
from dealer_roles.model.position import Authority, Measure, Position, Vacancy
from dealer_roles.model.process import Process, Step

__all__ = [
    "OWNING",
    "RESPONSIBILITIES",
    "Authority",
    "AuthorityRow",
    "AuthorityStep",
    "Department",
    "DepartmentEntry",
    "Dimension",
    "Duty",
    "Entry",
    "Escalation",
    "Handoff",
    "LadderStep",
    "LeftOut",
    "Measure",
    "Position",
    "PositionEntry",
    "Post",
    "Process",
    "Responsibility",
    "SourcedText",
    "Step",
    "Task",
    "Unowned",
    "Vacancy",
]
