"""What stands in the files of a folder, read once however often it is judged."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dealer_roles.loading.folder_state import Reading
from dealer_roles.loading.shared_catalogues import read_shared
from dealer_roles.source.discovery import discover
from dealer_roles.source.document import Locator, YamlDocument, read_documents
from dealer_roles.source.file import SourceFile
from dealer_roles.source.remarkable import may_want_remarks
from dealer_roles.source.settings import find_settings
from dealer_roles.values.findings import Finding


class FolderText:
    """The documents of a folder, and of the catalogues beside it; none is checked yet.

    Attributes:
        folder: The folder.
        settings: The settings that hold in it.
        files: Its files.
        documents: What stands in them.
        findings: What cannot be read.
        locator: Finds places in them.
        reading: Knows the state of the very bytes that were read.
    """

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.reading = Reading(folder)
        self.settings = find_settings(folder)
        self.files, unread = discover(Path(folder), self.settings)
        self._remarkable: list[tuple[SourceFile, str]] = []
        self.documents, unreadable = read_documents(self.files, self.settings, self._seen)
        self.findings = (*unread, *unreadable)
        self.locator = Locator(self.settings)
        self._beside: dict[str, tuple[list[YamlDocument], list[Finding]]] = {}

    def _seen(self, file: SourceFile, content: bytes) -> None:
        self.reading.seen(file, content)
        if may_want_remarks(content):
            self._remarkable.append((file, content.decode("utf-8-sig", "replace")))

    def remarks(self) -> Iterator[Finding]:
        """Yield what stands in files that are right and is hardly meant."""
        if self._remarkable:
            from dealer_roles.source.yaml_remarks import finding_of, remarks

            for file, text in self._remarkable:
                yield from (finding_of(file.label, n, p) for n, p in enumerate(remarks(text)))

    def catalogue_beside(self, name: str) -> tuple[list[YamlDocument], list[Finding]]:
        """Return the documents of a catalogue outside of the folder, and what is wrong there."""
        found = self._beside.get(name)
        if found is None:
            files, problems = discover(Path(self.folder, name), self.settings)
            good, misfits = read_shared(files, self.settings, self.reading.seen)
            found = self._beside[name] = good, [*problems, *misfits]
        return found
