"""Who has which share in which task: the RASCI matrix of an organization."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dealer_roles.model.entities import RESPONSIBILITIES, Duty
from dealer_roles.organization.evidence import Evidence, of_duty
from dealer_roles.organization.names import Names
from dealer_roles.organization.on_day import NO_DUTIES, OnDay
from dealer_roles.organization.ranks import by_department, by_process
from dealer_roles.publish.authority_table.authority_page import authority_table
from dealer_roles.publish.document.blocks import Table
from dealer_roles.publish.matrix.owner_check import NO_CHECK, OwnerCheck, checked, unshared_scopes
from dealer_roles.publish.matrix.remarks import condition_of
from dealer_roles.values.frozen import frozen
from dealer_roles.values.grouped import grouped
from dealer_roles.values.part_words import in_order
from dealer_roles.values.scope import ANY, Scope, shortened
from dealer_roles.values.text import Lang, Text
from dealer_roles.words.marks import introduced
from dealer_roles.words.plain_text import one_line

_TITLE = Text("岗位职责矩阵（RASCI）", "Responsibility matrix (RASCI)")
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


@frozen
class MatrixColumn:
    """A position as a column of the matrix."""

    id: str
    name: str
    department: str


@frozen
class MatrixCell:
    """The shares of one position in one part of one task.

    Attributes:
        letters: The kinds of share, gravest first, e.g. ``A`` or ``SC``.
        condition: Under what conditions and limits, in words; empty for none.
        evidence: The duties it rests on.
    """

    letters: str = ""
    condition: str = ""
    evidence: tuple[Evidence, ...] = ()


NO_SHARE = MatrixCell()


@frozen
class MatrixRow:
    """A task, or a part of it, as a row; shares of different scope never share one.

    Attributes:
        task: The id of the task.
        name: Its name.
        cells: A cell a column.
        scope: The part of the task that is meant, in words; empty for all of it.
        check: Whether exactly one holder answers for it, and why not.
    """

    task: str
    name: str
    cells: tuple[MatrixCell, ...]
    scope: str = ""
    check: OwnerCheck = NO_CHECK

    def remarks(self, columns: Sequence[MatrixColumn], lang: str) -> str:
        """Return why nobody owns it where that is declared, and the conditions by position."""
        said = [
            introduced(column.name, cell.condition, lang)
            for column, cell in zip(columns, self.cells, strict=True)
            if cell.condition
        ]
        return "\n".join(text for text in (self.check.why, *said) if text)


@frozen
class MatrixArea:
    """The tasks of one business area."""

    id: str
    name: str
    rows: tuple[MatrixRow, ...]


@frozen
class Matrix:
    """The matrix of an organization in one language.

    Attributes:
        organization: Its name.
        lang: The language of every text.
        columns: The positions, by department and from the top down.
        areas: The business areas that have tasks here; tasks stand as processes come to them.
        authority: The authority table, if the organization has one.
    """

    organization: str
    lang: str
    columns: tuple[MatrixColumn, ...]
    areas: tuple[MatrixArea, ...]
    authority: Table | None = None

    @property
    def title(self) -> str:
        """What the matrix is called."""
        return _TITLE.get(self.lang)

    @property
    def legend(self) -> tuple[tuple[str, str], ...]:
        """Each letter and what it means."""
        return tuple((letter, text.get(self.lang)) for letter, text in LEGEND.items())


def responsibility_matrix(org: OnDay, lang: Lang) -> Matrix:
    """Return the matrix of an organization on a day.

    Args:
        org: The organization on a day.
        lang: ``zh`` or ``en``.
    """
    names = Names(org.model, lang)
    columns = tuple(
        MatrixColumn(p.id, one_line(names.of(p.id)), one_line(names.of(p.department)))
        for p in by_department(org)
    )
    areas: dict[str, list[MatrixRow]] = {}
    for task in by_process(org):
        area = org.model.catalogue.tasks[task].area
        areas.setdefault(area, []).extend(_rows(org, names, task, columns))
    found = [
        MatrixArea(area, one_line(name.get(lang)), tuple(areas[area]))
        for area, name in org.model.catalogue.areas.items()
        if area in areas
    ]
    table = authority_table(org, lang)
    return Matrix(one_line(org.model.name.get(lang)), lang, columns, tuple(found), table)


def _rows(
    org: OnDay, names: Names, task: str, columns: Sequence[MatrixColumn]
) -> Iterator[MatrixRow]:
    """Yield a row a scope that the task's shares name, and a part that nobody owns as such."""
    by_scope: dict[Scope, list[Duty]] = {scope: [] for scope in unshared_scopes(org, task)}
    for duty in org.duties_of_task.get(task, NO_DUTIES):
        by_scope.setdefault(shortened(duty.scope, org.dimensions), []).append(duty)
    for scope in in_order(by_scope or (ANY,), org.dimensions):
        yield MatrixRow(
            task,
            one_line(names.task(task)),
            _cells(org, by_scope.get(scope, ()), names, columns),
            one_line(names.part(scope)),
            checked(org, names, task, scope),
        )


def _cells(
    org: OnDay, duties: Sequence[Duty], names: Names, columns: Sequence[MatrixColumn]
) -> tuple[MatrixCell, ...]:
    shares = grouped((position, duty) for duty in duties for position in org.members(duty.holder))
    made = {position: _cell(names, held) for position, held in shares.items()}
    return tuple(made.get(column.id, NO_SHARE) for column in columns)


def _cell(names: Names, duties: Sequence[Duty]) -> MatrixCell:
    kinds = {duty.responsibility for duty in duties}
    letters = "".join(LETTERS[kind] for kind in RESPONSIBILITIES if kind in kinds)
    said = dict.fromkeys(condition_of(duty, names, LETTERS) for duty in duties)
    condition = "\n".join(text for text in said if text)
    return MatrixCell(letters, condition, tuple(of_duty(duty) for duty in duties))
