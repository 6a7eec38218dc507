"""Who decides how much, in the words of documents."""

from __future__ import annotations

from collections.abc import Iterable

from dealer_roles.organization.authority import Decider
from dealer_roles.organization.names import Names
from dealer_roles.words.document_words import word


def deciders_line(names: Names, deciders: Iterable[Decider]) -> str:
    """Return who decides up to how much, from the lowest to the highest."""
    return " → ".join(f"{decider_name(names, d)} {decides(names, d)}" for d in deciders)


def decider_name(names: Names, decider: Decider) -> str:
    """Return what somebody who decides is called."""
    return decider.name.get(names.lang) if decider.name else names.of(decider.holder)


def decides(names: Names, decider: Decider) -> str:
    """Return up to how much somebody decides; that there is no limit is said."""
    return names.up_to(decider.up_to) or word("no-limit", names.lang)
