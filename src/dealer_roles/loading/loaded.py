"""What was read for one organization."""

from __future__ import annotations

from dataclasses import dataclass

from dealer_roles.model.organization import OrganizationModel
from dealer_roles.source.document import Document
from dealer_roles.values.errors import InvalidDefinitions
from dealer_roles.values.findings import Finding


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read for one organization.

    Attributes:
        model: The organization, or ``None`` if it cannot be built.
        documents: All checked documents of its folder, of every kind.
        findings: Everything that is wrong.
        folder: Its folder.
    """

    model: OrganizationModel | None
    documents: tuple[Document, ...]
    findings: tuple[Finding, ...]
    folder: str

    def require(self) -> OrganizationModel:
        """Return the organization.

        Raises:
            InvalidDefinitions: It cannot be built.
        """
        if self.model is None or self.findings:
            raise InvalidDefinitions(self.findings)
        return self.model
