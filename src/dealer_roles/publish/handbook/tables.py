"""The tables of the handbook: structure, processes as lanes, ladders, tasks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dealer_roles.model.entities import Position
from dealer_roles.organization.desks import as_people
from dealer_roles.organization.evidence import of_ladder, of_line
from dealer_roles.organization.names import Names
from dealer_roles.organization.on_day import OnDay
from dealer_roles.organization.ranks import by_rank
from dealer_roles.publish.document.blocks import Cell, Column, Row, Table
from dealer_roles.questions.escalation_words import rung_remarks
from dealer_roles.questions.owner import owner
from dealer_roles.questions.walk import Walk, WalkStep, walk
from dealer_roles.values.grouped import grouped
from dealer_roles.values.text import Lang, Text
from dealer_roles.words.document_words import people, word
from dealer_roles.words.marks import bracketed, clauses, joined, listed

UPRIGHT_LANES, WORDED_LANES, MOST_LANES = 6, 8, 14
"""Up to how many lanes fit an upright page, hold the tasks' names, and are drawn at all."""
MARK = "●"
_WORDS = {
    "position": Text("岗位", "Position"),
    "superior": Text("直接上级", "Reports to"),
    "headcount": Text("编制", "Headcount"),
    "head": Text("部门负责人：", "Head: "),
    "holder": Text("承担岗位", "Held by"),
    "task": Text("任务", "Task"),
    "owner": Text("负责岗位", "Owner"),
    "limit": Text("权限", "Limit"),
    "nobody": Text("不设负责岗位", "Nobody, on purpose"),
}


def _word(key: str, lang: str) -> str:
    return _WORDS[key].get(lang)


def structure_table(org: OnDay, lang: Lang, only: Sequence[str] = ()) -> Table:
    """Return every position by department, with its superior and headcount.

    Args:
        org: The organization on a day.
        lang: The language.
        only: The departments that are meant; all without any.
    """
    names, known = Names(org.model, lang), org.model.departments
    rows: list[Row] = []
    ranked = by_rank(org)
    for department in known.values():
        if only and department.id not in only:
            continue
        members = [p for p in ranked if department.id in p.departments]
        chiefs = org.heads.get(department.id, ())
        head = f"　{_word('head', lang)}{names.several(as_people(org, chiefs))}" if chiefs else ""
        rows.append(Row((Cell(names.unit(department.id) + head),), band=True))
        rows += [_structure_row(org, p, names) for p in members]
    alone = [p for p in ranked if not only and known.keys().isdisjoint(p.departments)]
    if alone and known:
        rows.append(Row((Cell(word("no-department", lang)),), band=True))
    rows += [_structure_row(org, p, names) for p in alone]
    columns = (
        Column("position", _word("position", lang), 40),
        Column("superior", _word("superior", lang), 40),
        Column("headcount", _word("headcount", lang), 20, short=True),
    )
    return Table("structure", "", columns, tuple(rows))


def _structure_row(org: OnDay, position: Position, names: Names) -> Row:
    """Return a position; below the name of one of a desk which desk, and how many sit there."""
    post = org.model.posts.get(org.holder(position.id))
    desk = (
        bracketed(names.of(post.id), people(post.headcount, names.lang), names.lang) if post else ""
    )
    line = position.line
    unnamed = line.unnamed.get(names.lang) if line.unnamed else "—"
    above = names.of(position.reports_to) if position.reports_to else unnamed
    count = f"{position.headcount:g}" if position.headcount else ""
    row = (Cell(names.of(position.id), desk), Cell(above), Cell(count))
    return Row(row, (of_line(position),))


def process_table(org: OnDay, process: str, lang: Lang) -> Table:
    """Return a process as lanes, a column a holder; as a list if there are too many."""
    answer = walk(org, process)
    holders = list(dict.fromkeys(h for step in answer.steps for h in step.holders))
    if not 1 < len(holders) <= MOST_LANES:
        return _list(org, answer, lang)
    if len(holders) <= WORDED_LANES:
        return _lanes(org, answer, holders, lang)
    return _marks(org, answer, holders, lang)


