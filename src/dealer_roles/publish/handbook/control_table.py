"""The controls of the handbook: which task checks which, who holds either, what it is worth."""

from __future__ import annotations

from collections.abc import Iterator

from dealer_roles.model.catalogue_files import Control
from dealer_roles.organization.evidence import Evidence
from dealer_roles.organization.names import Names
from dealer_roles.organization.on_day import OnDay
from dealer_roles.publish.document.blocks import Cell, Row, Table, columns_of
from dealer_roles.questions.owner import owner
from dealer_roles.values.text import Lang, Text
from dealer_roles.words.marks import clauses, listed

HOWS = {
    "approve": Text("批准", "Approves"),
    "review": Text("审核", "Reviews"),
    "inspect": Text("检验", "Inspects"),
    "count": Text("盘点", "Counts"),
    "reconcile": Text("对账", "Reconciles"),
    "accept": Text("验收", "Accepts"),
    "release": Text("放行", "Releases"),
}
"""What each way of checking is called."""
_COLUMNS = (
    ("checked", Text("被检查的任务", "What is checked"), 26),
    ("checking", Text("由谁检查", "Checked by"), 26),
    ("stake", Text("每月风险额", "At stake a month"), 14),
    ("remarks", Text("风险与补偿控制", "Risk, and what a small store does instead"), 34),
)
_INSTEAD = Text("补偿控制：{}", "Instead: {}")
_MITIGATED = Text("由他人负责时只提示：{}", "A note where somebody else owns: {}")


def control_table(org: OnDay, lang: Lang) -> Table | None:
    """Return every control of a task that is done here; nothing where there is none."""
    rows = tuple(_rows(org, Names(org.model, lang)))
    columns = columns_of(_COLUMNS, lang)
    return Table("controls", "", columns, rows) if rows else None


def _rows(org: OnDay, names: Names) -> Iterator[Row]:
    for task in org.model.catalogue.tasks.values():
        for control in task.controls if task.id in org.task_set else ():
            for checked in control.tasks:
                if checked in org.task_set:
                    yield _row(org, task.id, checked, control, names)


def _row(org: OnDay, checking: str, checked: str, control: Control, names: Names) -> Row:
    (what, by_doer), (check, by_checker) = (_held(org, t, names) for t in (checked, checking))
    stake = control.at_stake.get(names.lang) if control.at_stake else ""
    how = HOWS[control.how].get(names.lang)
    note = check.note and f"{how} · {check.note}"
    cells = (what, Cell(check.text, note or how), Cell(stake), _remarks(control, names))
    return Row(cells, (*by_doer, *by_checker))


def _held(org: OnDay, task: str, names: Names) -> tuple[Cell, tuple[Evidence, ...]]:
    answer = owner(org, task, ())
    return Cell(names.task(task), names.several(answer.owners)), answer.evidence


def _remarks(control: Control, names: Names) -> Cell:
    """Return what may happen and, below it, what a store does where the two cannot be apart."""
    lang, said = names.lang, []
    if control.instead:
        said.append(_INSTEAD.get(lang).format(control.instead.get(lang)))
    if control.mitigated_by:
        tasks = listed([names.task(task) for task in control.mitigated_by], lang)
        said.append(_MITIGATED.get(lang).format(tasks))
    return Cell(control.why.get(lang) if control.why else "", clauses(said, lang))
