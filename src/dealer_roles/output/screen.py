"""Standard output and standard error: what people read, and what programs read."""

from __future__ import annotations

import errno
import io
import os
import re
import sys
from collections.abc import Iterable
from typing import IO, TextIO, cast

from dealer_roles.output.clean import clean, for_people
from dealer_roles.output.degrade import ERRORS, encoded
from dealer_roles.output.spool import blocks_of_lines, whole

# The styles that our own tables set; every other escape sequence is data's.
_STYLE = re.compile("(\x1b\\[[0-9;]*m)")


class _Closed(io.TextIOBase):
    """Standard output that whoever started us has closed (``>&-``, cron, pythonw)."""

    def write(self, _: str, /) -> int:
        """Refuse: what was asked for cannot be delivered."""
        raise OSError(errno.EBADF, "standard output is closed: nothing could be written")


class _Gone(io.TextIOBase):
    """A stream whose reader has seen enough, or that nobody minds."""

    def write(self, text: str, /) -> int:
        """Take the text and forget it."""
        return len(text)


def _closed(name: str) -> TextIO:
    return cast("TextIO", _Closed() if name == "stdout" else _Gone())


def prepare() -> None:
    """Make both streams fit for anything: no encoding, no closed stream is a surprise.

    What a library (help texts, a progress bar) writes to them degrades as our own text does.
    """
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, _closed(name))
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors=ERRORS)


def is_terminal() -> bool:
    """Whether a person sees standard output as it comes."""
    return sys.stdout is not None and sys.stdout.isatty()


def show(text: str) -> None:
    """Write text for people to standard output, in its encoding."""
    _put("stdout", for_people(text))


def show_pieces(pieces: Iterable[str]) -> None:
    """Write text for people as :func:`show` does: whole, though it is never held whole.

    Args:
        pieces: The text; each ends with a line.
    """
    for block in blocks_of_lines(whole(encoded(for_people(piece)) for piece in pieces)):
        _put("stdout", block.decode())


def show_styled(text: str) -> None:
    """Write text whose styles a table of ours has set; other escape sequences are data."""
    parts = _STYLE.split(text)
    _put("stdout", "".join(p if n % 2 else for_people(p) for n, p in enumerate(parts)))


def note(text: str) -> None:
    """Write a line for people to standard error."""
    _put("stderr", for_people(text) + "\n")


def deliver(content: str | bytes) -> None:
    """Write what a program reads, or a document, to standard output: UTF-8, whatever stands there.

    Args:
        content: All of it; line ends stay, control characters of text become visible.
    """
    deliver_pieces((content,))


def deliver_pieces(pieces: Iterable[str | bytes]) -> None:
    """Write as :func:`deliver` does: whole, or where making it fails nothing; never held whole.

    Args:
        pieces: All of it; a piece of text ends where no line end and no pair is parted.
    """
    raw = (encoded(clean(one)) if isinstance(one, str) else one for one in pieces)
    for block in blocks_of_lines(whole(raw)):
        _deliver(block)


def _deliver(raw: bytes) -> None:
    binary: IO[bytes] | None = getattr(sys.stdout, "buffer", None)
    if binary is None:
        _put("stdout", raw.decode("utf-8", "replace"))
        return
    try:
        sys.stdout.flush()
        binary.write(raw)
        binary.flush()
    except OSError as error:
        _gone("stdout", error)


def _put(name: str, text: str) -> None:
    stream: TextIO = getattr(sys, name) or _closed(name)
    encoding = getattr(stream, "encoding", None) or "utf-8"
    try:
        stream.write(encoded(text, encoding).decode(encoding))
        stream.flush()
    except OSError as error:
        _gone(name, error)


def _gone(name: str, error: OSError) -> None:
    """Go on in silence where the reader went away (``| head``): the exit code is the verdict.

    Raises:
        OSError: It is another failure, and of standard output: what was asked is not delivered.
    """
    left = isinstance(error, BrokenPipeError) or (os.name == "nt" and error.errno == errno.EINVAL)
    if not left and name == "stdout":
        raise error
    _let_go(getattr(sys, name))
    setattr(sys, name, _Gone())


def _let_go(stream: TextIO) -> None:
    """Point the descriptor at nothing, so that what is still held back goes there."""
    try:
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, stream.fileno())
        os.close(nothing)
    except (OSError, ValueError):  # it has no descriptor
        return


def finish(code: int) -> int:
    """Write out what is held back and return the exit code: 2 if it could not be delivered."""
    for name in ("stdout", "stderr"):
        try:
            getattr(sys, name).flush()
        except BrokenPipeError:
            continue
        except OSError:
            code = code or 2
    return code
