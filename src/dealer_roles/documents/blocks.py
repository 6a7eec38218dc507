"""The blocks that documents consist of; renderers know these and nothing else.

All strings are in the document's language and are plain text: no markup of any
format. Every item carries the evidence that it rests on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from dealer_roles.base.text import Lang
from dealer_roles.documents.plain import one_line, plain
from dealer_roles.queries.evidence import Evidence

NOTHING: tuple[Evidence, ...] = ()


def _make_plain(block: object, *names: str, lines: tuple[str, ...] = ()) -> None:
    """Make texts of a new block plain: ``lines`` are those that stand on one line."""
    for name in names:
        object.__setattr__(block, name, plain(getattr(block, name)))
    for name in lines:
        object.__setattr__(block, name, one_line(getattr(block, name)))


@dataclass(frozen=True, slots=True)
class Item:
    """A text of its own: a paragraph or a bullet."""

    text: str
    evidence: tuple[Evidence, ...] = NOTHING

    def __post_init__(self) -> None:
        _make_plain(self, "text")

    def to_dict(self) -> dict[str, object]:
        """Return the item as plain data."""
        return {"text": self.text, "evidence": _plain(self.evidence)}


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """Running text, one item a paragraph."""

    kind: ClassVar[str] = "paragraphs"
    items: tuple[Item, ...]

    def to_dict(self) -> dict[str, object]:
        """Return the block as plain data."""
        return {"kind": self.kind, "items": [item.to_dict() for item in self.items]}


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; ``numbered`` where the items are to be quoted by number."""

    kind: ClassVar[str] = "bullets"
    items: tuple[Item, ...]
    numbered: bool = False

    def to_dict(self) -> dict[str, object]:
        """Return the block as plain data."""
        items = [item.to_dict() for item in self.items]
        return {"kind": self.kind, "numbered": self.numbered, "items": items}


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled value; ``text`` is empty where it is not stated."""

    id: str
    label: str
    text: str
    evidence: tuple[Evidence, ...] = NOTHING

    def __post_init__(self) -> None:
        _make_plain(self, "text", lines=("label",))

    def to_dict(self) -> dict[str, object]:
        """Return the fact as plain data."""
        return {
            "id": self.id,
            "label": self.label,
            "text": self.text,
            "evidence": _plain(self.evidence),
        }


@dataclass(frozen=True, slots=True)
class Facts:
    """Labelled values, as in a title block; ``wide`` gives each a line of its own."""

    kind: ClassVar[str] = "facts"
    items: tuple[Fact, ...]
    wide: bool = False

    def to_dict(self) -> dict[str, object]:
        """Return the block as plain data."""
        items = [item.to_dict() for item in self.items]
        return {"kind": self.kind, "wide": self.wide, "items": items}


@dataclass(frozen=True, slots=True)
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
        _make_plain(self, lines=("title",))


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its text, and a remark set smaller below it."""

    text: str
    note: str = ""

    def __post_init__(self) -> None:
        _make_plain(self, "text", "note")


@dataclass(frozen=True, slots=True)
class Row:
    """A row with as many cells as its table has columns."""

    cells: tuple[Cell, ...]
    evidence: tuple[Evidence, ...] = NOTHING


@dataclass(frozen=True, slots=True)
class Table:
    """A table; its heading row is repeated on every page.

    Attributes:
        id: What templates call it; several tables of one section may share it.
        title: The subheading above it; may be empty.
    """

    kind: ClassVar[str] = "table"
    id: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    def __post_init__(self) -> None:
        _make_plain(self, lines=("title",))

    def used(self) -> Table:
        """Return the table without the columns that are empty in every row."""
        keep = [
            n
            for n in range(len(self.columns))
            if any(row.cells[n].text or row.cells[n].note for row in self.rows)
        ]
        columns = tuple(self.columns[n] for n in keep)
        rows = tuple(Row(tuple(r.cells[n] for n in keep), r.evidence) for r in self.rows)
        return Table(self.id, self.title, columns, rows)

    def to_dict(self) -> dict[str, object]:
        """Return the block as plain data."""
        rows = [
            {
                "cells": {
                    c.id: {"text": cell.text, "note": cell.note}
                    for c, cell in zip(self.columns, row.cells, strict=True)
                },
                "evidence": _plain(row.evidence),
            }
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


@dataclass(frozen=True, slots=True)
class Signature:
    """A line to sign: the step, and whose it is (empty if that is not known)."""

    step: str
    role: str = ""

    def __post_init__(self) -> None:
        _make_plain(self, lines=("step", "role"))


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a document with a heading; ``id`` is what templates call it."""

    id: str
    title: str
    blocks: tuple[Block, ...]

    def __post_init__(self) -> None:
        _make_plain(self, lines=("title",))

    def to_dict(self) -> dict[str, object]:
        """Return the section as plain data."""
        blocks = [block.to_dict() for block in self.blocks]
        return {"id": self.id, "title": self.title, "blocks": blocks}


@dataclass(frozen=True, slots=True)
class Meta:
    """What stands in a document's header and footer.

    Attributes:
        subject: The id of what it is about.
        organization: The organization's name.
        code: The subject's code, else its id.
        version: The version of the definitions, in words; may be empty.
        effective: The day from which they hold, ISO; may be empty.
        page: How a page is numbered, with ``{page}`` and ``{pages}``.
    """

    subject: str
    organization: str
    code: str
    version: str
    effective: str
    page: str

    def __post_init__(self) -> None:
        _make_plain(self, lines=("organization", "code", "version"))


@dataclass(frozen=True, slots=True)
class Document:
    """A document in one language.

    Attributes:
        kind: What kind of document, e.g. ``job-description``.
        title: What kind of document, in words: the line above its name.
        name: What it is about.
        facts: Its title block.
        sections: Its parts, only those with content.
    """

    kind: str
    lang: Lang
    title: str
    name: str
    meta: Meta
    facts: Facts
    sections: tuple[Section, ...]

    def __post_init__(self) -> None:
        _make_plain(self, lines=("title", "name"))

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Everything the document rests on, each once, in its order."""
        found: list[Evidence] = [e for fact in self.facts.items for e in fact.evidence]
        for section in self.sections:
            for block in section.blocks:
                found += evidence_of(block)
        return tuple(dict.fromkeys(found))

    def section(self, id_: str) -> Section | None:
        """Return the section with this id, if the document has it."""
        return next((s for s in self.sections if s.id == id_), None)

    def to_dict(self) -> dict[str, object]:
        """Return the document as plain data, each item with its evidence."""
        meta = self.meta
        return {
            "kind": self.kind,
            "lang": self.lang,
            "title": self.title,
            "name": self.name,
            "subject": meta.subject,
            "organization": meta.organization,
            "code": meta.code,
            "version": meta.version,
            "effective": meta.effective,
            "facts": [fact.to_dict() for fact in self.facts.items],
            "sections": [section.to_dict() for section in self.sections],
        }

    def _repr_html_(self) -> str:
        from dealer_roles.documents.notebook import notebook_html

        return notebook_html(self)


def evidence_of(block: Block) -> list[Evidence]:
    """Return what the items of a block rest on, in order."""
    if isinstance(block, Signatures):
        return []
    items = block.rows if isinstance(block, Table) else block.items
    return [evidence for item in items for evidence in item.evidence]


def _plain(evidence: tuple[Evidence, ...]) -> list[dict[str, object]]:
    return [item.to_dict() for item in evidence]
