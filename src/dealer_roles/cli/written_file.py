"""Paths of files to write: what ends like a folder is none, whether there is one or not."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

from dealer_roles.cli.misuse import Misuse, misuse

_FOLDER = "dealer_roles.folder_named"


class WrittenFile(click.Path):
    """The path of a file that a command writes."""

    def __init__(self, *, or_folder: bool = False) -> None:
        """Take a path; with ``or_folder`` of a folder, too, where the command writes several."""
        super().__init__(path_type=Path, dir_okay=True)
        self._or_folder = or_folder

    def convert(self, value: Any, param: Any, ctx: Any) -> Any:
        """Return the path; a path object no longer knows that a separator stood at its end."""
        if isinstance(value, str) and value.endswith((os.sep, "/")):
            if not self._or_folder:
                raise _is_folder(value)
            if ctx is not None:
                ctx.meta[_FOLDER] = value
        return super().convert(value, param, ctx)


def require_file() -> None:
    """Refuse the name of a folder where the command that runs writes one file."""
    named = click.get_current_context().meta.get(_FOLDER)
    if named:
        raise _is_folder(named)


def _is_folder(named: str) -> Misuse:
    return misuse(
        f"{named} 是文件夹的写法；请写明其中的文件名。",
        f"{named} names a folder; name a file in it.",
    )
