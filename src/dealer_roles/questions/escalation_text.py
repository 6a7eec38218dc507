"""An escalation as text: every branch, who is told at once, how it ends."""

from __future__ import annotations

from dealer_roles.organization.in_names import InNames
from dealer_roles.organization.names import Names
from dealer_roles.organization.on_day import OnDay
from dealer_roles.organization.with_ids import with_id
from dealer_roles.questions.escalation_answer import (
    EscalationAnswer,
    EscalationBranch,
    EscalationStep,
)
from dealer_roles.questions.escalation_joined import branch_why
from dealer_roles.questions.escalation_words import condition, for_cases, told
from dealer_roles.values.printed import Printed, PrintedLine, PrintedTable, aside, heading
from dealer_roles.values.text import Lang
from dealer_roles.words.answer_words import word, words
from dealer_roles.words.marks import bracketed, clauses, joined


def printed(org: OnDay, answer: EscalationAnswer, lang: Lang) -> Printed:
    """Yield every step, each branch, who is told at once, and how it ends."""
    names, read = Names(org.model, lang), InNames(org.model)
    topic = org.model.catalogue.topics.get(answer.topic)
    about = f" · {topic.name.get(lang)} ({topic.id})" if topic else ""
    yield heading(with_id(org.model, answer.position, lang) + about)
    if answer.steps:
        yield PrintedLine()
        yield _steps(org, names, read, answer)
        yield PrintedLine()
    if len(answer.branches) > 1:
        for branch in answer.branches:
            yield PrintedLine(_way(names, read, answer, branch))
    at_once = told(names, answer)
    if at_once:
        yield PrintedLine(at_once)
    yield PrintedLine(read(answer.why).get(lang))
    for place in dict.fromkeys(str(e.span) for e in answer.evidence):
        yield aside(f"  {place}")


def _steps(org: OnDay, names: Names, read: InNames, answer: EscalationAnswer) -> PrintedTable:
    """Return every step; what it follows and when only where something is told of it."""
    columns = ("after", "position", "when", "within", "limit", "why")
    heads = ["#", *words(columns, names.lang)]
    rows = [_row(org, names, read, answer, step) for step in answer.steps]
    branching = len(answer.branches) > 1
    blank = {1} if not branching else set()
    blank |= {3} if not any(row[3] for row in rows) else set()
    keep = [n for n in range(len(heads)) if n not in blank]
    return PrintedTable([heads[n] for n in keep], [tuple(row[n] for n in keep) for row in rows])


def _way(names: Names, read: InNames, answer: EscalationAnswer, branch: EscalationBranch) -> str:
    """Return one branch in a line: its cases, its steps, its end."""
    steps = " → ".join(str(step.number) for step in answer.chain(branch)) or "-"
    end = read(branch_why(answer, branch)).get(names.lang)
    parts = [steps, for_cases(names, branch.cases), end]
    return " · ".join(part for part in parts if part)


def _row(
    org: OnDay, names: Names, read: InNames, answer: EscalationAnswer, step: EscalationStep
) -> tuple[object, ...]:
    lang = names.lang
    return (
        step.number,
        step.after or "",
        _who(org, step, lang),
        joined([_cases(names, answer, step), condition(names, step)], lang),
        _with_own(step.within, step.entry_within, lang),
        _with_own(step.limit, step.entry_limit, lang),
        clauses((read(reason).get(lang) for reason in (step.why, step.note) if reason), lang),
    )


def _cases(names: Names, answer: EscalationAnswer, step: EscalationStep) -> str:
    """The cases of the branches of a first step."""
    if step.scope or step.after:
        return ""
    found = (b for b in answer.branches if step in answer.chain(b))
    return for_cases(names, next((branch.cases for branch in found), ()))


def _with_own(of_ladder: object, of_entry: object, lang: Lang) -> str:
    """Return what the ladder says, and what the entry says otherwise."""
    shown = "" if of_ladder is None else of_ladder.get(lang)  # type: ignore[attr-defined]
    if of_entry is None:
        return str(shown)
    own = word("entry", lang).format(of_entry.get(lang))  # type: ignore[attr-defined]
    return bracketed(str(shown), own, lang)


def _who(org: OnDay, step: EscalationStep, lang: Lang) -> str:
    if step.party:
        who = f"{word('outside', lang)}: {with_id(org.model, step.party, lang)}"
    elif step.position is None:
        who = f"({word('unnamed', lang)})"
    else:
        who = with_id(org.model, step.position, lang)
    return f"{who} · {word('alert', lang)}" if step.alert else who
