"""New workbooks: texts stay texts, and the same content gives the same bytes."""

from __future__ import annotations

import datetime as dt
from typing import IO, Any

from dealer_roles.values.errors import MissingExtra


def new_workbook(stream: IO[bytes], what: str, extra: str, title: str = "") -> Any:
    """Return a new workbook of XlsxWriter that takes no text for a formula or a link.

    Args:
        stream: Where it is written when it is closed.
        what: What it is made for, as an error calls it.
        extra: The extra that brings XlsxWriter.
        title: The title in its properties; none if empty.

    Raises:
        MissingExtra: XlsxWriter is not installed.
    """
    try:
        import xlsxwriter
    except ImportError as error:
        raise MissingExtra(what, extra) from error
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(stream, options)
    titled = {"title": title} if title else {}
    book.set_properties({**titled, "created": dt.datetime(2000, 1, 1)})
    return book
