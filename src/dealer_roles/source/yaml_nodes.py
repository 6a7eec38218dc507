"""Positioned plain data from YAML text; the only module that imports PyYAML."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from dealer_roles.source.located import Located
from dealer_roles.source.yaml_causes import likely_cause
from dealer_roles.source.yaml_guard import may_have_marks, may_nest_too_deep
from dealer_roles.source.yaml_layout import layout_cause
from dealer_roles.source.yaml_problems import (
    Problem,
    alias_problem,
    depth_problem,
    duplicate_problem,
    explain,
    key_problem,
    lines_of,
    place,
    tag_problem,
)
from dealer_roles.source.yaml_scalars import SPECIAL, plain_scalar
from dealer_roles.source.yaml_unseen import (
    escaped_problems,
    may_be_escaped,
    may_hold_one,
    unseen_problem,
)

try:
    from yaml._yaml import CParser
except ImportError as error:  # pragma: no cover - PyYAML's wheels all carry the C parser
    raise ImportError("PyYAML was built without libyaml, which dealer-roles needs") from error

_SCALAR = yaml.ScalarNode
_MAPPING = yaml.MappingNode


class _Composer(CParser):
    """A composer that resolves no tags: a node has one only if the text wrote it.

    It is asked three times a node, so what does nothing is a built-in that does nothing.
    """

    descend_resolver: Any = {}.get
    ascend_resolver: Any = [].clear

    resolve: Any = "".format


def read_yaml(text: str, max_depth: int) -> tuple[list[tuple[Any, int]], list[Problem]]:
    """Return the documents of a YAML text, each with its first line, and what is refused.

    Documents before a syntax error are returned; with a problem inside a document,
    that document is still returned as far as it can be read.
    """
    problems: list[Problem] = []
    unseen = unseen_problem(text) if may_hold_one(text) else None
    if unseen is not None:
        return [], [unseen]
    if (may_nest_too_deep(text) or may_have_marks(text)) and _walk(text, max_depth, problems):
        return [], problems
    documents: list[tuple[Any, int]] = []
    escaped = may_be_escaped(text)
    try:
        parser = _Composer(text)
        while parser.check_node():
            node = parser.get_node()
            if escaped:
                problems += escaped_problems(node, text)
            documents.append((_DataBuilder(problems, max_depth).build(node), _line(node)))
    except yaml.YAMLError as error:
        problems.append(_syntax_problem(error, text))
    return documents, problems


def _walk(text: str, max_depth: int, problems: list[Problem]) -> bool:
    """Walk the event stream; add what is refused and say whether anything was."""
    before = len(problems)
    depth = 0
    try:
        for event in _events(text):
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                problems.append(alias_problem(event))
            elif getattr(event, "tag", None) == "!":
                problems.append(tag_problem(event))  # a composer would drop it in silence
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > max_depth:
                    problems.append(depth_problem(event.start_mark, max_depth))
                    break
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    except yaml.YAMLError as error:
        problems.append(_syntax_problem(error, text))
    return len(problems) > before


def _events(text: str) -> Iterator[Any]:
    parser = CParser(text)
    while parser.check_event():
        yield parser.get_event()


class _DataBuilder:
    """Builds plain data from one document's nodes."""

    def __init__(self, problems: list[Problem], max_depth: int) -> None:
        self._problems = problems
        self._max_depth = max_depth

    def build(self, node: Any, depth: int = 0) -> Any:
        if node.tag:
            self._problems.append(tag_problem(node))
        kind = node.__class__
        if kind is _SCALAR:
            return node.value if node.style else plain_scalar(node.value)
        if depth >= self._max_depth:
            self._problems.append(depth_problem(node.start_mark, self._max_depth))
            return None
        if kind is _MAPPING:
            return self._mapping(node, depth + 1)
        return self._list(node, depth + 1)

    # Most scalars are surely text and need no further look, nor the call that would take it.

    def _list(self, node: Any, depth: int) -> list[Any]:
        build = self.build
        return [
            item.value
            if item.__class__ is _SCALAR and not item.tag and item.value[:1] not in SPECIAL
            else build(item, depth)
            for item in node.value
        ]

    def _mapping(self, node: Any, depth: int) -> Located:
        build = self.build
        mapping = Located()
        mark = node.start_mark
        mapping.line, mapping.column = mark.line + 1, mark.column + 1
        for key_node, value in node.value:
            key = key_node.value
            if key_node.__class__ is not _SCALAR:
                self._problems.append(key_problem(key_node))
            elif key_node.tag:
                self._problems.append(tag_problem(key_node))
            elif key in mapping:
                self._problems.append(duplicate_problem(key_node))
                if key == "kind":
                    break  # what follows is of another document
            elif value.__class__ is _SCALAR and not value.tag and value.value[:1] not in SPECIAL:
                mapping[key] = value.value
            else:
                mapping[key] = build(value, depth)
        return mapping


