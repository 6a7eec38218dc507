"""Which organization a folder belongs to, and which organizations lie below it."""

from __future__ import annotations

import os
from collections.abc import Iterable

from dealer_roles.source.boundary import MAIN_FILES, is_main_file

DEEPEST = 6
_OTHERS = frozenset({"node_modules", "site-packages", "__pycache__"})
_ENDS = ("yaml", "yml", "YAML", "YML")
_SPELLINGS = (
    *MAIN_FILES,
    *(f"{name}.{end}" for name in ("Organization", "ORGANIZATION") for end in _ENDS),
)
"""How people spell the name of a main file: with capitals in front, everywhere, or nowhere."""


def is_organization(folder: str | os.PathLike[str]) -> bool:
    """Whether a folder holds the main file of an organization, however it is spelled."""
    try:
        return _holds(folder, MAIN_FILES) or _holds(folder, os.listdir(folder))
    except OSError:
        return False


def _holds(folder: str | os.PathLike[str], names: Iterable[str]) -> bool:
    """Whether one of these names is that of a main file in a folder."""
    return any(is_main_file(name) and os.path.isfile(os.path.join(folder, name)) for name in names)


def nearest_folder(start: str | os.PathLike[str]) -> str | None:
    """Return the nearest folder upward that holds an organization, if any.

    Those above are not listed, since they may hold any number of files: they are asked for a
    main file as people spell it.
    """
    here = os.path.abspath(start)
    found = is_organization(here)
    while not found:
        above = os.path.dirname(here)
        if above == here:
            return None
        here, found = above, _holds(above, _SPELLINGS)
    return here


def organizations_below(root: str | os.PathLike[str]) -> tuple[str, ...]:
    """Return the folders below ``root``, itself included, that hold an organization, in order.

    Links, hidden folders and installed packages are not entered, nor what lies deeper than
    :data:`DEEPEST` folders or inside an organization.
    """
    found: list[str] = []
    for folder, folders, files in os.walk(root):
        depth = os.path.relpath(folder, root).count(os.sep)
        inside = _holds(folder, files)
        if inside:
            found.append(folder)
        shown = (n for n in folders if not n.startswith(".") and n not in _OTHERS)
        folders[:] = [] if inside or depth >= DEEPEST else sorted(shown)
    return tuple(found)
