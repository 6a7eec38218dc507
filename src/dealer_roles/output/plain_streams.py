"""Standard streams that take any text as it is: what was printed before is written as it was."""

from __future__ import annotations

import sys


def are_plain() -> bool:
    """Whether nobody sees standard output as it comes, and both streams are UTF-8."""
    streams = (sys.stdout, sys.stderr)
    if any(stream is None for stream in streams) or sys.stdout.isatty():
        return False
    return all((s.encoding or "").lower().replace("-", "") == "utf8" for s in streams)


def write_as_printed(text: str, note: str) -> bool:
    """Write a note to standard error and text to standard output; say whether that worked.

    Args:
        text: What was cleaned when it was printed first.
        note: A line for people, without its end; empty for none.
    """
    try:
        if note:
            sys.stderr.write(note + "\n")
            sys.stderr.flush()
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError:
        return False  # the command itself knows what to make of it
    return True
