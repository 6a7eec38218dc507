"""A document as a fragment of HTML, for notebooks."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from dealer_roles.publish.document.blocks import Block, Facts, Signatures, Table
from dealer_roles.values.html_table import html_table

if TYPE_CHECKING:
    from dealer_roles.publish.document.document import Document


def notebook_html(document: Document) -> str:
    """Return the document as HTML with every text escaped; no style, no script."""
    parts = [f"<h2>{escape(document.title)} · {escape(document.name)}</h2>"]
    parts.append(_block(document.facts))
    for section in document.sections:
        parts.append(f"<h3>{escape(section.title)}</h3>")
        parts += [_block(block) for block in section.blocks]
    return f'<article lang="{document.lang}">{"".join(parts)}</article>'


def _block(block: Block) -> str:
    if isinstance(block, Facts):
        return html_table(("", ""), [(f.label, f.text) for f in block.items if f.text])
    if isinstance(block, Table):
        rows = [[f"{c.text}\n{c.note}".strip() for c in row.cells] for row in block.rows]
        return html_table([column.title for column in block.columns], rows, block.title)
    if isinstance(block, Signatures):
        blank = "        "
        rows = [[item.step, item.role, blank, block.blank_date] for item in block.items]
        return html_table(block.head, rows)
    return "<ul>" + "".join(_items(item.text for item in block.items)) + "</ul>"


def _items(texts: Iterator[str]) -> Iterator[str]:
    for text in texts:
        yield f"<li>{escape(text)}</li>"
