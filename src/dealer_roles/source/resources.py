"""Where the files that travel with the package stand: definitions, schemas, snapshots."""

from __future__ import annotations

import os

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def resource(*parts: str) -> str:
    """Return the path of a packaged file or folder, e.g. ``resource("definitions", "standard")``.

    In an installed wheel they stand inside the package; in a checkout at its root.
    """
    packaged = os.path.join(_PACKAGE, "_bundled")
    root = packaged if os.path.isdir(packaged) else os.path.dirname(os.path.dirname(_PACKAGE))
    return os.path.join(root, *parts)


def snapshot_path(name: str) -> str:
    """Return the path of the snapshot called ``name``; it need not exist."""
    return os.path.join(_PACKAGE, "_snapshots", name + ".json")


def code_folder(package: str) -> str:
    """Return the folder of one of our packages, e.g. ``code_folder("model")``."""
    return os.path.join(_PACKAGE, package)


def printed_path(name: str) -> str:
    """Return the path of the printed answers of ``name``; it need not exist."""
    return os.path.join(_PACKAGE, "_snapshots", name + ".txt")
