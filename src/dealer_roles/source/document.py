"""Reading definition files: text in, positioned documents and findings out."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from dealer_roles.source.file import SourceFile
from dealer_roles.source.gate import Refused, not_utf8, read_bytes
from dealer_roles.source.settings import Settings
from dealer_roles.values.fields import field, replace
from dealer_roles.values.findings import Finding, Witness
from dealer_roles.values.frozen import frozen
from dealer_roles.values.later import with_late_fields
from dealer_roles.values.span import Span
from dealer_roles.values.text import NO_TEXT, Text

if TYPE_CHECKING:
    from dealer_roles.source.yaml_nodes import Places

Seen = Callable[[SourceFile, bytes], None]
Place = tuple[str, int]
"""Which document of a folder is meant: what its file is called, and its number in it."""
MOST_PROBLEMS = 1_000
"""The most problems of one text that are looked at; findings have a smaller budget of their own."""


@with_late_fields("data")
@frozen
class YamlDocument:
    """One YAML document.

    Attributes:
        file: The file it stands in.
        index: Its number in the file, from 0.
        line: Its first line, 1-based.
        data: Its positioned plain data.
        value: What it says, once its form is checked; only of kinds that describe organizations.
        known_kind: Its kind where that is known without looking at its data.
    """

    file: SourceFile
    index: int
    line: int
    data: Any
    value: Any = None
    known_kind: str = field(default="", compare=False)

    def without_data(self) -> YamlDocument:
        """Return it without its plain data where it has a value: that is all anybody reads."""
        return self if self.value is None else replace(self, data=None)

    @property
    def kind(self) -> str:
        """Its kind, once its form is checked."""
        if self.known_kind:
            return self.known_kind
        return str(self.data["kind"] if self.value is None else self.value.kind)

    @property
    def place(self) -> Place:
        """Which document it is of those that are read together."""
        return self.file.label, self.index

    def at(self, data: Any) -> Span:
        """Return where a positioned mapping of this document stands."""
        return Span(self.file.label, data.line, data.column)

    def pointer(self, path: Iterable[str | int]) -> str:
        """Return a stable name for a place: file, document number and JSON pointer."""
        steps = "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)
        return f"{self.file.label}#{self.index}{steps}"


@contextmanager
def batch() -> Iterator[None]:
    """Switch the garbage collector off for a large load, and back on after it."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def read_documents(
    files: Iterable[SourceFile], settings: Settings, seen: Seen | None = None
) -> tuple[list[YamlDocument], list[Finding]]:
    """Read files into documents; everything that cannot be read is a finding.

    Args:
        files: The files.
        settings: The bounds.
        seen: Is told the content of each file that is read.
    """
    from dealer_roles.source.yaml_nodes import read_yaml

    documents: list[YamlDocument] = []
    findings: list[Finding] = []
    total = 0
    for file in files:
        text, problem = _text(file, settings, seen)
        total += len(text or "")
        if total > settings.max_total_bytes:
            findings.append(_total_problem(file, settings))
            break
        if text is None:
            findings.append(problem or _empty(file))
            continue
        found, problems = read_yaml(text, settings.max_depth)
        for ordinal, p in enumerate(problems[:MOST_PROBLEMS]):
            findings.append(
                Finding(
                    p.code,
                    "error",
                    Text(p.zh, p.en),
                    Span(file.label, p.line, p.column),
                    subject=f"{file.label}#{p.code}-{ordinal}",
                )
            )
        real = [(index, data, line) for index, (data, line) in enumerate(found) if data is not None]
        if not real and not problems:
            findings.append(_empty(file))
        documents += [YamlDocument(file, index, line, data) for index, data, line in real]
    return documents, findings


def _text(
    file: SourceFile, settings: Settings, seen: Seen | None = None
) -> tuple[str | None, Finding | None]:
    try:
        raw = read_bytes(file.path, file.inside, settings.max_file_bytes)
    except Refused as error:
        return None, _file_finding(file, error.code, error.words.zh, error.words.en)
    if seen is not None:
        seen(file, raw)
    try:
        return raw.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        return None, _encoding_problem(file, raw, error)


def _encoding_problem(file: SourceFile, raw: bytes, error: UnicodeDecodeError) -> Finding:
    from dealer_roles.source.yaml_problems import lines_of

    before = raw[: error.start].decode("utf-8-sig", "replace")
    lines = lines_of(before)
    return Finding(
        "not-utf8",
        "error",
        not_utf8(raw, error.start),
        Span(file.label, len(lines), len(lines[-1]) + 1),
        subject=file.label,
    )


def _file_finding(file: SourceFile, code: str, zh: str, en: str) -> Finding:
    return Finding(code, "error", Text(zh, en), Span(file.label), subject=file.label)


def _empty(file: SourceFile) -> Finding:
    return _file_finding(
        file,
        "empty-file",
        "文件没有内容；请写入定义或删除文件",
        "the file holds no definitions; write some or delete it",
    )


def _total_problem(file: SourceFile, settings: Settings) -> Finding:
    most = settings.max_total_bytes
    return _file_finding(
        file,
        "too-large",
        f"全部文件超过 {most} 字节；可在设置 max-total-bytes 中放宽",
        f"all files together exceed {most} bytes; raise the setting max-total-bytes if meant",
    )


class Locator:
    """Finds places inside documents by reading their files once more; for errors only."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._files: dict[str, list[Places]] = {}

    def span(
        self, document: YamlDocument, path: Iterable[str | int] = (), key: str | None = None
    ) -> Span:
        """Return the span of the value at ``path`` in the document, or of its ``key``."""
        label = document.file.label
        found = self._places(document.file)
        if document.index >= len(found):
            return Span(label, document.line)
        line, column = found[document.index].of(tuple(path), key)
        return Span(label, line, column)

    def error(
        self,
        document: YamlDocument,
        path: Iterable[str | int],
        code: str,
        message: Text,
        fix: Text = NO_TEXT,
        *,
        org: str = "",
        witnesses: tuple[Witness, ...] = (),
        at_key: bool = False,
    ) -> Finding:
        """Return the finding that the value at ``path`` is wrong, shown there or at its key."""
        path = tuple(path)
        place, key = (path[:-1], str(path[-1])) if at_key else (path, None)
        span = self.span(document, place, key)
        subject = document.pointer(path)
        return Finding(code, "error", message, span, org, subject, fix, witnesses)

    def comment_at(self, document: YamlDocument, path: Iterable[str | int]) -> str:
        """Return the comment that stands where the value at ``path`` is missing, or nothing."""
        found = self._places(document.file)
        return found[document.index].comment(tuple(path)) if document.index < len(found) else ""

    def _places(self, file: SourceFile) -> list[Places]:
        found = self._files.get(file.label)
        if found is None:
            from dealer_roles.source.yaml_nodes import places

            text, _ = _text(file, self._settings)
            found = self._files[file.label] = places(text or "")
        return found
