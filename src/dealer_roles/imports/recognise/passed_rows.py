"""Rows of a list that say nothing of anybody: totals, repeated headings, notes, signatures."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from dealer_roles.imports.pieces import TableCell
from dealer_roles.imports.recognise.facts import facts_in
from dealer_roles.imports.recognise.labels import Labels
from dealer_roles.imports.recognise.roles import is_role

_TOTAL = re.compile(
    r"^(?:合\s*计|总\s*计|小\s*计|共计|total|sum|grand total)[：:]?$", re.IGNORECASE
)
_NOTE = re.compile(r"^\s*(?:备?注|说明|附注|note|remarks?|source)\s*\d?\s*[:：]", re.IGNORECASE)


def why_passed_over(
    cells: Mapping[int, TableCell], heads: Sequence[TableCell | None], labels: Labels
) -> str:
    """Return why a row is passed over; nothing if it says something of somebody.

    Args:
        cells: The cells of the row, by column.
        heads: The heading row.
        labels: The labels that are known.
    """
    texts = [cell.text for cell in cells.values()]
    if any(_TOTAL.match(text) for text in texts[:2]):
        return "total"
    if len(texts) > 1 and all(
        (head := heads[c]) is not None and head.text == cell.text for c, cell in cells.items()
    ):
        return "repeated"
    different = list({id(cell): cell for cell in cells.values()}.values())
    if all(_is_administrative(cell, labels) for cell in different):
        return "admin"
    spans = len(different) == 1 and len(cells) > 1 and not is_role(texts[0])
    return "note" if spans or (len(different) == 1 and _NOTE.match(texts[0])) else ""


def _is_administrative(cell: TableCell, labels: Labels) -> bool:
    """Whether a cell only says who wrote, checked or signed the list."""
    facts = facts_in(cell.bit, labels)
    signed = bool(facts) and facts[0].field == "admin" and facts[0].label.text != cell.text
    return signed and not _NOTE.match(cell.text)
