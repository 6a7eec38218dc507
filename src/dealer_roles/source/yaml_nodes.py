"""Positioned plain data from YAML text; the only module that imports PyYAML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from dealer_roles.source.located import Located
from dealer_roles.source.yaml_guard import may_have_anchors, may_nest_too_deep
from dealer_roles.source.yaml_scalars import SPECIAL, plain_scalar

try:
    from yaml._yaml import CParser
except ImportError as error:  # pragma: no cover - PyYAML's wheels all carry the C parser
    raise ImportError("PyYAML was built without libyaml, which dealer-roles needs") from error

_SCALAR = yaml.ScalarNode
_MAPPING = yaml.MappingNode


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a YAML text that is refused: a code, its words, a place (1-based)."""

    code: str
    zh: str
    en: str
    line: int
    column: int


class _Composer(CParser):
    """A composer that resolves no tags: a node has one only if the text wrote it.

    It is asked three times a node, so what does nothing is a built-in that does nothing.
    """

    descend_resolver: Any = {}.get
    ascend_resolver: Any = [].clear

    def resolve(self, *_: object) -> str:
        return ""


def read_yaml(text: str, max_depth: int) -> tuple[list[tuple[Any, int]], list[Problem]]:
    """Return the documents of a YAML text, each with its first line, and what is refused.

    Documents before a syntax error are returned; with a problem inside a document,
    that document is still returned as far as it can be read.
    """
    problems: list[Problem] = []
    if (may_nest_too_deep(text) or may_have_anchors(text)) and _walk(text, max_depth, problems):
        return [], problems
    documents: list[tuple[Any, int]] = []
    try:
        parser = _Composer(text)
        while parser.check_node():
            node = parser.get_node()
            documents.append((_Builder(problems, max_depth).build(node), _line(node)))
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
                problems.append(_alias_problem(event))
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > max_depth:
                    problems.append(_depth_problem(event.start_mark, max_depth))
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


class _Builder:
    """Builds plain data from one document's nodes."""

    def __init__(self, problems: list[Problem], max_depth: int) -> None:
        self._problems = problems
        self._max_depth = max_depth

    def build(self, node: Any, depth: int = 0) -> Any:
        if node.tag:
            self._problems.append(_tag_problem(node))
        kind = node.__class__
        if kind is _SCALAR:
            return node.value if node.style else plain_scalar(node.value)
        if depth >= self._max_depth:
            self._problems.append(_depth_problem(node.start_mark, self._max_depth))
            return None
        if kind is _MAPPING:
            return self._mapping(node, depth + 1)
        build = self.build
        return [item.value if _is_text(item) else build(item, depth + 1) for item in node.value]

    def _mapping(self, node: Any, depth: int) -> Located:
        mapping = Located()
        mark = node.start_mark
        mapping.line, mapping.column = mark.line + 1, mark.column + 1
        for key_node, value in node.value:
            key = key_node.value
            if key_node.__class__ is not _SCALAR:
                self._problems.append(_key_problem(key_node))
            elif key_node.tag:
                self._problems.append(_tag_problem(key_node))
            elif key in mapping:
                self._problems.append(_duplicate_problem(key_node))
            else:
                mapping[key] = value.value if _is_text(value) else self.build(value, depth)
        return mapping


def _is_text(node: Any) -> bool:
    """Whether a node is surely text: most are, and need no further look."""
    return node.__class__ is _SCALAR and not node.tag and node.value[:1] not in SPECIAL


class Places:
    """The places of the keys and values of one document, for error messages."""

    def __init__(self, node: Any) -> None:
        self._node = node

    def of(self, path: tuple[str | int, ...], key: str | None = None) -> tuple[int, int]:
        """Return line and column (1-based) of the value at ``path``, or of its ``key``.

        A path that leads nowhere ends at the last place that exists.
        """
        node = self._node
        for step in path:
            child = _child(node, step)
            if child is None:
                break
            node = child
        if key is not None and node.__class__ is _MAPPING:
            for key_node, _ in node.value:
                if key_node.value == key:
                    return _place(key_node)
        return _place(node)


