"""Writing what a command made, never over what somebody edited."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from dealer_roles.cli.locale_language import default_language
from dealer_roles.cli.misuse import misuse
from dealer_roles.output.screen import deliver, is_terminal, note

Made = Iterable[tuple[Path, str | bytes]]
_NO_TEXT = ("docx", "pdf", "xlsx")


def write_made(made: Made, *, beside: bool, overwrite: bool, name_each: bool = True) -> int:
    """Write documents; name those that somebody edited, and where the fresh one went.

    Args:
        made: Each document and its file.
        beside: Write next to a file that somebody edited.
        overwrite: Write over it.
        name_each: Whether to name what was written where it was asked for.

    Returns:
        The exit code: 1 if one could not be written without losing what somebody wrote.
    """
    from dealer_roles.publish.kept_current import WORDS, write_unless_edited

    kept = 0
    for path, content in made:
        place = write_unless_edited(path, content, beside=beside, overwrite=overwrite)
        if place != path:
            said = WORDS["edited"].get(default_language())
            note(f"{path}: {said}" + (f" → {place}" if place else " (--beside, --overwrite)"))
        elif name_each:
            note(str(path))
        kept += place is None
    return 1 if kept else 0


def write_one(output: Path | None, made: str | bytes, *, beside: bool, overwrite: bool) -> int:
    """Write one document as :func:`write_made` does; to stdout if no file is given."""
    if output is not None:
        return write_made([(output, made)], beside=beside, overwrite=overwrite)
    deliver(made)
    return 0


def require_no_terminal(format_: str) -> None:
    """Refuse to show a file on a terminal that is no text."""
    if format_ in _NO_TEXT and is_terminal():
        raise misuse(
            f"{format_} 文件不能显示在终端：请写 -o 文件。",
            f"A {format_} file is not for the terminal: say -o FILE.",
        )
