"""What HR changed in a Word file outside of the texts that can be edited: named, never lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from dealer_roles.publish.job_description.docx_controls import KEEP, PREFIX, tags_in, text_of
from dealer_roles.source.office_xml import W
from dealer_roles.values.grouped import grouped
from dealer_roles.values.text import Text

_Placed = tuple[str, str]
_JOINED, _MOST = " / ", 24


def outside(fresh: Any, edited: Any, gone: frozenset[str], placed: Sequence[Any]) -> Iterator[Text]:
    """Yield what differs outside of content controls and was not placed.

    Args:
        fresh: The body as it would be written today.
        edited: The body that HR edited.
        gone: The tags of texts that were deleted: their rows went with them.
        placed: The rows, cells and paragraphs that were placed, or are named already.
    """
    left_out = [*placed, *(r for r in fresh.iter(f"{W}tr") if gone.intersection(tags_in(r)))]
    before, after = [*_paragraphs(fresh, left_out)], [*_paragraphs(edited, left_out)]
    was, now = (Counter(text for text, _ in each) for each in (before, after))
    gone_at = _by_place(before, was - now, frozenset(after))
    come_at = _by_place(after, now - was, frozenset(before))
    for place in dict.fromkeys((*come_at, *gone_at)):
        old, new = (_JOINED.join(each.get(place, ())) for each in (gone_at, come_at))
        yield Text(
            f"不能由此改写（{place}）：{_change(old, new, '新增', '删除')}",
            f"cannot be changed from here ({place}): {_change(old, new, 'added', 'deleted')}",
        )


def _change(old: str, new: str, added: str, deleted: str) -> str:
    return f"{old} → {new}" if old and new else f"{added} {new}" if new else f"{deleted} {old}"


def _by_place(
    paragraphs: list[_Placed], wanted: Counter[str], there: frozenset[_Placed]
) -> dict[str, tuple[str, ...]]:
    """Return the wanted paragraphs by place; of equal ones those that are not there as well."""
    left, found = wanted.copy(), list[_Placed]()
    for one in sorted(paragraphs, key=there.__contains__):
        if left[one[0]] > 0:
            left[one[0]] -= 1
            found.append(one)
    return grouped((place, text) for text, place in found)


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


def _paragraphs(body: Any, left_out: list[Any]) -> Iterator[_Placed]:
    """Yield the paragraphs outside of controls, each with its place in words."""
    section = ""
    for paragraph in body.iter(f"{W}p"):
        if (style := paragraph.find(f"{W}pPr/{W}pStyle")) is not None:
            heading = str(style.get(f"{W}val", "")).startswith("Heading")
            section = text_of(paragraph).strip() if heading else section
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
            yield text.strip(), _place(section, paragraph)


def _place(section: str, paragraph: Any) -> str:
    """Return where a paragraph stands: its section, in a table the row and the column too."""
    cell, row = (next(paragraph.iterancestors(f"{W}{kind}"), None) for kind in ("tc", "tr"))
    if cell is None or row is None:
        return section
    cells, first = row.findall(f"{W}tc"), next(row.iterancestors(f"{W}tbl")).find(f"{W}tr")
    number = cells.index(cell) if cell in cells else 0
    heads = first.findall(f"{W}tc") if first.find(f"{W}trPr/{W}tblHeader") is not None else []
    if len(heads) == len(cells):
        said = (section, text_of(cells[0]) if number else "", text_of(heads[number]))
    else:  # pairs of a label and what it says
        said = (section, text_of(cells[number - 1]) if number else "", "")
    return " › ".join(part for text in said if (part := _short(text)))


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _MOST else words[: _MOST - 1] + "…"


def _kept(paragraph: Any) -> bool:
    """Whether a paragraph stands in a hand-written block, or is wholly the content of a control."""
    for above in paragraph.iterancestors(f"{W}sdt"):
        tag = above.find(f"{W}sdtPr/{W}tag")
        if tag is not None and str(tag.get(f"{W}val", "")).startswith((KEEP, PREFIX)):
            return True
    return False
