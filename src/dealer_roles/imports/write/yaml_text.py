"""YAML written line by line, with comments: thousands of positions a second.

Editing keeps to ruamel.yaml; writing what we made ourselves needs no more than this.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

_SIGNS = r"\w\u4e00-\u9fff（）()，。、；“”/.+\-"
_PLAIN = re.compile(rf"[A-Za-z\u4e00-\u9fff][{_SIGNS}：]*(?: [{_SIGNS}][{_SIGNS}：]*)*")
_RESERVED = re.compile(r"(?:true|false|null|yes|no|on|off|y|n|nan|inf)", re.IGNORECASE)
_FLOW = {"zh", "en", "unnamed"}


class CommentedItem(NamedTuple):
    """A value of a sequence with the comment that stands above it."""

    value: Any
    comment: str


def scalar(value: object) -> str:
    """Return a scalar; text that could be taken for anything else is quoted."""
    if value is None:
        return "null"
    if isinstance(value, str):
        plain = _PLAIN.fullmatch(value) and not _RESERVED.fullmatch(value)
        return value if plain else json.dumps(value, ensure_ascii=False)
    return json.dumps(value)


def document(values: Mapping[str, Any]) -> str:
    """Return a mapping as one YAML document."""
    return "\n".join(_mapping(values, "")) + "\n"


def comment(text: str, indent: str = "") -> Iterator[str]:
    """Yield the lines of a comment."""
    for line in text.splitlines():
        if line:
            yield f"{indent}# {line}"


def _mapping(values: Mapping[str, Any], indent: str) -> Iterator[str]:
    for key, value in values.items():
        if isinstance(value, Mapping) and not _is_flow(value):
            yield f"{indent}{key}:"
            yield from _mapping(value, indent + "  ")
        elif isinstance(value, Sequence) and not isinstance(value, str):
            yield from _sequence(key, value, indent)
        else:
            yield f"{indent}{key}: {_inline(value)}"


def _is_flow(value: Any) -> bool:
    return isinstance(value, Mapping) and value.keys() <= _FLOW


def _inline(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_inline(inner)}" for key, inner in value.items()) + "}"
    return scalar(value)


def _sequence(key: str, items: Sequence[Any], indent: str) -> Iterator[str]:
    if not items:
        yield f"{indent}{key}: []"
        return
    yield f"{indent}{key}:"
    for item in items:
        value, words = item if isinstance(item, CommentedItem) else (item, "")
        yield from comment(words, indent)
        if isinstance(value, Mapping) and not _is_flow(value):
            first, *rest = _mapping(value, indent + "  ")
            yield f"{indent}- {first.lstrip()}"
            yield from rest
        else:
            yield f"{indent}- {_inline(value)}"
