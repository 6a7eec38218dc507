"""Which organization a folder belongs to."""

from __future__ import annotations

import os

MAIN_FILE = "organization.yaml"


def nearest_folder(start: str | os.PathLike[str]) -> str | None:
    """Return the nearest folder upward that holds an ``organization.yaml``, if any."""
    here = os.path.abspath(start)
    while not os.path.isfile(os.path.join(here, MAIN_FILE)):
        above = os.path.dirname(here)
        if above == here:
            return None
        here = above
    return here
