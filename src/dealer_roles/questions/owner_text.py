"""Who owns a task, as text."""

from __future__ import annotations

from dealer_roles.organization.in_names import InNames
from dealer_roles.organization.on_day import OnDay
from dealer_roles.organization.with_ids import listed, name_of, task_name, with_id
from dealer_roles.questions.owner_answer import OwnerAnswer
from dealer_roles.values.part_words import region_words
from dealer_roles.values.printed import Printed, PrintedLine, PrintedTable, heading
from dealer_roles.words import marks
from dealer_roles.words.answer_words import word, words


def printed(org: OnDay, answer: OwnerAnswer, lang: str) -> Printed:
    """Yield who owns a task, why, and where it stands."""
    yield heading(task_name(org.model, answer.task, lang))
    who = listed(org.model, answer.owners, lang) or word("nobody", lang)
    split = f" · {word('split', lang)}" if answer.split else ""
    yield PrintedLine(f"{word(answer.status, lang)}{split}: {who}")
    yield PrintedLine(f"{word('why', lang)}: {InNames(org.model)(answer.why).get(lang)}")
    if answer.split or len(answer.cells) > 1:
        yield PrintedLine()
        yield _cells(org, answer, lang)
    if answer.evidence:
        yield PrintedLine()
        yield _evidence(org, answer, lang)


def _cells(org: OnDay, answer: OwnerAnswer, lang: str) -> PrintedTable:
    rows = [
        (
            region_words((c.scope,), org.dimensions).get(lang),
            word("declared" if c.declared else c.status, lang),
            marks.listed((name_of(org.model, owner, lang) for owner in c.owners), lang),
            c.inherited_from
            and word("inherited-from", lang).format(task_name(org.model, c.inherited_from, lang)),
        )
        for c in answer.cells
    ]
    return PrintedTable([word("scope", lang), "", word("holder", lang), ""], rows)


def _evidence(org: OnDay, answer: OwnerAnswer, lang: str) -> PrintedTable:
    rows = [
        (
            with_id(org.model, e.position, lang),
            word("declared" if e.kind == "unowned" else e.responsibility, lang),
            " ".join(e.sources) or word(e.basis, lang),
            e.span,
        )
        for e in answer.evidence
    ]
    return PrintedTable(words(("holder", "responsibility", "sources", "where"), lang), rows)
