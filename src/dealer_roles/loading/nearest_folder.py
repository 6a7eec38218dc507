"""Which organization a folder belongs to, and which organizations lie below it."""

from __future__ import annotations

import os

from dealer_roles.source.boundary import MAIN_FILES, is_main_file

DEEPEST = 6
_OTHERS = frozenset({"node_modules", "site-packages", "__pycache__"})


def is_organization(folder: str | os.PathLike[str]) -> bool:
    """Whether a folder holds the main file of an organization."""
    if any(os.path.isfile(os.path.join(folder, name)) for name in MAIN_FILES):
        return True
    try:
        named = [name for name in os.listdir(folder) if is_main_file(name)]
    except OSError:
        return False
    return any(os.path.isfile(os.path.join(folder, name)) for name in named)


def nearest_folder(start: str | os.PathLike[str]) -> str | None:
    """Return the nearest folder upward that holds an organization, if any."""
    here = os.path.abspath(start)
    while not is_organization(here):
        above = os.path.dirname(here)
        if above == here:
            return None
        here = above
    return here


def organizations_below(root: str | os.PathLike[str]) -> tuple[str, ...]:
    """Return the folders below ``root``, itself included, that hold an organization, in order.

    Links, hidden folders and installed packages are not entered, nor what lies deeper than
    :data:`DEEPEST` folders or inside an organization.
    """
    found: list[str] = []
    for folder, folders, _ in os.walk(root):
        depth = os.path.relpath(folder, root).count(os.sep)
        inside = is_organization(folder)
        if inside:
            found.append(folder)
        shown = (n for n in folders if not n.startswith(".") and n not in _OTHERS)
        folders[:] = [] if inside or depth >= DEEPEST else sorted(shown)
    return tuple(found)
