"""The one state of files that a snapshot is valid for."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path

from dealer_roles.source.file import SourceFile

FORMAT = 1


def key_of(files: Iterable[SourceFile]) -> str:
    """Return the hash of files, their names and every byte of them, and of the code."""
    digest = sha256(f"format {FORMAT} {_code()}".encode())
    for file in files:
        with open(file.path, "rb") as stream:
            content = stream.read()
        digest.update(f"\0{file.label}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


@cache
def _code() -> str:
    """Return the hash of this package's code: what other code made is made again."""
    package = Path(__file__).parent.parent
    digest = sha256()
    for path in sorted(package.rglob("*.py")):
        digest.update(f"\0{path.relative_to(package).as_posix()}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()
