"""What was read for one organization."""

from __future__ import annotations

import os
from collections.abc import Mapping

from dealer_roles.model.organization import OrganizationModel
from dealer_roles.source.document import YamlDocument
from dealer_roles.source.labels import label_of
from dealer_roles.values.errors import InvalidDefinitions
from dealer_roles.values.fields import field
from dealer_roles.values.findings import Finding
from dealer_roles.values.frozen import frozen
from dealer_roles.values.span import Span, is_bundled


@frozen
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
        outside: The documents of each catalogue that lies outside of the folder.
        problems: What a lenient load found wrong and left out.
        state: The state of everything it was read from; empty where nobody may know it.
    """

    model: OrganizationModel | None
    documents: tuple[YamlDocument, ...]
    findings: tuple[Finding, ...]
    folder: str
    files: tuple[str, ...] = ()
    passed_over: int = 0
    notes: tuple[Finding, ...] = ()
    outside: Mapping[str, tuple[YamlDocument, ...]] = field(default_factory=dict)
    problems: tuple[Finding, ...] = ()
    state: str = ""

    def require(self) -> OrganizationModel:
        """Return the organization.

        Raises:
            InvalidDefinitions: It cannot be built.
        """
        if self.model is None or self.findings:
            from dealer_roles.model.soundness import SEVERAL

            one = all(finding.code != SEVERAL for finding in self.findings)
            raise InvalidDefinitions(self.findings, lenient_helps=one and bool(self.files))
        return self.model

    @property
    def stands(self) -> bool:
        """Whether it was built without a finding, so that rules can speak of it."""
        return self.model is not None and not self.findings

    @property
    def built(self) -> bool:
        """Whether it was built, be it with findings."""
        return self.model is not None

    @property
    def positions(self) -> int:
        """How many positions it has."""
        return 0 if self.model is None else len(self.model.positions)

    @property
    def place(self) -> Span:
        """Where it is defined; its folder where nothing says so."""
        if self.model is not None:
            return self.model.span
        mains = (d for d in self.documents if d.kind == "organization")
        return next((Span(d.file.label, d.line) for d in mains), Span(self.origin))

    @property
    def paths(self) -> Mapping[str, str | os.PathLike[str]]:
        """The paths of its files by their labels."""
        return {document.file.label: document.file.path for document in self.documents}

    @property
    def files_read(self) -> int:
        """How many files were read."""
        return len(set(self.files) or {document.file.label for document in self.documents})

    @property
    def origin(self) -> str:
        """Where it comes from: ``bundled:NAME``, or its folder as answers show it."""
        first = self.documents[0].file.label if self.documents else ""
        return first.partition("/")[0] if is_bundled(first) else label_of(self.folder)

    @property
    def id(self) -> str:
        """Its id; what its main file says where it cannot be built, else nothing."""
        if self.model is not None:
            return self.model.id
        mains = (d.value for d in self.documents if d.kind == "organization")
        return next((str(main.id) for main in mains), "")
