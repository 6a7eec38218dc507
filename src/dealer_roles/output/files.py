"""Writing to a path: a regular file whole or not at all, anything else as what it is."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable

from dealer_roles.output.atomic import replace_file
from dealer_roles.output.clean import clean
from dealer_roles.output.degrade import encoded
from dealer_roles.output.descriptors import own_descriptor, write_descriptor
from dealer_roles.output.spool import NotHeld, blocks, whole

_NO_FILES = {
    stat.S_IFDIR: (errno.EISDIR, "is a folder; name a file in it"),
    stat.S_IFBLK: (errno.EINVAL, "is a disk; nothing is written over it"),
    stat.S_IFSOCK: (errno.EINVAL, "is a socket; nothing can be written to it"),
}


def write_file(path: str | os.PathLike[str], content: str | bytes) -> None:
    """Write ``content`` to ``path``; folders are made.

    A regular file, or nothing, is replaced in one step and keeps its permissions. A link is
    followed: the file it leads to is replaced, the link stays. A device, a pipe or one of our
    own descriptors (``-``, ``/dev/stdout``, ``/dev/fd/3``) is written to.

    Args:
        path: Where to.
        content: All of it; text is written as UTF-8, its control characters made visible.

    Raises:
        OSError: It cannot be written; it names ``path``, and what stood there is untouched.
    """
    write_pieces(path, (content,))


def write_pieces(path: str | os.PathLike[str], pieces: Iterable[str | bytes]) -> None:
    """Write to ``path`` as :func:`write_file` does what is made piece by piece, and never held.

    Args:
        path: Where to.
        pieces: All of it; a piece of text ends where no line end and no pair is parted.

    Raises:
        OSError: It cannot be written; it names ``path``, or the folder of temporary files where
            that is what has no room. What stood there is untouched.
    """
    raw = (encoded(clean(one)) if isinstance(one, str) else one for one in pieces)
    named = os.fspath(path)
    try:
        _write(named, raw)
    except BrokenPipeError:
        return  # the reader has seen enough
    except NotHeld:
        raise  # it is not this file that cannot be written
    except OSError as error:
        raise OSError(error.errno, error.strerror, named) from error


def replace_own(path: str | os.PathLike[str], content: bytes) -> None:
    """Write a file that nobody named: what stands in its place is replaced, never followed.

    Args:
        path: The file, in a folder that is ours alone.
        content: All of it.

    Raises:
        OSError: It cannot be written, as where a folder stands in its place.
    """
    replace_file(path, (content,))


def one_file(paths: Iterable[str | os.PathLike[str]]) -> tuple[str, str] | None:
    """Return two paths that lead to the same regular file, as they are written, if any do.

    Args:
        paths: Where something is to be written, or read.
    """
    seen: dict[str, str] = {}
    for path in (os.fspath(one) for one in paths):
        if own_descriptor(path) is None and _kind(path) == stat.S_IFREG:
            real = os.path.realpath(path)
            if real in seen:
                return seen[real], path
            seen[real] = path
    return None


def _write(path: str, pieces: Iterable[bytes]) -> None:
    descriptor = own_descriptor(path)
    if descriptor is not None:
        _write_all(descriptor, pieces)
        return
    kind = _kind(path)
    if kind in _NO_FILES:
        raise OSError(*_NO_FILES[kind], path)
    if kind in (stat.S_IFCHR, stat.S_IFIFO):
        with open(path, "wb", buffering=0, opener=_existing) as stream:
            _write_all(stream.fileno(), pieces)
        return
    replace_file(os.path.realpath(path), pieces)


def _write_all(descriptor: int, pieces: Iterable[bytes]) -> None:
    for block in blocks(whole(pieces)):
        write_descriptor(descriptor, block)


def _kind(path: str) -> int:
    """Return what kind of thing stands at a path, links followed; a regular file if nothing."""
    if path.endswith((os.sep, "/")):
        return stat.S_IFDIR
    try:
        return stat.S_IFMT(os.stat(path).st_mode)
    except FileNotFoundError:
        return stat.S_IFREG


def _existing(path: str, _: int) -> int:
    """Open what stands there, without making or emptying it."""
    return os.open(path, os.O_WRONLY | getattr(os, "O_NOCTTY", 0))
