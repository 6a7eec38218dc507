"""Duties as text."""

from __future__ import annotations

from dealer_roles.organization.on_day import OnDay
from dealer_roles.organization.with_ids import name_of, task_name
from dealer_roles.questions.duties import Duties
from dealer_roles.values.printed import Printed, PrintedLine, PrintedTable
from dealer_roles.values.scope import scope_words
from dealer_roles.values.text import Text
from dealer_roles.words.answer_words import word, words

_NOTHING = Text("没有职责。", "No duties.")


def printed(org: OnDay, found: Duties, lang: str) -> Printed:
    """Yield the duties as one table."""
    if not found:
        yield PrintedLine(_NOTHING.get(lang))
        return
    rows = [
        (
            name_of(org.model, v.duty.holder, lang),
            word(v.duty.responsibility, lang),
            task_name(org.model, v.duty.task, lang),
            scope_words(v.duty.scope),
            v.text.get(lang),
            " ".join(v.duty.sources) or word(v.duty.basis, lang),
            v.duty.span,
        )
        for v in found
    ]
    keys = ("holder", "responsibility", "task", "scope", "duty", "sources", "where")
    yield PrintedTable(words(keys, lang), rows)
