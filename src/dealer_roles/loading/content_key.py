"""The one state of files and of this package's code that a snapshot is valid for."""

from __future__ import annotations

import os
import sys
from functools import cache
from hashlib import sha256

from dealer_roles.source.resources import code_folder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from dealer_roles.source.file import SourceFile

CODE = ("values", "words", "source", "model", "organization", "questions", "loading")
"""The packages that decide what a snapshot says, and how it is read."""


def key_of(files: Iterable[tuple[str | os.PathLike[str], str] | SourceFile]) -> str:
    """Return the hash of files (path, label): every byte and label, and of the code."""
    digest = sha256(code_key().encode())
    for path, label, *_ in files:
        with open(path, "rb") as stream:
            content = stream.read()
        digest.update(f"\0{label}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


@cache
def code_key() -> str:
    """Return the hash of the code that makes snapshots and reads them."""
    digest = sha256(sys.byteorder.encode())  # numbers are kept as bytes
    for package in CODE:
        folder = code_folder(package)
        for name in sorted(os.listdir(folder)):
            if name.endswith(".py"):
                with open(os.path.join(folder, name), "rb", buffering=0) as stream:
                    digest.update(name.encode() + b"\0" + stream.read() + b"\0")
    return digest.hexdigest()
