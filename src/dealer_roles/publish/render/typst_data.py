"""A document as the plain data that the Typst template reads."""

from __future__ import annotations

from dealer_roles.publish.document.blocks import Block, Cell, Facts, Signatures, Table
from dealer_roles.publish.document.document import Document, Meta, Section

Data = dict[str, object]


def typst_data(document: Document) -> Data:
    """Return the document as data for ``templates/document.typ``."""
    return {
        "lang": document.lang,
        "title": document.title,
        "name": document.name,
        "meta": meta_data(document.meta),
        "facts": _block(document.facts),
        "sections": [section_data(section) for section in document.sections],
    }


def meta_data(meta: Meta) -> Data:
    """Return what stands in header and footer."""
    return {
        "organization": meta.organization,
        "code": meta.code,
        "version": meta.version,
        "control": meta.control,
        "page": meta.page,
    }


def section_data(section: Section) -> Data:
    """Return a section with its blocks."""
    blocks = [_block(block) for block in section.blocks]
    return {"title": section.title, "wide": section.wide, "blocks": blocks}


def _block(block: Block) -> Data:
    if isinstance(block, Facts):
        items: list[object] = [{"label": f.label, "text": f.text} for f in block.items]
        return {"kind": block.kind, "wide": block.wide, "items": items}
    if isinstance(block, Table):
        return _table(block.used())
    if isinstance(block, Signatures):
        lines = [{"step": item.step, "role": item.role} for item in block.items]
        return {
            "kind": block.kind,
            "head": list(block.head),
            "items": lines,
            "statement": block.statement,
            "blank_date": block.blank_date,
        }
    numbered = getattr(block, "numbered", False)
    return {"kind": block.kind, "numbered": numbered, "items": [i.text for i in block.items]}


def _table(table: Table) -> Data:
    columns = [{"title": c.title, "share": c.share, "short": c.short} for c in table.columns]
    rows = [{"band": row.band, "cells": [_cell(cell) for cell in row.cells]} for row in table.rows]
    return {
        "kind": table.kind,
        "title": table.title,
        "wide": table.wide,
        "roomy": table.roomy,
        "columns": columns,
        "rows": rows,
    }


def _cell(cell: Cell) -> Data:
    return {"text": cell.text, "note": cell.note}
