"""A folder of nothing but plain files, read without a question to anybody.

What says whether a folder is still what it was must cost next to nothing: it imports
next to nothing, and where anything is out of the ordinary (a link, a pipe, a name that cannot be
shown, a file too large) it gives no answer, and the folder is read in full.
"""

from __future__ import annotations

import os
import stat

from dealer_roles.source.boundary import leads_out_of_tree

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

SUFFIXES = (".yaml", ".yml")
SETTINGS_FILES = ("dealer-roles.toml", "pyproject.toml")
ALSO_READ = "DEALER_ROLES_ALSO_READ"
"""The caller's own word for folders that may be read besides an organization's: paths, separated
as in ``PATH``. It stands in the environment, where no pull request can write."""
LARGEST = 50_000_000
DEEPEST = 100


class Unusual(Exception):
    """Something in a folder is no plain file."""


def plain_files(root: str) -> list[tuple[str, str]]:
    """Return the definition files below a folder, or the one file it is: names in it and paths.

    They come in the order in which :func:`~dealer_roles.source.discovery.discover` finds them.

    Raises:
        Unusual: There is something else among them.
    """
    if os.path.realpath(root) != os.path.abspath(root) and leads_out_of_tree(root):
        raise Unusual(root)
    try:
        about = os.stat(root)
        if stat.S_ISREG(about.st_mode):
            return [("", root)]
        return list(_below(root, "", DEEPEST))
    except OSError as error:
        raise Unusual(root) from error


def _below(folder: str, inside: str, deepest: int) -> Iterator[tuple[str, str]]:
    if not deepest:
        raise Unusual(folder)
    with os.scandir(folder) as found:
        entries = sorted((e for e in found if e.name[0] != "."), key=lambda entry: entry.name)
    for entry in entries:
        name = entry.name
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path, f"{inside}{name}/", deepest - 1)
        elif entry.is_symlink():
            raise Unusual(entry.path)
        elif name.lower().endswith(SUFFIXES):
            if not name.isprintable():
                raise Unusual(entry.path)
            yield inside + name, entry.path


def read_plain(path: str) -> bytes:
    """Return the content of a regular file.

    Raises:
        Unusual: It is none, is too large, is being written, or cannot be read.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)
    try:
        number = os.open(path, flags | getattr(os, "O_BINARY", 0))
    except OSError as error:
        raise Unusual(path) from error
    try:
        about = os.fstat(number)
        if not stat.S_ISREG(about.st_mode) or about.st_size > LARGEST:
            raise Unusual(path)
        content = os.read(number, about.st_size + 1)
    except OSError as error:
        raise Unusual(path) from error
    finally:
        os.close(number)
    if len(content) != about.st_size:  # somebody is writing it
        raise Unusual(path)
    return content
