"""What an import reads, through the reading gate; what is not let in is a refusal of the import."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TypeVar

from dealer_roles.imports.read import limits
from dealer_roles.imports.refused import ImportRefused, refuse
from dealer_roles.source.gate import Refused, named_text, read_named, read_text

T = TypeVar("T")


def bytes_of(path: str) -> bytes:
    """Return the content of a file that the caller names.

    Raises:
        ImportRefused: It is not let in.
    """
    return _let_in(path, lambda: read_named(path, limits.MAX_FILE_BYTES))


def text_of_named(path: str) -> str:
    """Return the text of a file that the caller names.

    Raises:
        ImportRefused: It is not let in, or is not UTF-8.
    """
    return _let_in(path, lambda: named_text(path, limits.MAX_FILE_BYTES))


def text_below(path: str, folder: str) -> str:
    """Return the text of a file in a folder.

    Raises:
        ImportRefused: It is not let in, or is not UTF-8.
    """
    return _let_in(path, lambda: read_text(path, folder, limits.MAX_FILE_BYTES))


def _let_in(path: str, read: Callable[[], T]) -> T:
    name = os.path.basename(path)
    try:
        return read()
    except Refused as error:
        if error.code != "file-too-large":  # no setting of an organization bounds an import
            raise ImportRefused((name, error.words)) from error
        mb = limits.MAX_FILE_BYTES // 1_000_000
        raise refuse(name, f"文件超过 {mb} MB；请拆分", f"larger than {mb} MB; split it") from error
