"""The organizations and the catalogue that ship with the package."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from dealer_roles.source.file import SourceFile
from dealer_roles.source.resources import resource

if TYPE_CHECKING:
    from dealer_roles.source.document import Document

CATALOGUE = "catalogue"


@cache
def bundled() -> tuple[str, ...]:
    """Return the names of the bundled organizations: ``standard``, then the references."""
    names = sorted(
        n
        for n in os.listdir(resource("definitions", "references"))
        if n[0] == "d" and n[1:].isdigit()
    )
    return ("standard", *names)


def bundled_folder(name: str) -> str:
    """Return the folder of a bundled organization, or of the catalogue."""
    if name in ("standard", CATALOGUE):
        return resource("definitions", name)
    return resource("definitions", "references", name)


def bundled_files(name: str) -> list[SourceFile]:
    """Return the files of a bundled organization, labelled ``bundled:…``, in order."""
    root = bundled_folder(name)
    found: list[SourceFile] = []
    for folder, folders, files in os.walk(root):
        folders.sort()
        relative = os.path.relpath(folder, root).replace(os.sep, "/")
        prefix = f"bundled:{name}/" + ("" if relative == "." else f"{relative}/")
        found += [
            SourceFile(os.path.join(folder, file), prefix + file)
            for file in files
            if file.endswith(".yaml")
        ]
    return sorted(found, key=lambda file: file.label)


class Bundle(NamedTuple):
    """Documents that ship with the package.

    Attributes:
        documents: The documents; their form is right.
        proven: They come from a snapshot, which is only made of definitions that load.
    """

    documents: tuple[Document, ...]
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
