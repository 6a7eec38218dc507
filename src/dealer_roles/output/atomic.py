"""Writing a file so that a reader sees the old one or the new one, never half of it."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable

_BINARY = getattr(os, "O_BINARY", 0)  # Windows would change line ends


def replace_file(path: str | os.PathLike[str], pieces: Iterable[bytes]) -> None:
    """Write all pieces beside ``path`` and rename that into place; folders are made.

    Args:
        path: A regular file, or nothing; one that exists keeps its owner and permissions.
        pieces: All of it, bit by bit; where making them fails nothing is left of them.

    Raises:
        OSError: It cannot be written; a file that stood there is untouched, nothing else is left.
    """
    target = os.path.abspath(path)
    folder = os.path.dirname(target)
    os.makedirs(folder, exist_ok=True)
    temporary = os.path.join(folder, f".{os.urandom(8).hex()}.tmp")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.writelines(pieces)
        _like(temporary, target)
        os.replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise


def _like(temporary: str, target: str) -> None:
    """Give a file the owner and permissions of the one it will replace, if there is one."""
    try:
        before = os.stat(target)
    except FileNotFoundError:
        return
    if hasattr(os, "chown"):
        with contextlib.suppress(PermissionError):
            os.chown(temporary, before.st_uid, before.st_gid)
    os.chmod(temporary, before.st_mode & 0o7777)
