"""Files whose program took our marks out of the controls: what still stands is not deleted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dealer_roles.publish.job_description.docx_controls import tags_in, text_of
from dealer_roles.source.office_xml import W


def standing_unmarked(
    edited: Any, before: Mapping[str, list[str]], after: Mapping[str, list[str]]
) -> dict[str, Any]:
    """Return the paragraphs that say what a lost mark said, by its tag.

    Some programs keep a text and drop the tag of its control. Such a text is no deletion.

    Args:
        edited: The body that HR edited.
        before: Every text as written, by its tag.
        after: Every text that still has its tag.
    """
    unmarked: dict[str, list[Any]] = {}
    for paragraph in edited.iter(f"{W}p"):
        if not tags_in(paragraph):
            unmarked.setdefault(text_of(paragraph).strip(), []).append(paragraph)
    found: dict[str, Any] = {}
    for tag, (old, *_) in before.items():
        same = unmarked.get(old.strip(), []) if tag not in after else []
        if same:
            found[tag] = same.pop(0)
    return found
