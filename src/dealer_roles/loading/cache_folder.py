"""The user's cache folder: ours alone, or not used at all."""

from __future__ import annotations

import contextlib
import os
import stat
import sys

SWITCH = "DEALER_ROLES_CACHE"
OFF = ("off", "0", "no", "false")
MOST_KEPT = 2_000
"""Snapshots that are kept; beyond that the oldest go."""


def cache_is_on() -> bool:
    """Whether anything is kept between runs: ``DEALER_ROLES_CACHE=off`` turns it off."""
    return os.environ.get(SWITCH, "").lower() not in OFF


def read_kept(name: str) -> bytes | None:
    """Return a file of the cache folder, if it and the folder belong to this user alone."""
    folder = _folder()
    if folder is None or not _is_ours(folder):
        return None
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    try:
        handle = os.open(os.path.join(folder, name), flags | getattr(os, "O_NONBLOCK", 0))
    except OSError:
        return None
    about = os.fstat(handle)
    if not stat.S_ISREG(about.st_mode) or about.st_uid != _user():
        os.close(handle)
        return None
    with open(handle, "rb") as stream:
        return stream.read()


def keep(name: str, content: bytes) -> None:
    """Write a file into the cache folder in one step; where that cannot be, nothing happens."""
    from dealer_roles.output.files import replace_own

    folder = _folder()
    if folder is None:
        return
    with contextlib.suppress(OSError):
        os.makedirs(os.path.dirname(folder), exist_ok=True)
        with contextlib.suppress(FileExistsError):
            os.mkdir(folder, 0o700)
        if _is_ours(folder):
            replace_own(os.path.join(folder, name), content)
            _forget_the_oldest(folder)


def _forget_the_oldest(folder: str) -> None:
    with os.scandir(folder) as entries:
        found = list(entries)
    if len(found) > MOST_KEPT:
        found.sort(key=lambda entry: entry.stat(follow_symlinks=False).st_mtime)
        for entry in found[: len(found) - MOST_KEPT * 9 // 10]:
            with contextlib.suppress(OSError):
                os.unlink(entry.path)


def _is_ours(folder: str) -> bool:
    """Whether a folder is one, no link, and nobody else may look in or write."""
    try:
        about = os.lstat(folder)
    except OSError:
        return False
    private = os.name == "nt" or not stat.S_IMODE(about.st_mode) & 0o077
    return stat.S_ISDIR(about.st_mode) and about.st_uid == _user() and private


def _user() -> int:
    return os.geteuid() if hasattr(os, "geteuid") else 0


def _folder() -> str | None:
    """Return the folder for this platform; none where the user has no home."""
    stated = os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(stated):
        stated = _usual()
    return os.path.join(stated, "dealer-roles") if os.path.isabs(stated) else None


def _usual() -> str:
    if os.name == "nt":
        return os.environ.get("LOCALAPPDATA", "")
    home = os.path.expanduser("~")
    return (
        os.path.join(home, "Library", "Caches")
        if sys.platform == "darwin"
        else (os.path.join(home, ".cache"))
    )
