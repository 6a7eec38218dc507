"""The cells of the tables of a Word file, by the columns that their headings name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dealer_roles.publish.job_description.columns import PLANS
from dealer_roles.publish.job_description.docx_controls import PREFIX, tags_in, text_of
from dealer_roles.source.office_xml import W
from dealer_roles.values.frozen import frozen
from dealer_roles.values.text import Lang
from dealer_roles.words.document_words import word

KEYS = ("formula", "target", "weight", "data")
"""What an indicator says beside its name, a column and a key each."""


@frozen
class CellEdit:
    """A cell of an indicator that HR changed.

    Attributes:
        tag: The tag of the indicator.
        key: What of it.
        old: What it said.
        new: What it says.
        cells: The cell as written, and as it stands now.
    """

    tag: str
    key: str
    old: str
    new: str
    cells: tuple[Any, Any]


def cells_by_column(row: Any, plan: str, lang: Lang) -> Mapping[str, Any]:
    """Return the cells of a row by column; nothing where the table's headings are not ours."""
    table = next(row.iterancestors(f"{W}tbl"))
    titles = {word(id_, lang): id_ for id_, _, _ in PLANS[plan]}
    head = [titles.get(text_of(cell).strip(), "") for cell in _cells(next(table.iter(f"{W}tr")))]
    cells = _cells(row)
    if len(cells) != len(head) or not any(head):
        return {}
    return {column: cell for column, cell in zip(head, cells, strict=True) if column}


def lines_of(cell: Any) -> list[str]:
    """Return the paragraphs of a cell that say something."""
    return [text for p in cell.iter(f"{W}p") if (text := text_of(p).strip())]


def cell_edits(fresh: Any, edited: Any, added: list[Any], lang: Lang) -> Iterator[CellEdit]:
    """Yield the cells of indicators that say something else.

    Args:
        fresh: The body as it would be written today.
        edited: The body that HR edited.
        added: Its rows that are new: none of them is an indicator that was there.
        lang: Its language.
    """
    before, after = _indicators(fresh, [], lang), _indicators(edited, added, lang)
    for tag, cells in before.items():
        now = after.get(tag, {})
        for key in KEYS:
            if key in cells and key in now:
                old, new = text_of(cells[key]).strip(), text_of(now[key]).strip()
                if old != new:
                    yield CellEdit(tag, key, old, new, (cells[key], now[key]))


def _indicators(body: Any, added: list[Any], lang: Lang) -> dict[str, Mapping[str, Any]]:
    found: dict[str, Mapping[str, Any]] = {}
    for row in body.iter(f"{W}tr"):
        tags = [tag for tag in tags_in(row) if tag.startswith(f"{PREFIX}measure-")]
        if len(tags) == 1 and not any(row is one for one in added):
            found.setdefault(tags[0], cells_by_column(row, "measures", lang))
    return found


def _cells(row: Any) -> list[Any]:
    return list(row.findall(f"{W}tc"))
