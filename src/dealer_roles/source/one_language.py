"""A definition file in one language: texts by language become plain ones, the rest stays."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from dealer_roles.source.yaml_nodes import nodes_of


class _Cut(NamedTuple):
    """A stretch of text, and what stands in its place."""

    start: int
    end: int
    instead: str


def one_language(text: str, lang: str, others: tuple[str, ...]) -> str:
    """Return a file with its texts in one language; layout and remarks stay as they are.

    Args:
        text: The file, which is known to be right.
        lang: The language that stays; a text that lacks it stays as it is.
        others: The languages that go.
    """
    cuts = [cut for node in nodes_of(text) for cut in _cuts(node, text, lang, others)]
    for cut in sorted(cuts, reverse=True):
        text = text[: cut.start] + cut.instead + text[cut.end :]
    return text


def _cuts(node: Any, text: str, lang: str, others: tuple[str, ...]) -> Iterator[_Cut]:
    pairs = _pairs(node)
    keys = [key.value for key, _ in pairs]
    if lang in keys and set(keys) <= {lang, *others}:
        value = pairs[keys.index(lang)][1]
        end = _end(text, node) if node.flow_style else _end(text, pairs[-1][1])
        yield _Cut(node.start_mark.index, end, _source(text, value))
        return
    if lang in keys:
        yield from _without(pairs, text, others)
    children = [v for k, v in pairs if k.value not in (lang, *others)] or _items(node)
    for child in children:
        yield from _cuts(child, text, lang, others)


def _without(pairs: list[Any], text: str, others: tuple[str, ...]) -> Iterator[_Cut]:
    """Cut languages out of a mapping that says more than a text."""
    for number, (key, value) in enumerate(pairs):
        if key.value not in others:
            continue
        if number + 1 < len(pairs):
            yield _Cut(key.start_mark.index, pairs[number + 1][0].start_mark.index, "")
        else:
            yield _Cut(_end(text, pairs[number - 1][1]), _end(text, value), "")


def _pairs(node: Any) -> list[Any]:
    return list(node.value) if type(node).__name__ == "MappingNode" else []


def _items(node: Any) -> list[Any]:
    return list(node.value) if type(node).__name__ == "SequenceNode" else []


def _source(text: str, node: Any) -> str:
    return text[node.start_mark.index : _end(text, node)]


def _end(text: str, node: Any) -> int:
    """Return where a value ends; a block ends before the line after it begins."""
    end = int(node.end_mark.index)
    return len(text[:end].rstrip()) if end else end
