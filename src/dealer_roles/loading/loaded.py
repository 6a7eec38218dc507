"""What was read for one organization."""

from __future__ import annotations

from dataclasses import dataclass

from dealer_roles.model.organization import OrganizationModel
from dealer_roles.source.discovery import label_of
from dealer_roles.source.document import Document
from dealer_roles.values.errors import InvalidDefinitions
from dealer_roles.values.findings import Finding

_BUNDLED = "bundled:"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read for one organization.

    Attributes:
        model: The organization, or ``None`` if it cannot be built.
        documents: All checked documents of its folder, of every kind.
        findings: Everything that is wrong.
        folder: Its folder.
        files: What the files that were read are called, also those nothing could be made of.
        passed_over: How many files of the folder were not read.
        notes: What is worth saying of an organization that stands: ids it uses that are old.
        problems: What a lenient load found wrong and left out.
    """

    model: OrganizationModel | None
    documents: tuple[Document, ...]
    findings: tuple[Finding, ...]
    folder: str
    files: tuple[str, ...] = ()
    passed_over: int = 0
    notes: tuple[Finding, ...] = ()
    problems: tuple[Finding, ...] = ()

    def require(self) -> OrganizationModel:
        """Return the organization.

        Raises:
            InvalidDefinitions: It cannot be built.
        """
        if self.model is None or self.findings:
            raise InvalidDefinitions(self.findings)
        return self.model

    @property
    def stands(self) -> bool:
        """Whether it was built without a finding, so that rules can speak of it."""
        return self.model is not None and not self.findings

    @property
    def files_read(self) -> int:
        """How many files were read."""
        return len(set(self.files) or {document.file.label for document in self.documents})

    @property
    def origin(self) -> str:
        """Where it comes from: ``bundled:NAME``, or its folder as answers show it."""
        first = self.documents[0].file.label if self.documents else ""
        return first.partition("/")[0] if first.startswith(_BUNDLED) else label_of(self.folder)

    @property
    def id(self) -> str:
        """Its id; what its main file says where it cannot be built, else nothing."""
        if self.model is not None:
            return self.model.id
        mains = (d.value for d in self.documents if d.kind == "organization")
        return next((str(main.id) for main in mains), "")
