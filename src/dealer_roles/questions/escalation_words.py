"""Escalations in words: what every document says of a step, a branch, a rung."""

from __future__ import annotations

from collections.abc import Iterable

from dealer_roles.model.entities import LadderStep
from dealer_roles.organization.names import Names
from dealer_roles.questions.escalation_answer import EscalationAnswer, EscalationStep
from dealer_roles.values.duration import TimeLimit
from dealer_roles.values.money import Money
from dealer_roles.values.scope import Scope
from dealer_roles.words.document_words import word
from dealer_roles.words.marks import bracketed, joined, listed


def called(names: Names, step: EscalationStep) -> str:
    """Return who is called: a name, the source's words, or that nobody is named."""
    who = step.position or step.party
    if who:
        return names.of(who)
    return step.unnamed.get(names.lang) if step.unnamed else word("not-named", names.lang)


def remarks(names: Names, step: EscalationStep) -> list[str]:
    """Return what is said of a step: time, amount, condition, and its entry's own words."""
    own = [*_bounds(names, step.entry_within, step.entry_limit)]
    parts = [
        *_bounds(names, step.within, step.limit),
        condition(names, step),
        word("entry-says", names.lang).format(joined(own, names.lang)) if own else "",
        step.note.get(names.lang) if step.note else "",
    ]
    return [part for part in parts if part]


def condition(names: Names, step: EscalationStep) -> str:
    """Return under which condition and in which cases one turns to a step."""
    lang = names.lang
    when = word("where", lang).format(step.when.get(lang)) if step.when else ""
    return joined([when, for_cases(names, [step.scope] if step.scope else [])], lang)


def for_cases(names: Names, cases: Iterable[Scope]) -> str:
    """Return the cases that something is for; empty for every case."""
    words = [names.scope(case) for case in cases]
    return word("for-cases", names.lang).format(listed(words, names.lang)) if words else ""


def rung_remarks(names: Names, step: LadderStep) -> list[str]:
    """Return what a ladder says of a step besides time and amount."""
    lang = names.lang
    parts = [
        for_cases(names, [step.scope] if step.scope else []),
        word("alert", lang) if step.alert else "",
        word("skip-subject", lang) if step.skip_subject else "",
        step.note.get(lang) if step.note else "",
    ]
    return [part for part in parts if part]


def told(names: Names, answer: EscalationAnswer) -> str:
    """Return who is told at once; empty for nobody."""
    lang = names.lang
    people = []
    for one in answer.told:
        acts = word("acts", lang).format(names.within(one.within)) if one.within else ""
        said = [acts, *_bounds(names, None, one.limit), one.note.get(lang) if one.note else ""]
        said.append(for_cases(names, one.cases))
        people.append(bracketed(names.of(one.position or one.party), joined(said, lang), lang))
    return word("at-once", lang).format(listed(people, lang)) if people else ""


def _bounds(names: Names, within: TimeLimit | None, limit: Money | None) -> list[str]:
    amount = names.up_to(limit)
    if limit and limit.amount:
        amount = word("decides", names.lang).format(amount)
    return [part for part in (names.within(within), amount) if part]
