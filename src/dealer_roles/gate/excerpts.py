"""The lines that findings stand in, read when somebody asks."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dealer_roles.gate.remembered import Remembered
from dealer_roles.loading.loaded import Loaded
from dealer_roles.reports.report import Reported
from dealer_roles.source.gate import Refused, is_inside, read_bytes
from dealer_roles.source.settings import DEFAULTS
from dealer_roles.source.yaml_problems import lines_of
from dealer_roles.values.span import Span


class Excerpts(Mapping[Span, str]):
    """The source line of each span whose file can be read.

    Reports go through findings file by file: one file is kept at a time.
    """

    def __init__(self, items: Iterable[Reported], loaded: Sequence[Loaded | Remembered]) -> None:
        self._items = items
        self._paths = {label: path for one in loaded for label, path in one.paths.items()}
        self._roots = {os.path.realpath(one.folder): one.folder for one in loaded if one.folder}
        self._read: tuple[str, list[str]] = ("", [])

    def __getitem__(self, span: Span) -> str:
        file, lines = self._read
        if span.file != file:
            lines = _lines(self._paths.get(span.file, span.file), self._roots)
            self._read = span.file, lines
        if span.line > len(lines):
            raise KeyError(span)
        return lines[span.line - 1]

    def __iter__(self) -> Iterator[Span]:
        spans = dict.fromkeys(item.finding.span for item in self._items)
        return (span for span in spans if self.get(span) is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _lines(path: str | os.PathLike[str], roots: Mapping[str, str]) -> list[str]:
    """Return the lines of a file that lies in one of the organizations' folders."""
    root = _root_of(path, roots)
    if root is None:
        return []
    try:
        raw = read_bytes(path, root, DEFAULTS.max_file_bytes)
    except Refused:
        return []
    return lines_of(raw.decode("utf-8-sig", "replace"))


def _root_of(path: str | os.PathLike[str], roots: Mapping[str, str]) -> str | None:
    """Return the folder that a file lies in; any of them where the caller also allows the file.

    Args:
        path: The file.
        roots: The folders, by their paths with links resolved.
    """
    real = os.path.realpath(path)
    above = os.path.dirname(real)
    while real not in roots and above != real:
        real, above = above, os.path.dirname(above)
    if real in roots:
        return roots[real]
    first = next(iter(roots.values()), None)
    return first if first is not None and is_inside(path, first) else None
