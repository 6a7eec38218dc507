"""A long text is whole before the first of it is written: small in memory, large in a file."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import IO

MOST_IN_MEMORY = 4_000_000
BLOCK = 1_000_000


def whole(pieces: Iterable[bytes]) -> IO[bytes]:
    """Return all pieces as a stream, from its beginning.

    What is too much to hold goes to a temporary file that has no name, and leaves nothing behind.
    """
    held: IO[bytes] = io.BytesIO()
    for piece in pieces:
        try:
            held.write(piece)
            if isinstance(held, io.BytesIO) and held.tell() > MOST_IN_MEMORY:
                held = _on_disk(held)
        except OSError as error:
            raise _not_held(error) from error
    try:
        held.seek(0)
    except OSError as error:  # what was buffered is written now
        raise _not_held(error) from error
    return held


class NotHeld(OSError):
    """The folder of temporary files, which it names, cannot hold what is to be written."""


def _not_held(error: OSError) -> NotHeld:
    from tempfile import gettempdir

    return NotHeld(error.errno, error.strerror, gettempdir())


def blocks(held: IO[bytes]) -> Iterator[bytes]:
    """Yield a stream in blocks, and close it."""
    with held:
        while block := held.read(BLOCK):
            yield block


def blocks_of_lines(held: IO[bytes]) -> Iterator[bytes]:
    """Yield a stream in blocks of whole lines, and close it."""
    with held:
        while lines := held.readlines(BLOCK):
            yield b"".join(lines)


def _on_disk(held: io.BytesIO) -> IO[bytes]:
    from tempfile import TemporaryFile

    stream = TemporaryFile()  # noqa: SIM115 - closed by whoever reads it
    stream.write(held.getbuffer())
    return stream
