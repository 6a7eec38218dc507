"""Snapshots: checked documents as JSON, valid for exactly one state of their files.

A snapshot is data, never code: it is read with the JSON parser, and only if the
hash of the files it was made from is the hash of the files that are there now.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dealer_roles.loading.content_key import key_of
from dealer_roles.model.compact import WIDTH, dump, load
from dealer_roles.model.kinds import KIND_OF_WORD
from dealer_roles.output.files import write_file
from dealer_roles.source.document import YamlDocument, read_documents
from dealer_roles.source.file import SourceFile
from dealer_roles.source.located import Located, located
from dealer_roles.source.resources import snapshot_path
from dealer_roles.source.settings import DEFAULTS
from dealer_roles.values.later import later

MALFORMED = (ValueError, TypeError, LookupError, AttributeError, RecursionError, StopIteration)
"""What reading a snapshot may raise that is not what we wrote: it is made anew then."""
_MARK = "@"


def read_snapshot(name: str, files: Sequence[SourceFile]) -> list[YamlDocument] | None:
    """Return the documents of a snapshot, or ``None`` if there is none for these files."""
    try:
        with open(snapshot_path(name), encoding="utf-8") as stream:
            head = stream.readline().rstrip("\n")
            if head != key_of(files):
                return None
            return [document_of(one, files) for one in json.loads(stream.read())]
    except (OSError, *MALFORMED):
        return None


def document_of(
    plain: Sequence[Any], files: Sequence[SourceFile] | Mapping[str, SourceFile]
) -> YamlDocument:
    """Return the document that :func:`plain_document` was given."""
    number, index, line, kind, kept = plain
    file = files[number]
    if isinstance(kept, str):
        return YamlDocument(file, index, line, later(_data, kept, file, index), None, kind)
    return YamlDocument(file, index, line, None, load(KIND_OF_WORD[kind], kept, file.label))


def write_snapshot(
    name: str, files: Sequence[SourceFile], documents: Iterable[YamlDocument]
) -> str:
    """Write the snapshot of documents that were read from ``files``; return its path."""
    path = snapshot_path(name)
    number = {file.label: place for place, file in enumerate(files)}
    plain = [plain_document(d, number[d.file.label]) for d in documents]
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    write_file(path, f"{key_of(files)}\n{text}")
    return path


def plain_document(document: YamlDocument, file: int | str) -> list[Any]:
    """Return a document as plain data; its file is a number or a name in those read."""
    return [file, document.index, document.line, *_kept(document)]


def _kept(document: YamlDocument) -> tuple[str, Any]:
    """Return the kind of a document and what is kept of it: its value, else its data as text.

    Rules and scenarios are not looked at by most questions: their data is made when asked for.
    """
    if document.value is None:
        data = document.data
        kind = str(data.get("kind", "")) if isinstance(data, dict) else ""
        return kind, json.dumps(_marked(data), ensure_ascii=False, separators=(",", ":"))
    return document.value.kind, dump(document.value.__class__, document.value)


def _data(kept: str, file: SourceFile, index: int) -> Any:
    """Return the data of a document; where what is kept is not what we wrote, from its file."""
    try:
        return _located(json.loads(kept))
    except MALFORMED:
        documents, _ = read_documents([file], DEFAULTS)
        return next(document.data for document in documents if document.index == index)


def _marked(value: Any) -> Any:
    if isinstance(value, Located):
        plain = {key: _marked(item) for key, item in value.items()}
        plain[_MARK] = value.line * WIDTH + value.column
        return plain
    if isinstance(value, list):
        return [_marked(item) for item in value]
    return value


def _located(value: Any) -> Any:
    if isinstance(value, dict):
        line, column = divmod(value.pop(_MARK), WIDTH)
        return located({key: _located(item) for key, item in value.items()}, line, column)
    return [_located(item) for item in value] if isinstance(value, list) else value
