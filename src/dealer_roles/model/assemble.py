"""Putting together documents that are known to be right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dealer_roles.model.organization import OrganizationModel
from dealer_roles.model.read_catalogue import CATALOGUE_KINDS, read_catalogue
from dealer_roles.model.read_organization import read_organization
from dealer_roles.source.document import Document

ORGANIZATION_KINDS = frozenset({"organization", "position", "process"})


def assemble(own: Sequence[Document], catalogue: Sequence[Document]) -> OrganizationModel:
    """Return the organization of documents that are free of findings."""
    entries = catalogue_entries(own, catalogue)
    facts = organization_facts(in_file_order(own))
    main = next(d for d in facts if d.data["kind"] == "organization")
    return read_organization(
        (main.file.label, main.data),
        [(d.file.label, d.data) for d in facts if d.data["kind"] == "position"],
        [(d.file.label, d.data) for d in facts if d.data["kind"] == "process"],
        read_catalogue((d.file.label, d.data) for d in entries),
    )


def in_file_order(documents: Iterable[Document]) -> list[Document]:
    """Return documents in the order of their files, whatever order they were read in."""
    return sorted(documents, key=lambda d: (d.file.label, d.index))


def catalogue_entries(own: Iterable[Document], catalogue: Iterable[Document]) -> list[Document]:
    """Return the documents that define the catalogue: its own, and those of the organization."""
    return [*catalogue, *(d for d in own if d.data["kind"] in CATALOGUE_KINDS)]


def organization_facts(own: Iterable[Document]) -> list[Document]:
    """Return the documents that define the organization itself."""
    return [d for d in own if d.data["kind"] in ORGANIZATION_KINDS]