def _lanes(org: OnDay, answer: Walk, holders: Sequence[str], lang: Lang) -> Table:
    names = Names(org.model, lang)
    columns = [Column("number", word("number", lang), 6, short=True)]
    columns += [Column(holder, names.of(holder), 94 // len(holders)) for holder in holders]
    rows = []
    for step, number, task in _steps(answer, names):
        cells = [task if holder in step.holders else Cell("") for holder in holders]
        rows.append(Row((number, *cells), step.evidence))
    return Table("lanes", "", tuple(columns), tuple(rows), len(holders) > UPRIGHT_LANES)


def _marks(org: OnDay, answer: Walk, holders: Sequence[str], lang: Lang) -> Table:
    """Return many lanes: the task beside them, a mark in the lane of who holds it."""
    names = Names(org.model, lang)
    columns = [Column("number", word("number", lang), 4, short=True)]
    columns.append(Column("task", _word("task", lang), 26))
    columns += [Column(h, names.of(h), 70 // len(holders), short=True) for h in holders]
    rows = []
    for step, number, task in _steps(answer, names):
        marks = [Cell(MARK if holder in step.holders else "") for holder in holders]
        rows.append(Row((number, task, *marks), step.evidence))
    return Table("lanes", "", tuple(columns), tuple(rows), wide=True)


def _list(org: OnDay, answer: Walk, lang: Lang) -> Table:
    names = Names(org.model, lang)
    columns = (
        Column("number", word("number", lang), 6, short=True),
        Column("task", _word("task", lang), 54),
        Column("holder", _word("holder", lang), 40),
    )
    rows = tuple(
        Row((number, task, Cell(names.several(step.holders))), step.evidence)
        for step, number, task in _steps(answer, names)
    )
    return Table("steps", "", columns, rows)


def _steps(answer: Walk, names: Names) -> Iterator[tuple[WalkStep, Cell, Cell]]:
    """Yield each step with its number, and its task with what is said of it."""
    places = {step.id: number for number, step in enumerate(answer.steps, 1)}
    for step in answer.steps:
        task = Cell(names.task(step.task), _note(answer, step, places, names))
        yield step, Cell(str(places[step.id])), task


def _note(answer: Walk, step: WalkStep, places: dict[str, int], names: Names) -> str:
    """Return when a step is taken, how soon, and where it leads if not just onward."""
    parts = [step.when.get(names.lang) if step.when else "", names.within(step.within)]
    onward = [places[m.target] for m in answer.moves if m.source == step.id]
    if onward not in ([places[step.id] + 1], []):
        parts.append("→ " + listed([str(n) for n in onward], names.lang))
    return clauses(parts, names.lang)


def ladder_tables(org: OnDay, lang: Lang) -> Iterator[tuple[str, Table]]:
    """Yield the ladder of each topic as a table."""
    names = Names(org.model, lang)
    columns = (
        Column("number", word("number", lang), 8, short=True),
        Column("position", _word("position", lang), 42),
        Column("within", word("within", lang), 25),
        Column("limit", _word("limit", lang), 25),
    )
    for topic, steps in org.model.ladders.items():
        rows = []
        for number, step in enumerate(steps, 1):
            note = joined(rung_remarks(names, step), lang)
            cells = (
                Cell(str(number)),
                Cell(names.of(step.who), note),
                Cell(names.within(step.within)),
                Cell(names.up_to(step.limit)),
            )
            rows.append(Row(cells, (of_ladder(topic, step),)))
        yield topic, Table("ladder", "", columns, tuple(rows))


def task_table(org: OnDay, lang: Lang) -> Table:
    """Return every task by business area, with who owns it."""
    names = Names(org.model, lang)
    by_area = grouped((org.model.catalogue.tasks[task].area, task) for task in org.tasks)
    rows: list[Row] = []
    for area, title in org.model.catalogue.areas.items():
        if area not in by_area:
            continue
        rows.append(Row((Cell(title.get(lang)),), band=True))
        for task in by_area[area]:
            answer = owner(org, task, ())
            who = names.several(answer.owners)
            who = who or (_word("nobody", lang) if answer.declared else "—")
            rows.append(Row((Cell(names.task(task)), Cell(who)), answer.evidence))
    columns = (Column("task", _word("task", lang), 55), Column("owner", _word("owner", lang), 45))
    return Table("tasks", "", columns, tuple(rows))
