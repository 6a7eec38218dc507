"""Where the organizations and the catalogue stand that ship with the package."""

from __future__ import annotations

import os
from functools import cache

from dealer_roles.source.resources import resource

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


def bundled_paths(name: str) -> list[tuple[str, str]]:
    """Return the paths of a bundled organization's files and their labels, in order."""
    root = bundled_folder(name)
    found: list[tuple[str, str]] = []
    for folder, folders, files in os.walk(root):
        folders.sort()
        relative = os.path.relpath(folder, root).replace(os.sep, "/")
        prefix = f"bundled:{name}/" + ("" if relative == "." else f"{relative}/")
        found += [
            (os.path.join(folder, file), prefix + file) for file in files if file.endswith(".yaml")
        ]
    return sorted(found, key=lambda file: file[1])
