"""Edits of YAML text that touch nothing but the value they are about.

The text is not written anew: the place of a value is looked up and its characters are
exchanged, so comments, order, quotes and line ends elsewhere stay as they are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

import yaml

from dealer_roles.values.frozen import frozen

Step = str | int
_PLAIN = re.compile(r"[\w\u3000-\u303f\uff00-\uffef][\w\u3000-\u303f\uff00-\uffef /%()+.;-]*")
# What a plain scalar would be read as something other than text.
_NO_TEXT = re.compile(r"(?i)[-+.0-9].*|~|null|true|false")


class CannotPlace(ValueError):
    """The place of an edit is not there, or is written in a way that is not edited."""


@frozen
class _Range:
    start: int
    end: int


def replace_text(source: str, document: int, path: Sequence[Step], text: str) -> str:
    """Return YAML with the text at a path exchanged.

    Args:
        source: The YAML.
        document: The number of the document in it, from 0.
        path: Keys and list positions down to a scalar.
        text: The new text.

    Raises:
        CannotPlace: There is no scalar there.
    """
    node = _at(_root(source, document), path)
    if not isinstance(node, yaml.ScalarNode):
        raise CannotPlace("/".join(map(str, path)))
    end = node.end_mark.index
    if node.style in ("|", ">"):
        end = len(source[:end].rstrip())
    return _checked(source, _Range(node.start_mark.index, end), scalar(text))


def set_key(source: str, document: int, path: Sequence[Step], key: str, value: str) -> str:
    """Return YAML with a key of a mapping set; a new one stands below the mapping's first.

    Args:
        source: The YAML.
        document: The number of the document in it, from 0.
        path: Keys and list positions down to the mapping.
        key: The key.
        value: Its value, as YAML on one line.

    Raises:
        CannotPlace: There is no mapping there.
    """
    node = _at(_root(source, document), path)
    if not isinstance(node, yaml.MappingNode) or not node.value:
        raise CannotPlace("/".join(map(str, path)))
    for name, held in node.value:
        if name.value == key:
            place = _Range(held.start_mark.index, _end(held))
            return _checked(source, place, value)
    # The id stands first by custom; whatever the order, a key below `id` reads well.
    name, held = next(((n, h) for n, h in node.value if n.value == "id"), node.value[0])
    if node.flow_style:
        at = _Range(_end(held), _end(held))
        return _checked(source, at, f", {key}: {value}")
    line_end = source.find("\n", _end(held))
    at = _Range(*(2 * [len(source) if line_end < 0 else line_end]))
    return _checked(source, at, f"\n{' ' * name.start_mark.column}{key}: {value}")


def append_items(source: str, document: int, key: str, items: Sequence[Sequence[str]]) -> str:
    """Return YAML with items added to the list under a top key; each is the lines of a mapping.

    Raises:
        CannotPlace: There is no such list, or it is written in brackets and not empty.
    """
    root = _root(source, document)
    node = _at(root, (key,))
    if not isinstance(node, yaml.SequenceNode):
        raise CannotPlace(key)
    if not node.value:
        column = 0
        place = _Range(len(source[: node.start_mark.index].rstrip(" ")), _end(node))
    elif node.flow_style:
        raise CannotPlace(key)
    else:
        column = node.start_mark.column
        line_end = source.find("\n", _end(node))
        place = _Range(*(2 * [len(source) if line_end < 0 else line_end]))
    indent = " " * column
    lines = [
        f"\n{indent}{'- ' if n == 0 else '  '}{line}"
        for item in items
        for n, line in enumerate(item)
    ]
    return _checked(source, place, "".join(lines))


def insert_lines(
    source: str, document: int, path: Sequence[Step], lines: Sequence[str], *, below: bool = True
) -> str:
    """Return YAML with lines beside an item of a list in block style, indented as that is.

    Args:
        source: The YAML.
        document: The number of the document in it, from 0.
        path: Keys and list positions down to the item.
        lines: Items or comments, a line each.
        below: Whether they stand below the item, not above it.

    Raises:
        CannotPlace: There is no such item, or the list is in brackets.
    """
    *way, number = path
    node = _at(_root(source, document), way)
    listed = isinstance(node, yaml.SequenceNode) and not node.flow_style
    if not listed or not isinstance(number, int) or number >= len(node.value):
        raise CannotPlace("/".join(map(str, path)))
    indented = [f"{' ' * node.start_mark.column}{line}" for line in lines]
    start = source.rfind("\n", 0, node.value[number].start_mark.index) + 1
    if not below:
        return _checked(source, _Range(start, start), "".join(f"{line}\n" for line in indented))
    line_end = source.find("\n", _end(node.value[number]))
    at = len(source) if line_end < 0 else line_end
    return _checked(source, _Range(at, at), "".join(f"\n{line}" for line in indented))


def remove_item(source: str, document: int, path: Sequence[Step]) -> str:
    """Return YAML without one item of a list in block style, its own lines and no others.

    Args:
        source: The YAML.
        document: The number of the document in it, from 0.
        path: Keys and list positions down to the item.

    Raises:
        CannotPlace: There is no such item, it is the only one, or the list is in brackets.
    """
    *way, number = path
    node = _at(_root(source, document), way)
    listed = isinstance(node, yaml.SequenceNode) and not node.flow_style
    if not listed or not isinstance(number, int) or not number < len(node.value) > 1:
        raise CannotPlace("/".join(map(str, path)))
    start = source.rfind("\n", 0, node.value[number].start_mark.index) + 1
    line_end = source.find("\n", _end(node.value[number]))
    end = len(source) if line_end < 0 else line_end + 1
    return _checked(source, _Range(start, end), "")


def scalar(text: str) -> str:
    """Return text as a YAML scalar on one line, safe also inside braces."""
    if _PLAIN.fullmatch(text) and not _NO_TEXT.fullmatch(text) and text == text.strip():
        return text
    return json.dumps(text, ensure_ascii=False)


def _root(source: str, document: int) -> Any:
    nodes = list(yaml.compose_all(source, yaml.SafeLoader))
    if document >= len(nodes):
        raise CannotPlace(str(document))
    return nodes[document]


def _at(node: Any, path: Sequence[Step]) -> Any:
    for step in path:
        if isinstance(step, int) and isinstance(node, yaml.SequenceNode):
            found = node.value[step] if step < len(node.value) else None
        elif isinstance(node, yaml.MappingNode):
            found = next((held for name, held in node.value if name.value == step), None)
        else:
            found = None
        if found is None:
            raise CannotPlace("/".join(map(str, path)))
        node = found
    return node


def _end(node: Any) -> int:
    """Return where the last character of a node stands; block collections end too late."""
    if isinstance(node, yaml.ScalarNode) or node.flow_style or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return _end(last[1] if isinstance(last, tuple) else last)


def _checked(source: str, place: _Range, new: str) -> str:
    line_end = "\r\n" if "\r\n" in source else "\n"
    made = source[: place.start] + new.replace("\n", line_end) + source[place.end :]
    try:
        list(yaml.compose_all(made, yaml.SafeLoader))
    except yaml.YAMLError as error:
        raise CannotPlace(str(error)) from error
    return made
