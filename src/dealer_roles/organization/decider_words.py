"""Who decides how much, in the words of documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dealer_roles.model.organization import OrganizationModel
from dealer_roles.organization.authority import Authorities, Decider
from dealer_roles.organization.names import Names, up_to
from dealer_roles.values.grouped import grouped
from dealer_roles.values.text import LANGS, Text
from dealer_roles.words.document_words import word
from dealer_roles.words.marks import bracketed, continued, introduced, listed


def deciders_line(names: Names, deciders: Iterable[Decider]) -> str:
    """Return who decides up to how much, from the lowest to the highest."""
    return " → ".join(f"{decider_name(names, d)} {limit_words(d, names.lang)}" for d in deciders)


def deciders_text(model: OrganizationModel, deciders: Sequence[Decider]) -> Text:
    """Return who decides up to how much, in both languages."""
    zh, en = (deciders_line(Names(model, lang), deciders) for lang in LANGS)
    return Text(zh, en)


def decision_lines(names: Names, tables: Iterable[Authorities]) -> list[str]:
    """Return who decides, a line for each different answer.

    Each line once; where there are several, each says of which cases, or of which matter.
    """
    cases = grouped(
        (deciders_line(names, t.deciders), names.scope(t.row.scope) or names.topic(t.row.topic))
        for t in tables
    )
    label = continued(word("decided-by", names.lang))
    several = len(cases) > 1
    heads = (listed(said, names.lang) if several else "" for said in cases.values())
    return [
        introduced(bracketed(label, head, names.lang), line, names.lang)
        for head, line in zip(heads, cases, strict=True)
    ]


def decider_name(names: Names, decider: Decider) -> str:
    """Return what somebody who decides is called."""
    return decider.name.get(names.lang) if decider.name else names.of(decider.holder)


def limit_words(decider: Decider, lang: str) -> str:
    """Return up to how much somebody decides; that there is no limit is said."""
    if decider.up_to is None:
        return word("no-limit", lang)
    return up_to(decider.up_to, lang)
