"""Our own file descriptors under the names that custom and the system give them."""

from __future__ import annotations

import os
import sys

_MOST_LINKS = 40
STANDARD_OUTPUT = "-"
"""What a path is by custom where standard output is meant."""


def own_descriptor(path: str) -> int | None:
    """Return the descriptor of this process that a path names, through links; else nothing.

    The last link, from the descriptor to what it has open, is not followed: a file that is
    replaced while we, or our shell, have it open would lose what else is written to it.
    """
    if path == STANDARD_OUTPUT:
        return 1
    current = os.path.abspath(path)
    for _ in range(_MOST_LINKS):
        folder, name = os.path.split(current)
        if name.isdigit() and _is_ours(folder):
            return int(name)
        if not os.path.islink(current):
            return None
        current = os.path.normpath(os.path.join(folder, os.readlink(current)))
    return None


def _is_ours(folder: str) -> bool:
    real = os.path.realpath(folder)
    ours = real.startswith(f"/proc/{os.getpid()}/") and real.endswith("/fd")
    return ours or real == "/dev/fd"  # as BSD and macOS have it


def write_descriptor(descriptor: int, raw: bytes) -> None:
    """Write all of it, after what our streams still hold."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    rest = memoryview(raw)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
