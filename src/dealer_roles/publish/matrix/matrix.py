"""Who has which share in which task: the RASCI matrix of an organization."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dealer_roles.model.entities import RESPONSIBILITIES, Duty
from dealer_roles.organization.evidence import Evidence, of_duty
from dealer_roles.organization.names import name_text
from dealer_roles.organization.on_day import NO_DUTIES, OnDay
from dealer_roles.values.scope import Scope
from dealer_roles.values.text import Text
from dealer_roles.words.plain_text import one_line

LETTERS = {
    "accountable": "A",
    "responsible": "R",
    "approver": "P",
    "supporting": "S",
    "consulted": "C",
    "informed": "I",
}
LEGEND = {
    "A": Text(
        "负责：对结果负最终责任，每项任务一人", "Accountable: answers for the result; one a task"
    ),
    "R": Text("执行：动手完成", "Responsible: does the work"),
    "P": Text(
        "审批：批准交来的文件（由交接推出）", "Approves what is handed over (from hand-offs)"
    ),
    "S": Text("协助：配合负责人完成", "Supporting: helps whoever owns it"),
    "C": Text("会签：事前征求意见", "Consulted before it is done"),
    "I": Text("知会：事后告知", "Informed once it is done"),
}


@dataclass(frozen=True, slots=True)
class MatrixColumn:
    """A position as a column of the matrix."""

    id: str
    name: str
    department: str


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """The shares of one position in one task.

    Attributes:
        letters: The kinds of share, gravest first, e.g. ``A`` or ``SC``.
        scope: The parts meant, in words; empty for all.
        evidence: The duties it rests on.
    """

    letters: str = ""
    scope: str = ""
    evidence: tuple[Evidence, ...] = ()

    @property
    def text(self) -> str:
        """The letters, and the scope in brackets."""
        return f"{self.letters} ({self.scope})" if self.scope else self.letters


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A task as a row: its id, its name, and a cell a column."""

    task: str
    name: str
    cells: tuple[MatrixCell, ...]


@dataclass(frozen=True, slots=True)
class MatrixArea:
    """The tasks of one business area."""

    id: str
    name: str
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The matrix of an organization in one language.

    Attributes:
        organization: Its name.
        lang: The language of every text.
        columns: The positions, by department.
        areas: The business areas that have tasks here.
    """

    organization: str
    lang: str
    columns: tuple[MatrixColumn, ...]
    areas: tuple[MatrixArea, ...]

    @property
    def title(self) -> str:
        """What the matrix is called."""
        return "岗位职责矩阵（RASCI）" if self.lang == "zh" else "Responsibility matrix (RASCI)"

    @property
    def legend(self) -> tuple[tuple[str, str], ...]:
        """Each letter and what it means."""
        return tuple((letter, text.get(self.lang)) for letter, text in LEGEND.items())


def responsibility_matrix(org: OnDay, lang: str) -> Matrix:
    """Return the matrix of an organization on a day.

    Args:
        org: The organization on a day.
        lang: ``zh`` or ``en``.
    """
    model = org.model
    order = {department: number for number, department in enumerate(model.departments)}
    positions = sorted(
        model.positions.values(), key=lambda p: (order.get(p.department, len(order)), p.id)
    )
    columns = tuple(
        MatrixColumn(
            p.id,
            one_line((name_text(model, p.id) or p.name).get(lang)),
            _department(org, p.department, lang),
        )
        for p in positions
    )
    areas: dict[str, list[MatrixRow]] = {}
    for task in org.tasks:
        known = model.catalogue.tasks[task]
        cells = _cells(org, task, columns, lang)
        areas.setdefault(known.area, []).append(
            MatrixRow(task, one_line(known.name.get(lang)), cells)
        )
    found = [
        MatrixArea(area, one_line(name.get(lang)), tuple(areas[area]))
        for area, name in model.catalogue.areas.items()
        if area in areas
    ]
    return Matrix(one_line(model.name.get(lang)), lang, columns, tuple(found))


def _department(org: OnDay, department: str, lang: str) -> str:
    name = name_text(org.model, department)
    return department if name is None else one_line(name.get(lang))


def _cells(
    org: OnDay, task: str, columns: Sequence[MatrixColumn], lang: str
) -> tuple[MatrixCell, ...]:
    shares: dict[str, list[Duty]] = {}
    for duty in org.duties_of_task.get(task, NO_DUTIES):
        for position in org.members(duty.holder):
            shares.setdefault(position, []).append(duty)
    return tuple(_cell(org, shares.get(column.id, []), lang) for column in columns)


def _cell(org: OnDay, duties: Sequence[Duty], lang: str) -> MatrixCell:
    if not duties:
        return MatrixCell()
    kinds = {duty.responsibility for duty in duties}
    letters = "".join(LETTERS[kind] for kind in RESPONSIBILITIES if kind in kinds)
    scopes = dict.fromkeys(_scope(org, duty.scope, lang) for duty in duties)
    scope = "" if "" in scopes else "; ".join(scopes)
    return MatrixCell(letters, scope, tuple(of_duty(duty) for duty in duties))


def _scope(org: OnDay, scope: Scope, lang: str) -> str:
    names: list[str] = []
    for dimension, values in scope:
        known = {v.id: v.name for v in org.model.catalogue.dimensions[dimension].values}
        names += [one_line(known[value].get(lang)) for value in sorted(values)]
    return "、".join(names) if lang == "zh" else ", ".join(names)
