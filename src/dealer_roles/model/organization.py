"""One organization as a value: what was read, checked and put together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Literal

from dealer_roles.model.authority_table import AuthorityRow
from dealer_roles.model.catalogue import Catalogue
from dealer_roles.model.edition import EditionEntry
from dealer_roles.model.entities import (
    Department,
    Duty,
    Escalation,
    Handoff,
    LadderStep,
    LeftOut,
    Position,
    Post,
    Process,
    Unowned,
)
from dealer_roles.model.key_places import KeyPlaces
from dealer_roles.model.paper import DocumentField, FixedClause, Signers
from dealer_roles.values.duration import Calendar
from dealer_roles.values.fields import field
from dealer_roles.values.frozen import frozen
from dealer_roles.values.span import Span
from dealer_roles.values.text import LANGS, Text


@frozen
class OrganizationModel:
    """The facts of one organization; every collection is in the order of ids or files.

    Attributes:
        keys: Where its own file asks for something; ``None`` where it was not read from one.
    """

    id: str
    name: Text
    languages: tuple[str, ...]
    span: Span
    catalogue: Catalogue
    title: Text | None
    about: Text | None
    version: str
    effective: dt.date | None
    coverage: Literal["stated", "complete", "like"]
    calendar: Calendar
    departments: Mapping[str, Department]
    positions: Mapping[str, Position]
    posts: Mapping[str, Post]
    duties: tuple[Duty, ...]
    handoffs: tuple[Handoff, ...]
    escalations: tuple[Escalation, ...]
    ladders: Mapping[str, tuple[LadderStep, ...]]
    authority: tuple[AuthorityRow, ...]
    processes: Mapping[str, Process]
    unowned: tuple[Unowned, ...]
    left_out: tuple[LeftOut, ...]
    editions: tuple[EditionEntry, ...]
    clauses: tuple[FixedClause, ...] = ()
    document_fields: tuple[DocumentField, ...] = ()
    signers: Signers = Signers()
    meant: tuple[str, ...] = ()
    keys: KeyPlaces | None = field(default=None, compare=False, repr=False)

    def asked_at(self, key: str) -> Span:
        """Return where a key of its own file stands, else the file as a whole."""
        return self.keys.of(key) if self.keys else self.span

    @property
    def languages_to_ask(self) -> tuple[str, ...]:
        """The languages of answers and documents: those with fixed words, and its own."""
        return (*LANGS, *(lang for lang in self.languages if lang not in LANGS))
