"""The one state of files that a snapshot is valid for."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from dealer_roles.source.file import SourceFile

FORMAT = 1


def key_of(files: Iterable[SourceFile]) -> str:
    """Return the hash of files: their names and every byte of them."""
    digest = sha256(f"format {FORMAT}".encode())
    for file in files:
        with open(file.path, "rb") as stream:
            content = stream.read()
        digest.update(f"\0{file.label}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()
