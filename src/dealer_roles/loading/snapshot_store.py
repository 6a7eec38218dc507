"""Snapshots: checked documents as JSON, valid for exactly one state of their files.

A snapshot is data, never code: it is read with the JSON parser, and only if the
hash of the files it was made from is the hash of the files that are there now.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dealer_roles.loading.content_key import key_of
from dealer_roles.model.compact import Rows, Tables, values_of
from dealer_roles.model.kinds import KIND_OF_WORD, KINDS
from dealer_roles.source.document import YamlDocument, read_documents
from dealer_roles.source.file import SourceFile
from dealer_roles.source.located import Located, located
from dealer_roles.source.resources import snapshot_path
from dealer_roles.source.settings import DEFAULTS
from dealer_roles.values.later import later

MALFORMED = (ValueError, TypeError, LookupError, AttributeError, RecursionError, StopIteration)
"""What reading a snapshot may raise that is not what we wrote: it is made anew then."""
_MARK = "@"
_WIDTH = 10_000_000  # columns of a file within the default bounds always fit
Files = Sequence[SourceFile] | Mapping[str, SourceFile]


def read_snapshot(name: str, files: Sequence[SourceFile]) -> list[YamlDocument] | None:
    """Return the documents of a snapshot, or ``None`` if there is none for these files."""
    try:
        with open(snapshot_path(name), "rb") as stream:
            head, *lines = stream
        if head.decode().strip() != key_of(files):
            return None
        return documents_of(lines, [files])[0]
    except (OSError, *MALFORMED):
        return None


def documents_of(lines: Sequence[bytes], files: Sequence[Files]) -> list[list[YamlDocument]]:
    """Return the groups of documents that :func:`lines_of_documents` was given.

    Args:
        lines: Its lines.
        files: The files of each group, by what was given for them.
    """
    first, *data = lines
    tables, groups = json.loads(first)
    placed = [
        [(of_group[file], index, line, kind, number) for file, index, line, kind, number in group]
        for of_group, group in zip(files, groups, strict=True)
    ]
    labels = [file.label for group in placed for file, *_ in group]
    rows = values_of(tables, KINDS, labels)
    return [[_document(one, rows, data) for one in group] for group in placed]


def _document(
    placed: tuple[SourceFile, int, int, str, int], rows: Rows, data: Sequence[bytes]
) -> YamlDocument:
    file, index, line, kind, number = placed
    if number < 0:
        return YamlDocument(file, index, line, later(_data, data[~number], file, index), None, kind)
    return YamlDocument(file, index, line, None, rows[KIND_OF_WORD[kind]][number])


def write_snapshot(
    name: str, files: Sequence[SourceFile], documents: Iterable[YamlDocument]
) -> str:
    """Write the snapshot of documents that were read from ``files``; return its path."""
    from dealer_roles.output.files import write_file

    path = snapshot_path(name)
    number = {file.label: place for place, file in enumerate(files)}
    lines = lines_of_documents([[(d, number[d.file.label]) for d in documents]])
    write_file(path, b"\n".join((key_of(files).encode(), *lines)))
    return path


def lines_of_documents(groups: Iterable[Iterable[tuple[YamlDocument, int | str]]]) -> list[bytes]:
    """Return groups of documents as lines of JSON; each file is a number or a name in those read.

    The first line holds the values of all. Rules and scenarios have none, and most questions
    do not look at them: each stands in a line of its own, which is read when it is asked for.
    """
    tables = Tables()
    data: list[bytes] = []
    plain = [[_plain(document, file, tables, data) for document, file in g] for g in groups]
    return [_json([tables.plain(), plain]), *data]


def _plain(document: YamlDocument, file: int | str, tables: Tables, data: list[bytes]) -> list[Any]:
    """Return what is said of a document, with the number of its value, below 0 of its data."""
    if document.value is None:
        kind = str(document.data.get("kind", "")) if isinstance(document.data, dict) else ""
        number = ~len(data)
        data.append(_json(_marked(document.data)))
    else:
        kind, number = document.value.kind, tables.add(document.value)
    tables.document += 1
    return [file, document.index, document.line, kind, number]


def _json(plain: Any) -> bytes:
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "replace")


def _data(kept: bytes, file: SourceFile, index: int) -> Any:
    """Return the data of a document; where what is kept is not what we wrote, from its file."""
    try:
        return json.loads(kept, object_hook=_located)
    except MALFORMED:
        documents, _ = read_documents([file], DEFAULTS)
        return next(document.data for document in documents if document.index == index)


def _marked(value: Any) -> Any:
    if isinstance(value, Located):
        plain = {key: _marked(item) for key, item in value.items()}
        plain[_MARK] = value.line * _WIDTH + value.column
        return plain
    if isinstance(value, list):
        return [_marked(item) for item in value]
    return value


def _located(plain: dict[str, Any]) -> Located:
    line, column = divmod(plain.pop(_MARK), _WIDTH)
    return located(plain, line, column)
