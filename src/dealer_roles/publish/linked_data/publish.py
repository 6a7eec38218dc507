"""Linked data of an organization, rendered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealer_roles.organization.on_day import OnDay
from dealer_roles.values.text import Lang

if TYPE_CHECKING:
    from dealer_roles.publish.linked_data.described import Opening


def occupation_of(
    org: OnDay,
    position: str,
    lang: Lang = "zh",
    vacancy: Opening | None = None,
) -> str:
    """Return a position as JSON-LD of schema.org: ``Occupation``, or ``JobPosting``.

    Args:
        org: The organization on a day.
        position: The position or post.
        lang: The language of its words.
        vacancy: What a job posting says beyond the position.

    Raises:
        UnknownId: There is no such position.
    """
    from dealer_roles.publish.linked_data.described import occupation
    from dealer_roles.publish.linked_data.jsonld import jsonld

    return jsonld(occupation(org, position, lang, vacancy))


def organization_jsonld(org: OnDay, base: str = "") -> str:
    """Return an organization as JSON-LD of the W3C Organization Ontology.

    Args:
        org: The organization on a day.
        base: What the IRIs begin with; by default a URN of the organization's id.
    """
    from dealer_roles.publish.linked_data.described import organization as described
    from dealer_roles.publish.linked_data.jsonld import jsonld

    return jsonld(described(org, base or f"urn:dealer-roles:{org.model.id}:"))
