"""A shorter job description: what the holder signs, without the lists of hand-offs."""

from __future__ import annotations

from dataclasses import replace

from dealer_roles.publish.document.blocks import Table
from dealer_roles.publish.document.document import Document, Section


def shortened(document: Document) -> Document:
    """Return a job description without its tables of hand-offs.

    Whom the holder deals with stays; who hands what to whom stands in the handbook. HR
    wants the job description of a clerk on two pages.

    Args:
        document: A job description; other documents have no such tables and stay as they are.
    """
    sections = (
        _contacts_only(section) if section.id == "relations" else section
        for section in document.sections
    )
    return replace(document, sections=tuple(section for section in sections if section.blocks))


def _contacts_only(section: Section) -> Section:
    kept = tuple(block for block in section.blocks if not isinstance(block, Table))
    return replace(section, blocks=kept)
