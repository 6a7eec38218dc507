"""What HR changed in a Word file outside of the texts that can be edited: named, never lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from dealer_roles.publish.job_description.docx_controls import KEEP, PREFIX, tags_in, text_of
from dealer_roles.source.office_xml import W
from dealer_roles.values.text import Text


def outside(fresh: Any, edited: Any, gone: frozenset[str], placed: Sequence[Any]) -> Iterator[Text]:
    """Yield what differs outside of content controls and was not placed.

    Args:
        fresh: The body as it would be written today.
        edited: The body that HR edited.
        gone: The tags of texts that were deleted: their rows went with them.
        placed: The rows, cells and paragraphs that were placed, or are named already.
    """
    left_out = [*placed, *(r for r in fresh.iter(f"{W}tr") if gone.intersection(tags_in(r)))]
    was, now = Counter(_paragraphs(fresh, left_out)), Counter(_paragraphs(edited, left_out))
    for text in (now - was).elements():
        yield Text(f"不在可编辑处的改动：{text}", f"an edit outside of what can be edited: {text}")
    for text in (was - now).elements():
        yield Text(f"不在可编辑处的删除：{text}", f"gone outside of what can be edited: {text}")


def added_rows(fresh: Any, edited: Any) -> list[Any]:
    """Return the rows that stand where rows have controls, and are none of those written."""
    known = Counter(text_of(row) for row in fresh.iter(f"{W}tr"))
    seen: set[str] = set()
    found = []
    tables = [table for table in edited.iter(f"{W}tbl") if tags_in(table)]
    rows = [row for table in tables for row in table.iter(f"{W}tr")]
    for row in sorted(rows, key=lambda one: known[text_of(one)] == 0):  # the unchanged ones first
        tags = tags_in(row)
        fits = known[text_of(row)] > 0
        known[text_of(row)] -= fits
        if not fits and not set(tags) - seen:
            found.append(row)
        seen.update(tags)
    return found


def _paragraphs(body: Any, left_out: list[Any]) -> Iterator[str]:
    for paragraph in body.iter(f"{W}p"):
        if _kept(paragraph) or any(
            one in left_out for one in (paragraph, *paragraph.iterancestors(f"{W}tr", f"{W}tc"))
        ):
            continue
        controls = [sdt for sdt in paragraph.iter(f"{W}sdt") if tags_in(sdt)]
        inside = [n for sdt in controls for n in sdt.iter(f"{W}t")]
        text = text_of(paragraph)
        for node in inside:
            text = text.replace(node.text or "", "", 1)
        if text.strip() and not (inside and not text.strip(" \t•0123456789.")):
            yield text.strip()


def _kept(paragraph: Any) -> bool:
    """Whether a paragraph stands in a hand-written block, or is wholly the content of a control."""
    for above in paragraph.iterancestors(f"{W}sdt"):
        tag = above.find(f"{W}sdtPr/{W}tag")
        if tag is not None and str(tag.get(f"{W}val", "")).startswith((KEEP, PREFIX)):
            return True
    return False
