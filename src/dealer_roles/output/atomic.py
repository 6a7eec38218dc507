"""Writing a file so that a reader sees the old one or the new one, never half of it."""

from __future__ import annotations

import contextlib
import os

_BINARY = getattr(os, "O_BINARY", 0)  # Windows would change line ends


def replace_file(path: str | os.PathLike[str], content: str | bytes) -> None:
    """Write ``content`` beside ``path`` and rename it into place; folders are made.

    Args:
        path: The file; one that exists keeps its permissions.
        content: All of it; text is written as UTF-8.

    Raises:
        OSError: It cannot be written; a file that stood there is untouched, nothing else is left.
    """
    target = os.path.abspath(path)
    folder, name = os.path.split(target)
    os.makedirs(folder, exist_ok=True)
    temporary = os.path.join(folder, f".{name}.{os.urandom(8).hex()}.tmp")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content.encode() if isinstance(content, str) else content)
        with contextlib.suppress(FileNotFoundError):
            os.chmod(temporary, os.stat(target).st_mode & 0o777)
        os.replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise
