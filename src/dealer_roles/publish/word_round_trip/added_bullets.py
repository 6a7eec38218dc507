"""The lines that HR added to a list of a Word file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from dealer_roles.publish.job_description.docx_controls import tags_in, text_of
from dealer_roles.source.office_xml import W
from dealer_roles.values.frozen import frozen


@frozen
class AddedBullet:
    """A line that was added to a list.

    Attributes:
        text: What it says.
        beside: The tag of the line of that list next to it.
        below: Whether it stands below that line, not above it.
        paragraph: Where it stands.
    """

    text: str
    beside: str
    below: bool
    paragraph: Any


def added_bullets(
    fresh: Any, edited: Any, before: Mapping[str, list[str]]
) -> Iterator[AddedBullet]:
    """Yield the lines of lists that were added, a copied line that says something else too.

    Args:
        fresh: The body as it would be written today.
        edited: The body that HR edited.
        before: Every text as written, by its tag.
    """
    known = Counter(text_of(p).strip() for p in fresh.findall(f"{W}p"))
    lines = [p for p in edited.findall(f"{W}p") if text_of(p).strip()]
    anchors = _anchors(lines, before)
    new = []
    for line in lines:
        text = text_of(line).strip()
        plain = not tags_in(line) and not known[text]
        known[text] -= not tags_in(line) and known[text] > 0
        copied = _listed(line) and line not in anchors.values()
        if plain or copied:
            new.append(line)
    for line in new:
        yield from _placed(line, new, {one: tag for tag, one in anchors.items()})


def _anchors(lines: list[Any], before: Mapping[str, list[str]]) -> dict[str, Any]:
    """Return the line that is meant by each tag: the one that still says what it said, if any."""
    found: dict[str, Any] = {}
    for line in lines:
        tag = _listed(line)
        if tag and (tag not in found or text_of(line).strip() in before.get(tag, ())):
            found[tag] = line
    return found


def _listed(line: Any) -> str:
    tags = tags_in(line)
    return tags[0] if len(tags) == 1 else ""


def _placed(line: Any, new: list[Any], anchors: dict[Any, str]) -> Iterator[AddedBullet]:
    for below, step in ((True, "getprevious"), (False, "getnext")):
        near = getattr(line, step)()
        while near is not None and near in new:
            near = getattr(near, step)()
        if near is not None and near in anchors and _style(near) == _style(line):
            yield AddedBullet(text_of(line).strip(), anchors[near], below, line)
            return


def _style(paragraph: Any) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else str(style.get(f"{W}val", ""))
