"""A catalogue beside several organizations: parsed once in a run, while no byte of it changes.

Its files are read for each organization all the same, through the same gate: only what was
made of the very same bytes, under the same names and settings, is not made again.
"""

from __future__ import annotations

from collections.abc import Sequence

from dealer_roles.loading.checked_files import read_checked
from dealer_roles.loading.folder_state import digest_of
from dealer_roles.source.document import Seen, YamlDocument
from dealer_roles.source.file import SourceFile
from dealer_roles.source.gate import Refused, read_bytes
from dealer_roles.source.settings import Settings
from dealer_roles.values.fields import replace
from dealer_roles.values.findings import Finding

MOST_KEPT = 4
_Key = tuple[Settings, tuple[tuple[str, bytes], ...]]
_KEPT: dict[_Key, tuple[YamlDocument, ...]] = {}


def read_shared(
    files: Sequence[SourceFile], settings: Settings, seen: Seen
) -> tuple[list[YamlDocument], list[Finding]]:
    """Return the documents of a catalogue whose form is right, and findings on the rest.

    Args:
        files: Its files.
        settings: The settings that hold for the organization that names it.
        seen: Is told the content of each file that is read.
    """
    contents = _contents(files, settings) if _KEPT else None
    known = None if contents is None else _KEPT.get(_key(settings, files, contents))
    if contents is not None and known is not None:
        for file, content in zip(files, contents, strict=True):
            seen(file, content)
        here = {file.label: file for file in files}
        return [replace(document, file=here[document.file.label]) for document in known], []
    return _read(files, settings, seen)


def _read(
    files: Sequence[SourceFile], settings: Settings, seen: Seen
) -> tuple[list[YamlDocument], list[Finding]]:
    """Read and check files, and keep what was made of them where nothing is wrong."""
    used: dict[SourceFile, bytes] = {}

    def read(file: SourceFile, content: bytes) -> None:
        seen(file, content)
        used[file] = content

    documents, findings, _ = read_checked(files, settings, read)
    if not findings and len(used) == len(files):
        if len(_KEPT) >= MOST_KEPT:
            _KEPT.clear()
        _KEPT[_key(settings, files, [used[file] for file in files])] = tuple(documents)
    return documents, findings


def _key(settings: Settings, files: Sequence[SourceFile], contents: Sequence[bytes]) -> _Key:
    named = zip(files, contents, strict=True)
    return settings, tuple((file.label, digest_of(content)) for file, content in named)


def _contents(files: Sequence[SourceFile], settings: Settings) -> list[bytes] | None:
    """Return what stands in files; nothing where one of them may not be read."""
    try:
        return [read_bytes(file.path, file.inside, settings.max_file_bytes) for file in files]
    except Refused:
        return None
