"""The organizations and the catalogue that ship with the package."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from dealer_roles.loading.bundled_paths import CATALOGUE, bundled, bundled_folder, bundled_paths
from dealer_roles.source.file import SourceFile

if TYPE_CHECKING:
    from dealer_roles.source.document import YamlDocument

__all__ = ["CATALOGUE", "Bundle", "bundle", "bundled", "bundled_files", "bundled_folder"]


def bundled_files(name: str) -> list[SourceFile]:
    """Return the files of a bundled organization, labelled ``bundled:…``, in order."""
    return [SourceFile(path, label) for path, label in bundled_paths(name)]


class Bundle(NamedTuple):
    """Documents that ship with the package.

    Attributes:
        documents: The documents; their form is right.
        proven: They come from a snapshot, which is only made of definitions that load.
    """

    documents: tuple[YamlDocument, ...]
    proven: bool


@cache
def bundle(name: str) -> Bundle:
    """Return the documents of a bundled organization, from its snapshot if it holds.

    Raises:
        InvalidDefinitions: The files were changed and no longer fit their shapes.
    """
    from dealer_roles.loading.snapshot_store import read_snapshot

    files = bundled_files(name)
    documents = read_snapshot(name, files)
    if documents is not None:
        return Bundle(tuple(documents), True)
    from dealer_roles.loading.checked_files import read_checked
    from dealer_roles.source.settings import DEFAULTS
    from dealer_roles.values.errors import InvalidDefinitions

    documents, findings, _ = read_checked(files, DEFAULTS)
    if findings:
        raise InvalidDefinitions(findings)
    return Bundle(tuple(documents), False)
