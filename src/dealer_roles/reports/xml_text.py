"""Text that XML 1.0 may hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from dealer_roles.output.clean import MARKED_COMMAND, clean

_MARKER = "what-follows"


def xml_text(text: str) -> str:
    """Replace the characters that XML cannot hold, or a page cannot show."""
    return clean(text)


def xml_pieces(root: ET.Element, children: Iterable[ET.Element]) -> Iterator[str]:
    """Yield a whole document; a command to a build server is spelt so that only XML reads it.

    Args:
        root: The root with its first children, at least one.
        children: Those that follow; none is held once it is written.
    """
    marker = ET.SubElement(root, _MARKER)
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode", xml_declaration=True)
    head, tail = text.rsplit(f"<{_MARKER} />", 1)  # a comment before may hold anything
    root.remove(marker)
    between = head[len(head.rstrip()) :]
    yield _spelt(head.rstrip())
    for child in children:
        ET.indent(child, level=1)
        yield between + _spelt(ET.tostring(child, encoding="unicode"))
    yield tail + "\n"


def _spelt(text: str) -> str:
    return MARKED_COMMAND.sub("&#35;", text)
