"""Reading files and checking their form, for every kind of file there is."""

from __future__ import annotations

from collections.abc import Sequence

from dealer_roles.loading.file_kinds import declarations
from dealer_roles.model.checked import check_form
from dealer_roles.source.document import Locator, Seen, YamlDocument, read_documents
from dealer_roles.source.file import SourceFile
from dealer_roles.source.settings import Settings
from dealer_roles.values.findings import Finding


def read_checked(
    files: Sequence[SourceFile], settings: Settings, seen: Seen | None = None
) -> tuple[list[YamlDocument], list[Finding], Locator]:
    """Read files; return the documents whose form is right and findings on all the rest."""
    locator = Locator(settings)
    documents, findings = read_documents(files, settings, seen)
    good, misfits = check_form(documents, declarations(), locator)
    return good, [*findings, *misfits], locator
