"""The state of everything that a folder's organization comes from, as one hash.

It covers each byte of the folder and of the catalogues it names, the settings above it, what
the caller allows, what is bundled, and our own code. It is computed from the very bytes that
were read, so that what is kept under it was made of them and of nothing written meanwhile.
"""

from __future__ import annotations

import os
from functools import cache
from hashlib import sha256

from dealer_roles.loading import content_key
from dealer_roles.loading.bundled_paths import CATALOGUE, bundled_paths
from dealer_roles.source.plain_files import (
    ALSO_READ,
    SETTINGS_FILES,
    Unusual,
    plain_files,
    read_plain,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dealer_roles.source.file import SourceFile

    Group = Sequence[tuple[str, bytes]]


def digest_of(content: bytes) -> bytes:
    """Return what stands for a file's content in a state."""
    return sha256(content).digest()


def folder_state(folder: str, outside: Iterable[str]) -> tuple[str, list[list[str]]]:
    """Read a folder and the catalogues outside of it; return their state and files.

    Raises:
        Unusual: Something is no plain file, so that nothing is known of the state.
    """
    settings = settings_state(folder)
    groups: list[list[tuple[str, bytes]]] = []
    for place in places_of(folder, outside):
        files = plain_files(place)
        groups.append([(name, digest_of(read_plain(path))) for name, path in files])
    return state_of(groups, settings), [[name for name, _ in group] for group in groups]


def state_of(groups: Iterable[Group], settings: bytes) -> str:
    """Return the state of files that were read.

    Args:
        groups: The folder's files, then those of each catalogue outside of it: names in the
            folder, and what stands for their content.
        settings: The state of the settings when they were read.
    """
    whole = sha256(content_key.code_key().encode())
    whole.update(settings)
    whole.update(os.environ.get(ALSO_READ, "").encode("utf-8", "surrogateescape"))
    whole.update(_bundled_state(CATALOGUE))
    for group in groups:
        whole.update(b"\0folder\0")
        for name, digest in sorted(group):
            whole.update(name.encode("utf-8", "surrogateescape") + b"\0" + digest)
    return whole.hexdigest()


def with_bundled(state: str, names: Iterable[str]) -> str:
    """Return a state that covers bundled organizations besides, on which answers depend too."""
    whole = sha256(state.encode())
    for name in names:
        whole.update(_bundled_state(name))
    return whole.hexdigest()


class Reading:
    """The state of a folder while it is read: of each file the bytes that were used."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._settings = _settings_or_none(folder)
        self._digests: dict[str, bytes] = {}

    def seen(self, file: SourceFile, content: bytes) -> None:
        """Note what was read of a file."""
        self._digests[os.path.abspath(file.path)] = digest_of(content)

    def state(self, outside: Iterable[str]) -> str:
        """Return the state of all that was read; nothing where it did not stay the same."""
        settings = _settings_or_none(self._folder)
        if settings is None or settings != self._settings:
            return ""
        return state_of(map(self._below, places_of(self._folder, outside)), settings)

    def _below(self, place: str) -> Group:
        root = os.path.abspath(place)
        start = os.path.join(root, "")
        return [
            (name_in(root, path), digest)
            for path, digest in self._digests.items()
            if path == root or path.startswith(start)
        ]


def places_of(folder: str, outside: Iterable[str]) -> list[str]:
    """Return a folder and the places of the catalogues that it names outside of it."""
    return [folder, *(os.path.join(folder, name) for name in outside)]


def name_in(place: str, path: str | os.PathLike[str]) -> str:
    """Return what a file is called in the folder that was read; empty for the place itself."""
    return os.path.abspath(path)[len(os.path.abspath(place)) :].lstrip(os.sep)


def _settings_or_none(folder: str) -> bytes | None:
    try:
        return settings_state(folder)
    except Unusual:
        return None


def settings_state(folder: str) -> bytes:
    """Return the state of every file that may hold settings for a folder.

    Raises:
        Unusual: One of them is no plain file.
    """
    whole = sha256()
    here = os.path.realpath(folder)
    while True:
        for name in SETTINGS_FILES:
            path = os.path.join(here, name)
            if os.path.lexists(path):
                whole.update(path.encode("utf-8", "surrogateescape") + digest_of(read_plain(path)))
        above = os.path.dirname(here)
        if above == here:
            return whole.digest()
        here = above


@cache
def _bundled_state(name: str) -> bytes:
    whole = sha256()
    for path, label in bundled_paths(name):
        with open(path, "rb") as stream:
            whole.update(label.encode() + b"\0" + digest_of(stream.read()))
    return whole.digest()
