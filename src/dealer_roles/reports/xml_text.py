"""Text that XML 1.0 may hold."""

from __future__ import annotations

from dealer_roles.output.clean import clean


def xml_text(text: str) -> str:
    """Replace the characters that XML cannot hold, or a page cannot show."""
    return clean(text)
