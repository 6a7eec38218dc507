"""The authority table as a sheet of a workbook."""

from __future__ import annotations

import io
from typing import Any

from dealer_roles.output.cell_text import cell_text
from dealer_roles.output.workbook import new_workbook
from dealer_roles.publish.document.blocks import Table
from dealer_roles.publish.document.document import Document
from dealer_roles.publish.render.zips import same_every_time

_WIDTHS = {"matter": 24, "where": 34, "decider": 26, "limit": 18, "words": 44}
_BASE = {"font_name": "Microsoft YaHei", "font_size": 10, "text_wrap": True, "valign": "vcenter",
         "border": 1, "border_color": "#C9D1D9"}  # fmt: skip


def write_authority(book: Any, sheet: Any, table: Table) -> None:
    """Write the table's columns that say something on an empty sheet, for A3 sideways.

    Args:
        book: The workbook of XlsxWriter.
        sheet: The sheet of it.
        table: The authority table.
    """
    table = table.used()
    head = book.add_format({**_BASE, "bold": True, "align": "center", "bg_color": "#EEF2F6"})
    plain = book.add_format(_BASE)
    for column, heading in enumerate(table.columns):
        sheet.set_column(column, column, _WIDTHS[heading.id])
        sheet.write_string(0, column, cell_text(heading.title), head)
    for number, row in enumerate(table.rows, 1):
        for column, cell in enumerate(row.cells):
            sheet.write_string(number, column, cell_text(cell.text), plain)
    sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.set_paper(8)  # A3
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&L&A&R&P / &N")


def authority_xlsx(document: Document) -> bytes:
    """Return the document's table as a workbook; the same document gives the same bytes.

    Raises:
        MissingExtra: XlsxWriter is not installed.
    """
    made = io.BytesIO()
    book = new_workbook(made, "Excel", "excel", cell_text(document.title))
    sheet = book.add_worksheet(document.title)
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Table):
                write_authority(book, sheet, block)
    book.close()
    return same_every_time(made.getvalue())
