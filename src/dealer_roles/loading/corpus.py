"""What a corpus file holds that can be cited, with or without the texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from dealer_roles.model.checked import check_form
from dealer_roles.model.corpus import CorpusDocument, CorpusFile, CorpusSection
from dealer_roles.questions.passage import Passage, SourceSection
from dealer_roles.questions.trace import Corpus
from dealer_roles.source.document import Locator, YamlDocument, read_documents
from dealer_roles.source.file import SourceFile
from dealer_roles.source.labels import label_of
from dealer_roles.source.located import Located, located
from dealer_roles.source.resources import resource
from dealer_roles.source.settings import DEFAULTS
from dealer_roles.values.errors import InvalidDefinitions
from dealer_roles.values.fields import replace
from dealer_roles.values.findings import Finding
from dealer_roles.values.span import Span
from dealer_roles.values.text import NO_TEXT, Text

KIND = "corpus"
_NO_ID = (
    Text("有引言的章节没有 id", "a section with an introduction has no id"),
    Text("补上 id：引言以它引用", "add an id: the introduction is cited by it"),
)
_NOTHING = (
    Text("语料文件中没有可引用的语句", "the corpus holds no statement that can be cited"),
    NO_TEXT,
)


def bundled_corpus() -> Path:
    """Return the index of the bundled source documents."""
    return Path(resource("definitions", "references", "index.yaml"))


def read_corpus(path: Path) -> Corpus:
    """Return what can be cited of a corpus file, in its order.

    The file is of ``kind: corpus``, which it need not say: it is named as one.

    Raises:
        InvalidDefinitions: The file cannot be read or is not of that form.
    """
    file = SourceFile(path, label_of(path))
    documents, findings = read_documents([file], DEFAULTS)
    good, misfits = check_form(map(_as_corpus, documents), {KIND: CorpusFile}, Locator(DEFAULTS))
    if findings or misfits:
        raise InvalidDefinitions([*findings, *misfits])
    files = [document.value for document in good]
    if any(section.intro and not section.id for section in _sections(files)):
        raise InvalidDefinitions([_finding(file, "corpus-introduction", *_NO_ID)])
    found = _citable(files)
    if not found.statements and not found.introductions:
        raise InvalidDefinitions([_finding(file, "empty-corpus", *_NOTHING)])
    return found


def _as_corpus(document: YamlDocument) -> YamlDocument:
    data = document.data
    if not isinstance(data, Located) or "kind" in data:
        return document
    return replace(document, data=located({"kind": KIND, **data}, data.line, data.column))


def _sections(files: Sequence[CorpusFile]) -> list[CorpusSection]:
    documents = [document for file in files for document in file.documents]
    return [section for document in documents for section in document.sections]


def _citable(files: Sequence[CorpusFile]) -> Corpus:
    sections = _sections(files)
    return Corpus(
        statements=tuple(statement.id for section in sections for statement in section.statements),
        introductions=tuple(section.id for section in sections if section.intro),
        passages=tuple(p for f in files for d in f.documents for p in _passages(d)),
    )


def _passages(document: CorpusDocument) -> Iterator[Passage]:
    for section in document.sections:
        place = _place(document, section)
        for text in section.intro:
            yield Passage(id=section.id, kind="introduction", text=text, place=place)
        for said in section.statements:
            yield Passage(id=said.id, kind=said.kind, text=said.text, place=place)


def _place(document: CorpusDocument, section: CorpusSection) -> SourceSection:
    return SourceSection(
        document=document.id,
        document_title=document.title,
        note=document.note,
        section=section.id,
        title=section.title,
        department=section.department,
        positions=section.positions,
    )


def _finding(file: SourceFile, code: str, message: Text, fix: Text) -> Finding:
    return Finding(code, "error", message, Span(file.label), subject=file.label, fix=fix)
