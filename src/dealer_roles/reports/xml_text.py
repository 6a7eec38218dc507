"""Text that XML 1.0 may hold."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from dealer_roles.output.clean import MARKED_COMMAND, clean


def xml_text(text: str) -> str:
    """Replace the characters that XML cannot hold, or a page cannot show."""
    return clean(text)


def xml_document(root: ET.Element) -> str:
    """Return a whole document; a command to a build server is spelt so that only XML reads it."""
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode", xml_declaration=True)
    return MARKED_COMMAND.sub("&#35;", text) + "\n"