class Places:
    """The places of the keys and values of one document, for error messages.

    Args:
        node: The document.
        lines: The lines of the text it stands in.
    """

    def __init__(self, node: Any, lines: list[str]) -> None:
        self._node = node
        self._lines = lines

    def of(self, path: tuple[str | int, ...], key: str | None = None) -> tuple[int, int]:
        """Return line and column (1-based) of the value at ``path``, or of its ``key``.

        A path that leads nowhere ends at the last place that exists.
        """
        node = self._at(path)
        if key is not None and node.__class__ is _MAPPING:
            for key_node, _ in node.value:
                if key_node.value == key:
                    return place(key_node)
        return place(node)

    def comment(self, path: tuple[str | int, ...]) -> str:
        """Return the comment right behind the place of an empty value; none is an empty text."""
        node = self._at(path)
        if node.__class__ is not _SCALAR or node.value:
            return ""
        rest = "".join(self._lines[node.end_mark.line :][:1])[node.end_mark.column :].strip()
        return rest if rest.startswith("#") else ""

    def _at(self, path: tuple[str | int, ...]) -> Any:
        node = self._node
        for step in path:
            child = _child(node, step)
            if child is None:
                break
            node = child
        return node


def places(text: str) -> list[Places]:
    """Return the places of every document of a text that :func:`read_yaml` accepted."""
    lines = lines_of(text)
    return [Places(node, lines) for node in readable_nodes(text)]


def readable_nodes(text: str) -> Iterator[Any]:
    """Yield the nodes of the documents of a text, up to a syntax error."""
    parser = _Composer(text)
    try:
        while parser.check_node():
            yield parser.get_node()
    except yaml.YAMLError:
        return  # documents before a syntax error keep their places


def _child(node: Any, step: str | int) -> Any:
    if node.__class__ is _MAPPING:
        return next((v for k, v in node.value if k.value == step), None)
    if node.__class__ is not _SCALAR and isinstance(step, int) and step < len(node.value):
        return node.value[step]
    return None


def _line(node: Any) -> int:
    return int(node.start_mark.line) + 1


def _syntax_problem(error: yaml.YAMLError, text: str) -> Problem:
    if isinstance(error, yaml.reader.ReaderError):
        found = unseen_problem(text)
        if found is not None:
            return found
    context, problem = getattr(error, "context", None), getattr(error, "problem", None)
    words = " ".join(part for part in (context, problem) if part) or str(error)
    mark, opened = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    lines = lines_of(text)
    of_escape = "escape" in words or "hexdecimal" in words
    if opened is not None and (mark is None or ("quoted scalar" in words and not of_escape)):
        mark = opened  # where the quote opens, not where the text ends
    line, column = (min(mark.line + 1, len(lines)), mark.column + 1) if mark else (1, 1)
    if of_escape:
        column = lines[line - 1].rfind("\\", 0, column) + 1
    begun = opened.line + 1 if opened else None
    cause = likely_cause(lines, line) or layout_cause(words, lines, (line, column), begun)
    if cause is not None:
        return Problem("yaml-syntax", *cause)
    zh, en = explain(words, text, line, begun or line)
    return Problem("yaml-syntax", zh, en, line, column)


def nodes_of(text: str) -> list[Any]:
    """Return the nodes of every document of a text that is known to be right, with their marks."""
    parser = _Composer(text)
    found = []
    while parser.check_node():
        found.append(parser.get_node())
    return found
