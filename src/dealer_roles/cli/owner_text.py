"""The answer to ``owner`` as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealer_roles.cli.names import listed, task_name, with_id
from dealer_roles.cli.output import heading, line, table
from dealer_roles.values.part_words import region_words
from dealer_roles.words.answer_words import word, words

if TYPE_CHECKING:
    from dealer_roles.facade import Organization
    from dealer_roles.questions.owner import OwnerAnswer


def print_owner(organization: Organization, answer: OwnerAnswer, lang: str) -> None:
    """Write who owns a task, why, and where it stands."""
    heading(task_name(organization, answer.task, lang))
    who = listed(organization, answer.owners, lang) or word("nobody", lang)
    split = f" · {word('split', lang)}" if answer.split else ""
    line(f"{word(answer.status, lang)}{split}: {who}")
    line(f"{word('why', lang)}: {answer.why.get(lang)}")
    if answer.split or len(answer.cells) > 1:
        dimensions = organization.on().dimensions
        rows = [
            (
                region_words((c.scope,), dimensions).get(lang),
                word("declared" if c.declared else c.status, lang),
                ", ".join(c.owners),
                c.inherited_from and word("inherited-from", lang).format(c.inherited_from),
            )
            for c in answer.cells
        ]
        line()
        table([word("scope", lang), "", word("holder", lang), ""], rows)
    if answer.evidence:
        line()
        evidence = [
            (
                with_id(organization, e.position, lang),
                word(e.responsibility, lang),
                " ".join(e.sources) or word(e.basis, lang),
                e.span,
            )
            for e in answer.evidence
        ]
        table(words(("holder", "responsibility", "sources", "where"), lang), evidence)
