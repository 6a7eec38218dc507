"""What a corpus file holds that can be cited, with or without the texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from dealer_roles.questions.trace import Corpus
from dealer_roles.source.document import read_documents
from dealer_roles.source.file import SourceFile
from dealer_roles.source.labels import label_of
from dealer_roles.source.resources import resource
from dealer_roles.source.settings import DEFAULTS
from dealer_roles.values.errors import InvalidDefinitions
from dealer_roles.values.findings import Finding
from dealer_roles.values.span import Span
from dealer_roles.values.text import Text


def bundled_corpus() -> Path:
    """Return the index of the bundled source documents."""
    return Path(resource("definitions", "references", "index.yaml"))


def read_corpus(path: Path) -> Corpus:
    """Return what can be cited of a corpus file, in its order.

    The file holds ``documents``, each with ``sections``, each with ``statements``;
    a statement is its id, or a mapping with an ``id``. A section with an ``intro``
    (its text, or ``true``) opens with an introduction, which is cited by the id of
    the section.

    Raises:
        InvalidDefinitions: The file cannot be read or is not of that shape.
    """
    file = SourceFile(path, label_of(path))
    documents, findings = read_documents([file], DEFAULTS)
    if findings:
        raise InvalidDefinitions(findings)
    sections = tuple(
        section
        for number, document in enumerate(documents, 1)
        for section in _sections(file, document.data, f"{number}: " if number > 1 else "")
    )
    found = Corpus(
        statements=tuple(id_ for section in sections for id_ in _statements(file, section)),
        introductions=tuple(
            _id(file, section, "section") for section in sections if section.get("intro")
        ),
    )
    if not found.statements and not found.introductions:
        raise InvalidDefinitions([_not_a_corpus(file, "statements")])
    return found


def _sections(file: SourceFile, data: Any, place: str) -> Iterator[Mapping[str, Any]]:
    for document in _list(file, data, "documents", place):
        for section in _list(file, document, "sections", place):
            if not isinstance(section, Mapping):
                raise InvalidDefinitions([_not_a_corpus(file, f"{place}sections: {section!r:.60}")])
            yield section


def _statements(file: SourceFile, section: Mapping[str, Any]) -> Iterator[str]:
    for statement in section.get("statements") or ():
        yield statement if isinstance(statement, str) else _id(file, statement, "statement")


def _list(file: SourceFile, holder: Any, key: str, place: str) -> Sequence[Any]:
    found = holder.get(key) if isinstance(holder, Mapping) else None
    if not isinstance(found, Sequence) or isinstance(found, str):
        raise InvalidDefinitions([_not_a_corpus(file, f"{place}{key}")])
    return found


def _id(file: SourceFile, holder: Any, what: str) -> str:
    found = holder.get("id") if isinstance(holder, Mapping) else None
    if not isinstance(found, str) or not found:
        raise InvalidDefinitions([_not_a_corpus(file, f"{what}: id")])
    return found


def _not_a_corpus(file: SourceFile, error: str) -> Finding:
    return Finding(
        "not-a-corpus",
        "error",
        Text(
            "不是语料文件：需要 documents → sections → statements",
            "not a corpus file: it needs documents → sections → statements",
        ),
        Span(file.label),
        subject=file.label,
        fix=Text(f"缺少或写错：{error}", f"missing or wrong: {error}"),
    )
