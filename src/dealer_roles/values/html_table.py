"""Escaped HTML tables, for notebooks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def html_table(head: Sequence[str], rows: Iterable[Sequence[object]], caption: str = "") -> str:
    """Return an HTML table; every cell is escaped.

    Args:
        head: The column headings.
        rows: The cells, row by row; ``None`` is an empty cell.
        caption: The table's caption, if any.
    """
    from html import escape  # with all entities there are, which only a notebook needs

    parts = ["<table>"]
    if caption:
        parts.append(f"<caption>{escape(caption)}</caption>")
    parts.append("<thead><tr>" + "".join(f"<th>{escape(h)}</th>" for h in head) + "</tr></thead>")
    parts.append("<tbody>")
    for row in rows:
        cells = ("" if cell is None else escape(str(cell)) for cell in row)
        parts.append("<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>")
    parts.append("</tbody></table>")
    return "".join(parts)
