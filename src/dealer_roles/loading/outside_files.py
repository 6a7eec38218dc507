"""What lies beside a folder of definitions, and what in it is none."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence

from dealer_roles.source.file import SourceFile
from dealer_roles.source.labels import written_plainly


def outside_folders(folder: str, names: Iterable[str]) -> list[str]:
    """Return the catalogues that an organization names and that do not lie in its folder."""
    return list(dict.fromkeys(n for n in names if n != "bundled" and lies_outside(folder, n)))


def lies_outside(folder: str, name: str) -> bool:
    """Whether a catalogue lies outside of the folder that names it; others are read with it."""
    from pathlib import Path

    return not Path(folder, name).resolve().is_relative_to(Path(folder).resolve())


def holds_files(place: str | os.PathLike[str], files: Sequence[SourceFile]) -> bool:
    """Whether a path is a file that is read, or a folder of some; a link is what it leads to."""
    return _holds(place, files, os.path.abspath) or _holds(place, files, os.path.realpath)


def _holds(
    place: str | os.PathLike[str],
    files: Sequence[SourceFile],
    path_of: Callable[[str | os.PathLike[str]], str],
) -> bool:
    path = path_of(place)
    below = os.path.join(path, "")
    found = (path_of(file.path) for file in files)
    return any(file == path or file.startswith(below) for file in found)


def passed_over(folder: str, read: Sequence[SourceFile]) -> int:
    """Count the files of a folder that were not read; hidden folders are not entered."""
    root = written_plainly(folder)  # as the paths of files begin
    known = {os.fspath(file.path) for file in read}
    count = 0
    for inside, folders, names in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(".")]
        count += sum(os.path.join(inside, name) not in known for name in names)
    return count
