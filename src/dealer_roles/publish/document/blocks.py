"""The blocks that documents consist of; renderers know these and nothing else.

All strings are in the document's language and are plain text: no markup of any
format. Every item carries the evidence that it rests on.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from dealer_roles.organization.evidence import Evidence
from dealer_roles.publish.document.cells_shown import AS_STATED, begun, fitting
from dealer_roles.values.frozen import frozen
from dealer_roles.values.text import Lang, Text
from dealer_roles.words.plain_text import one_line, plain

NOTHING: tuple[Evidence, ...] = ()
TEXT_POINTS, NOTE_POINTS = 10.5, 9
"""五号 for what is read and signed, 小五 for notes and dense tables."""


def make_plain(block: object, *names: str, lines: tuple[str, ...] = ()) -> None:
    """Make texts of a new block plain: ``lines`` are those that stand on one line."""
    for name in names:
        object.__setattr__(block, name, plain(getattr(block, name)))
    for name in lines:
        object.__setattr__(block, name, one_line(getattr(block, name)))


@frozen
class Item:
    """A text of its own: a paragraph or a bullet."""

    text: str
    evidence: tuple[Evidence, ...] = NOTHING

    def __post_init__(self) -> None:
        make_plain(self, "text")

    def to_dict(self) -> dict[str, object]:
        """Return the item as plain data."""
        return {"text": self.text, "evidence": _plain(self.evidence)}


@frozen
class Paragraphs:
    """Running text, one item a paragraph."""

    kind: ClassVar[str] = "paragraphs"
    items: tuple[Item, ...]

    def to_dict(self) -> dict[str, object]:
        """Return the block as plain data."""
        return {"kind": self.kind, "items": [item.to_dict() for item in self.items]}


@frozen
class Bullets:
    """A list; ``numbered`` where the items are to be quoted by number."""

    kind: ClassVar[str] = "bullets"
    items: tuple[Item, ...]
    numbered: bool = False

    def to_dict(self) -> dict[str, object]:
        """Return the block as plain data."""
        items = [item.to_dict() for item in self.items]
        return {"kind": self.kind, "numbered": self.numbered, "items": items}


@frozen
class Fact:
    """A labelled value; ``text`` is empty where it is not stated."""

    id: str
    label: str
    text: str
    evidence: tuple[Evidence, ...] = NOTHING

    def __post_init__(self) -> None:
        make_plain(self, "text", lines=("label",))

    def to_dict(self) -> dict[str, object]:
        """Return the fact as plain data."""
        return {
            "id": self.id,
            "label": self.label,
            "text": self.text,
            "evidence": _plain(self.evidence),
        }


@frozen
class Facts:
    """Labelled values, as in a title block; ``wide`` gives each a line of its own."""

    kind: ClassVar[str] = "facts"
    items: tuple[Fact, ...]
    wide: bool = False

    def to_dict(self) -> dict[str, object]:
        """Return the block as plain data."""
        items = [item.to_dict() for item in self.items]
        return {"kind": self.kind, "wide": self.wide, "items": items}


@frozen
class Column:
    """A column of a table.

    Attributes:
        id: What templates call it.
        title: Its heading.
        share: Its width relative to the other columns.
        short: Its cells are short words that are best centred.
    """

    id: str
    title: str
    share: int
    short: bool = False

    def __post_init__(self) -> None:
        make_plain(self, lines=("title",))


def columns_of(heads: Iterable[tuple[str, Text, int]], lang: Lang) -> tuple[Column, ...]:
    """Return columns with their headings in a language.

    Args:
        heads: The id, the heading and the share of each.
        lang: The language.
    """
    return tuple(Column(id_, head.get(lang), share) for id_, head, share in heads)


@frozen
class Cell:
    """A cell: its text, and a remark set smaller below it."""

    text: str
    note: str = ""

    def __post_init__(self) -> None:
        make_plain(self, "text", "note")

    @property
    def begun(self) -> Cell:
        """The cell with its text and its remark beginning with capitals."""
        return Cell(begun(self.text), begun(self.note))


@frozen
class Row:
    """A row with as many cells as its table has columns, or a band: one cell across them all."""

    cells: tuple[Cell, ...]
    evidence: tuple[Evidence, ...] = NOTHING
    band: bool = False


@frozen
class Table:
    """A table; its heading row is repeated on every page.

    Attributes:
        id: What templates call it; several tables of one section may share it.
        title: The subheading above it; may be empty.
        wide: It has so many columns that it is printed on pages turned sideways.
        roomy: It is set in the size of the text, not in that of notes.
    """

    kind: ClassVar[str] = "table"
    id: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    wide: bool = False
    roomy: bool = False

    def __post_init__(self) -> None:
        make_plain(self, lines=("title",))

    def used(self) -> Table:
        """Return the table as it is shown.

        Columns that are empty in every row are left out, those with long words are widened, and
        cells begin with a capital.
        """
        full = [row.cells for row in self.rows if not row.band]
        keep = [
            n
            for n in range(len(self.columns))
            if any(cells[n].text or cells[n].note for cells in full)
        ]
        rows = tuple(
            row if row.band else Row(tuple(self._shown(row, n) for n in keep), row.evidence)
            for row in self.rows
        )
        return Table(self.id, self.title, self._columns(keep), rows, self.wide, self.roomy)

    def _shown(self, row: Row, n: int) -> Cell:
        cell = row.cells[n].begun
        return Cell(row.cells[n].text, cell.note) if self.columns[n].id in AS_STATED else cell

    def _columns(self, keep: list[int]) -> tuple[Column, ...]:
        columns = tuple(self.columns[n] for n in keep)
        if self.wide or not keep:
            return columns
        full = [row.cells for row in self.rows if not row.band]
        texts = [
            [self.columns[n].title, *(text for c in full for text in (c[n].text, c[n].note))]
            for n in keep
        ]
        size = TEXT_POINTS if self.roomy else NOTE_POINTS
        shares = fitting([column.share for column in columns], texts, size)
        pairs = zip(columns, shares, strict=True)
        return tuple(Column(one.id, one.title, share, one.short) for one, share in pairs)

    def to_dict(self) -> dict[str, object]:
        """Return the block as plain data."""
        rows = [
            {"cells": self._named(row), "band": row.band, "evidence": _plain(row.evidence)}
            for row in self.rows
        ]
        columns = [{"id": c.id, "title": c.title} for c in self.columns]
        return {
            "kind": self.kind,
            "id": self.id,
            "title": self.title,
            "columns": columns,
            "rows": rows,
        }

    def _named(self, row: Row) -> dict[str, dict[str, str]]:
        ids = ["band"] if row.band else [column.id for column in self.columns]
        cells = zip(ids, row.cells, strict=True)
        return {id_: {"text": cell.text, "note": cell.note} for id_, cell in cells}


@frozen
class Signature:
    """A line to sign: the step, and whose it is (empty if that is not known)."""

    step: str
    role: str = ""

    def __post_init__(self) -> None:
        make_plain(self, lines=("step", "role"))


@frozen
class Signatures:
    """Lines to sign and date, and what the last signature declares.

    Attributes:
        head: The headings: step, role, signature, date.
        items: The lines, in order.
        statement: What the holder declares by signing.
        blank_date: The date to be filled in by hand.
    """

    kind: ClassVar[str] = "signatures"
    head: tuple[str, str, str, str]
    items: tuple[Signature, ...]
    statement: str
    blank_date: str

    def to_dict(self) -> dict[str, object]:
        """Return the block as plain data."""
        items = [{"step": item.step, "role": item.role} for item in self.items]
        return {"kind": self.kind, "items": items, "statement": self.statement}


Block = Paragraphs | Bullets | Facts | Table | Signatures


def evidence_of(block: Block) -> list[Evidence]:
    """Return what the items of a block rest on, in order."""
    if isinstance(block, Signatures):
        return []
    items = block.rows if isinstance(block, Table) else block.items
    return [evidence for item in items for evidence in item.evidence]


def _plain(evidence: tuple[Evidence, ...]) -> list[dict[str, object]]:
    return [item.to_dict() for item in evidence]
