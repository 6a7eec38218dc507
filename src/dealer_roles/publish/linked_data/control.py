"""Which job description linked data speaks of: its code, edition, day and hash."""

from __future__ import annotations

from dealer_roles.organization.on_day import OnDay
from dealer_roles.publish.job_description.holder_facts import Subject
from dealer_roles.publish.job_description.sections import hash_here
from dealer_roles.publish.job_description.title_block import code_of, effective_of, version_of

HASH = "hash"


def job_description_node(org: OnDay, position: str) -> dict[str, object]:
    """Return the job description of a position as a schema.org ``DigitalDocument``."""
    subject = Subject.of(org, position, "zh")
    found: dict[str, object] = {
        "@type": "DigitalDocument",
        "identifier": [
            code_of(subject),
            {"@type": "PropertyValue", "propertyID": HASH, "value": hash_here(org, position)},
        ],
        "version": version_of(subject),
        "dateModified": effective_of(subject),
    }
    return {key: value for key, value in found.items() if value}
