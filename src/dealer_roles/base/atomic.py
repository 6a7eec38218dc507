"""Writing a file so that it is there whole or not at all."""

from __future__ import annotations

import os


def replace_file(path: str | os.PathLike[str], content: str | bytes) -> None:
    """Write ``content`` to a temporary file beside ``path`` and rename it; makes its folder.

    Raises:
        OSError: It cannot be written; nothing is left behind.
    """
    folder = os.path.dirname(os.path.abspath(path))
    os.makedirs(folder, exist_ok=True)
    temporary = os.path.join(folder, f".{os.path.basename(path)}.{os.getpid()}.tmp")
    data = content.encode() if isinstance(content, str) else content
    try:
        with open(temporary, "wb") as stream:
            stream.write(data)
        os.replace(temporary, path)
    except OSError:
        if os.path.exists(temporary):
            os.remove(temporary)
        raise
