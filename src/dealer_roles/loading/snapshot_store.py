"""Snapshots: positioned documents as JSON, valid for exactly one state of their files.

A snapshot is data, never code: it is read with the JSON parser, and only if the
hash of the files it was made from is the hash of the files that are there now.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from dealer_roles.loading.content_key import key_of
from dealer_roles.output.atomic import replace_file
from dealer_roles.source.document import Document
from dealer_roles.source.file import SourceFile
from dealer_roles.source.located import Located
from dealer_roles.source.resources import snapshot_path

_MARK = "@"
_WIDTH = 10_000_000  # columns of a file within the default bounds always fit


def read_snapshot(name: str, files: Sequence[SourceFile]) -> list[Document] | None:
    """Return the documents of a snapshot, or ``None`` if there is none for these files."""
    try:
        with open(snapshot_path(name), encoding="utf-8") as stream:
            head = stream.readline().rstrip("\n")
            if head != key_of(files):
                return None
            documents = json.loads(stream.read(), object_hook=_located)
    except (OSError, ValueError):
        return None
    by_label = {file.label: file for file in files}
    return [Document(by_label[label], index, line, data) for label, index, line, data in documents]


def write_snapshot(name: str, files: Sequence[SourceFile], documents: Iterable[Document]) -> str:
    """Write the snapshot of documents that were read from ``files``; return its path."""
    path = snapshot_path(name)
    plain = [[d.file.label, d.index, d.line, _marked(d.data)] for d in documents]
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    replace_file(path, f"{key_of(files)}\n{text}")
    return path


def _marked(value: Any) -> Any:
    if isinstance(value, Located):
        plain = {key: _marked(item) for key, item in value.items()}
        plain[_MARK] = value.line * _WIDTH + value.column
        return plain
    if isinstance(value, list):
        return [_marked(item) for item in value]
    return value


def _located(data: dict[str, Any]) -> Located:
    value = Located(data)
    value.line, value.column = divmod(value.pop(_MARK), _WIDTH)
    return value