def places(text: str) -> list[Places]:
    """Return the places of every document of a text that :func:`read_yaml` accepted."""
    parser = _Composer(text)
    found = []
    try:
        while parser.check_node():
            found.append(Places(parser.get_node()))
    except yaml.YAMLError:
        pass  # documents before a syntax error keep their places
    return found


def _child(node: Any, step: str | int) -> Any:
    if node.__class__ is _MAPPING:
        return next((v for k, v in node.value if k.value == step), None)
    if node.__class__ is not _SCALAR and isinstance(step, int) and step < len(node.value):
        return node.value[step]
    return None


def _place(node: Any) -> tuple[int, int]:
    return node.start_mark.line + 1, node.start_mark.column + 1


def _line(node: Any) -> int:
    return int(node.start_mark.line) + 1


def _at(code: str, zh: str, en: str) -> Callable[[Any], Problem]:
    def problem(node: Any) -> Problem:
        return Problem(code, zh, en, *_place(node))

    return problem


_alias_problem = _at(
    "yaml-alias",
    "不允许使用锚点（&）和别名（*）；请把内容写全",
    "anchors (&) and aliases (*) are refused; write the content out",
)
_key_problem = _at(
    "yaml-key",
    "键必须是简单文本，不能是列表或映射",
    "a key must be plain text, not a list or a mapping",
)


def _tag_problem(node: Any) -> Problem:
    tag = str(node.tag)[:40]
    return Problem(
        "yaml-tag",
        f"不允许使用标签 {tag}；请删除它",
        f"the tag {tag} is refused; delete it",
        *_place(node),
    )


def _duplicate_problem(node: Any) -> Problem:
    key = str(node.value)[:80]
    return Problem(
        "yaml-duplicate-key",
        f"键 {key!r} 重复；同一映射中每个键只能出现一次",
        f"the key {key!r} stands twice; keep one of them",
        *_place(node),
    )


def _depth_problem(mark: Any, most: int) -> Problem:
    return Problem(
        "yaml-depth",
        f"嵌套超过 {most} 层",
        f"nested more than {most} levels deep",
        mark.line + 1,
        mark.column + 1,
    )


_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


def _syntax_problem(error: yaml.YAMLError, text: str) -> Problem:
    if isinstance(error, yaml.reader.ReaderError):
        return _control_problem(text)
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    words = " ".join(
        part for part in (getattr(error, "context", None), getattr(error, "problem", None)) if part
    ) or str(error)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    last = text.count("\n") + 1
    zh, en = _explain(words, text, min(line, last))
    return Problem("yaml-syntax", zh, en, min(line, last), column)


def _control_problem(text: str) -> Problem:
    match = _CONTROL.search(text)
    before = text[: match.start()] if match else ""
    return Problem(
        "yaml-syntax",
        "文件含有控制字符；请删除",
        "the file holds a control character; delete it",
        before.count("\n") + 1,
        len(before) - before.rfind("\n"),
    )


def _explain(words: str, text: str, line: int) -> tuple[str, str]:
    """Say a parser's complaint in words a beginner can act on."""
    lines = text.splitlines()
    here = lines[line - 1] if 0 < line <= len(lines) else ""
    if "cannot start any token" in words and "\t" in here:
        return ("缩进用了制表符；请改用空格", "a tab is used for indentation; use spaces instead")
    if "mapping values are not allowed" in words:
        return (
            "此处不应出现「： 」；文本里有冒号加空格时请用引号括起来，或检查缩进",
            (
                "': ' is not expected here; quote a text that holds a colon and a space, "
                "or check the indentation"
            ),
        )
    if "did not find expected" in words and ("flow" in words or "',' or" in words):
        return (
            "花括号或方括号没有正确闭合；含逗号、冒号的文本请用引号括起来",
            "a bracket is not closed as expected; quote texts that hold commas or colons",
        )
    return (f"YAML 语法错误：{words}", f"YAML syntax error: {words}")
