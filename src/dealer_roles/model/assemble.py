"""Putting together documents that are known to be right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dealer_roles.model.catalogue import catalogue_of
from dealer_roles.model.edition import EditionsFile
from dealer_roles.model.key_places import KeyPlaces
from dealer_roles.model.kinds import CATALOGUE_KINDS, ORGANIZATION_KINDS
from dealer_roles.model.link import link
from dealer_roles.model.organization import OrganizationModel
from dealer_roles.model.organization_file import OrganizationFile
from dealer_roles.model.position import Position
from dealer_roles.model.process import Process
from dealer_roles.source.document import YamlDocument
from dealer_roles.values.fields import replace


def assemble(own: Sequence[YamlDocument], catalogue: Sequence[YamlDocument]) -> OrganizationModel:
    """Return the organization of documents that are free of findings."""
    documents = in_file_order(own)
    facts = [document.value for document in documents]
    main = next(d for d in documents if isinstance(d.value, OrganizationFile))
    entries = catalogue_entries(own, catalogue)
    linked = link(
        main.value,
        [fact for fact in facts if isinstance(fact, Position)],
        [fact for fact in facts if isinstance(fact, Process)],
        [fact for fact in facts if isinstance(fact, EditionsFile)],
        catalogue_of(entry.value for entry in entries),
    )
    return replace(linked, keys=KeyPlaces(main))


def in_file_order(documents: Iterable[YamlDocument]) -> list[YamlDocument]:
    """Return documents in the order of their files, whatever order they were read in."""
    return sorted(documents, key=lambda d: d.place)


def catalogue_entries(
    own: Iterable[YamlDocument], catalogue: Iterable[YamlDocument]
) -> list[YamlDocument]:
    """Return the documents that define the catalogue: its own, and those of the organization."""
    return [*catalogue, *(d for d in own if d.kind in CATALOGUE_KINDS)]


def organization_facts(own: Iterable[YamlDocument]) -> list[YamlDocument]:
    """Return the documents that define the organization itself."""
    return [d for d in own if d.kind in ORGANIZATION_KINDS]
