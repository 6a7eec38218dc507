"""What answers call files: relative to the working directory if below it, or as they are known."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from dealer_roles.source.file_names import shown

_CALLED: ContextVar[tuple[tuple[str, str], ...]] = ContextVar("called", default=())


@contextmanager
def called(folder: str, name: str) -> Iterator[None]:
    """Call a folder by a name that outlives it: a revision's is removed once it is read.

    Args:
        folder: The folder.
        name: What answers call it; what ends with a colon takes a path without a slash.
    """
    token = _CALLED.set((*_CALLED.get(), (os.path.abspath(folder), name)))
    try:
        yield
    finally:
        _CALLED.reset(token)


def label_of(path: str | os.PathLike[str]) -> str:
    """Return the path as answers show it: relative to the working directory if below it."""
    absolute = os.path.abspath(path)
    for folder, name in _CALLED.get():
        if absolute == folder or absolute.startswith(folder + os.sep):
            return joined(name, shown(absolute[len(folder) + 1 :].replace(os.sep, "/")))
    below = os.path.join(os.getcwd(), "")
    inside = absolute.startswith(below) or absolute + os.sep == below
    relative = os.path.relpath(absolute) if inside else absolute
    return shown(relative.replace(os.sep, "/"))


def written_plainly(path: str) -> str:
    """Return a path as ``pathlib`` writes it, which takes longer to import than this to find."""
    if os.pardir in path:  # it may lead elsewhere by way of a link, and stays
        from pathlib import Path

        return os.fspath(Path(path))
    return os.path.normpath(path)


def joined(label: str, name: str) -> str:
    """Return what a file in a folder is called."""
    if label in ("", "."):
        return name
    return f"{label}{name}" if not name or label.endswith(":") else f"{label}/{name}"
