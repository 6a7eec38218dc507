"""What a corpus file holds that can be cited, with or without the texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from dealer_roles.questions.trace import Corpus
from dealer_roles.source.discovery import label_of
from dealer_roles.source.document import read_documents
from dealer_roles.source.file import SourceFile
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
    try:
        sections = tuple(_sections(documents[0].data))
        found = Corpus(
            statements=tuple(id_ for section in sections for id_ in _statements(section)),
            introductions=tuple(section["id"] for section in sections if section.get("intro")),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise InvalidDefinitions([_not_a_corpus(file, error)]) from error
    if not found.statements and not found.introductions:
        raise InvalidDefinitions([_not_a_corpus(file, "statements")])
    return found


def _sections(data: Any) -> Iterator[Mapping[str, Any]]:
    for document in data["documents"]:
        yield from document["sections"]


def _statements(section: Mapping[str, Any]) -> Iterator[str]:
    for statement in section.get("statements") or ():
        yield statement if isinstance(statement, str) else statement["id"]


def _not_a_corpus(file: SourceFile, error: Any) -> Finding:
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
