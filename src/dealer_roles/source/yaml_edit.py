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

Step = str | int
_PLAIN = re.compile(r"[\w\u3000-\u303f\uff00-\uffef][\w\u3000-\u303f\uff00-\uffef /%()+.;-]*")
# What a plain scalar would be read as something other than text.
_NO_TEXT = re.compile(r"(?i)[-+.0-9].*|~|null|true|false")


class CannotPlace(ValueError):
    """The place of an edit is not there, or is written in a way that is not edited."""


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
    node = _at(source, document, path)
    if not isinstance(node, yaml.ScalarNode):
        raise CannotPlace("/".join(map(str, path)))
    end = node.end_mark.index
    if node.style in ("|", ">"):
        end = len(source[:end].rstrip())
    return _edited(source, node.start_mark.index, end, scalar(text))


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
    node = _at(source, document, path)
    if not isinstance(node, yaml.MappingNode) or not node.value:
        raise CannotPlace("/".join(map(str, path)))
    for name, held in node.value:
        if name.value == key:
            return _edited(source, held.start_mark.index, _end(held), value)
    # The id stands first by custom; whatever the order, a key below `id` reads well.
    name, held = next(((n, h) for n, h in node.value if n.value == "id"), node.value[0])
    if node.flow_style:
        return _edited(source, _end(held), _end(held), f", {key}: {value}")
    at = _line_end(source, held)
    return _edited(source, at, at, f"\n{' ' * name.start_mark.column}{key}: {value}")


def append_items(source: str, document: int, key: str, items: Sequence[Sequence[str]]) -> str:
    """Return YAML with items added to the list under a top key; each is the lines of a mapping.

    Raises:
        CannotPlace: There is no such list, or it is written in brackets and not empty.
    """
    node = _at(source, document, (key,))
    if not isinstance(node, yaml.SequenceNode) or (node.value and node.flow_style):
        raise CannotPlace(key)
    if node.value:
        start = end = _line_end(source, node)
        indent = " " * node.start_mark.column
    else:
        start, end = len(source[: node.start_mark.index].rstrip(" ")), _end(node)
        indent = ""
    lines = [
        f"\n{indent}{'- ' if n == 0 else '  '}{line}"
        for item in items
        for n, line in enumerate(item)
    ]
    return _edited(source, start, end, "".join(lines))


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
    items, start, end = _listed(source, document, path)
    indented = [f"{' ' * items.start_mark.column}{line}" for line in lines]
    if below:
        return _edited(source, end, end, "".join(f"\n{line}" for line in indented))
    return _edited(source, start, start, "".join(f"{line}\n" for line in indented))


def remove_item(source: str, document: int, path: Sequence[Step]) -> str:
    """Return YAML without one item of a list in block style, its own lines and no others.

    Args:
        source: The YAML.
        document: The number of the document in it, from 0.
        path: Keys and list positions down to the item.

    Raises:
        CannotPlace: There is no such item, it is the only one, or the list is in brackets.
    """
    items, start, end = _listed(source, document, path)
    if len(items.value) == 1:
        raise CannotPlace("/".join(map(str, path)))
    return _edited(source, start, min(end + 1, len(source)), "")


def scalar(text: str) -> str:
    """Return text as a YAML scalar on one line, safe also inside braces."""
    if _PLAIN.fullmatch(text) and not _NO_TEXT.fullmatch(text) and text == text.strip():
        return text
    return json.dumps(text, ensure_ascii=False)


def _at(source: str, document: int, path: Sequence[Step]) -> Any:
    nodes = list(yaml.compose_all(source, yaml.SafeLoader))
    if document >= len(nodes):
        raise CannotPlace(str(document))
    node: Any = nodes[document]
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


def _listed(source: str, document: int, path: Sequence[Step]) -> tuple[Any, int, int]:
    """Return a list in block style, and where the lines of one of its items begin and end."""
    *way, number = path
    node = _at(source, document, way)
    listed = isinstance(node, yaml.SequenceNode) and not node.flow_style
    if not listed or not isinstance(number, int) or number >= len(node.value):
        raise CannotPlace("/".join(map(str, path)))
    item = node.value[number]
    start = source.rfind("\n", 0, item.start_mark.index) + 1
    return node, start, _line_end(source, item)


def _line_end(source: str, node: Any) -> int:
    """Return where the line ends on which a node does."""
    found = source.find("\n", _end(node))
    return len(source) if found < 0 else found


def _end(node: Any) -> int:
    """Return where the last character of a node stands; block collections end too late."""
    if isinstance(node, yaml.ScalarNode) or node.flow_style or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return _end(last[1] if isinstance(last, tuple) else last)


def _edited(source: str, start: int, end: int, new: str) -> str:
    """Return YAML with the characters of a range exchanged, if that is YAML still."""
    line_end = "\r\n" if "\r\n" in source else "\n"
    made = source[:start] + new.replace("\n", line_end) + source[end:]
    try:
        list(yaml.compose_all(made, yaml.SafeLoader))
    except yaml.YAMLError as error:
        raise CannotPlace(str(error)) from error
    return made
