"""What a letter alone does not say: the conditions and limits of a share."""

from __future__ import annotations

from collections.abc import Mapping

from dealer_roles.model.entities import Duty
from dealer_roles.organization.names import Names
from dealer_roles.words.document_words import remarked, word
from dealer_roles.words.marks import clauses
from dealer_roles.words.plain_text import one_line


def condition_of(duty: Duty, names: Names, letters: Mapping[str, str]) -> str:
    """Return the conditions and limits of a share after its letter; empty for none.

    Args:
        duty: The share.
        names: The words to say it in.
        letters: The letter of each kind of share.
    """
    lang = names.lang
    found = [
        remarked("when", duty.when.get(lang), lang) if duty.when else "",
        names.within(duty.within),
        names.up_to(duty.limit),
        remarked("supports-whom", names.several(duty.supports), lang) if duty.supports else "",
        word("own-work", lang) if duty.own_work_never else "",
        remarked("valid", names.valid(duty.valid), lang) if duty.valid else "",
    ]
    said = clauses([one_line(text) for text in found if text], lang)
    return f"{letters[duty.responsibility]} {said}" if said else ""
