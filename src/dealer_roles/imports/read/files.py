"""Any file: told apart by what it holds, then by its name."""

from __future__ import annotations

import os

from dealer_roles.imports.pieces import InputFile
from dealer_roles.imports.read.delimited import read_csv
from dealer_roles.imports.read.encoding import decode
from dealer_roles.imports.read.let_in import bytes_of
from dealer_roles.imports.read.other_kinds import refuse_other_kinds
from dealer_roles.imports.read.plain import read_text
from dealer_roles.imports.read.word import read_docx
from dealer_roles.imports.read.workbook import read_xls, read_xlsx
from dealer_roles.imports.refused import refuse

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BIFF = (b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00")


def read_file(path: str, *, formulas: bool = False) -> InputFile:
    """Read a file of any kind that is imported.

    Args:
        path: The file.
        formulas: Take the last computed values of formulas.

    Raises:
        ImportRefused: It cannot be imported; the error says why.
        MissingExtra: A package for its kind is not installed.
    """
    name = os.path.basename(path)
    data = _bytes(path, name)
    if data.startswith(_ZIP):
        return _office(data, name, formulas=formulas)
    if data.startswith(_OLE):
        return _legacy(data, name)
    if name.lower().endswith(".xls") and data.startswith(_BIFF):
        return read_xls(data, name)
    refuse_other_kinds(data, name)
    if name.lower().endswith((".docx", ".docm", ".pdf")):
        raise refuse(
            name,
            "名为 Word 或 PDF，内容却不是；若是文本或表格，请改名为 .txt 或 .csv",
            "called a Word file or a PDF, and is none; if it is text or a table, call it .txt or "
            ".csv",
        )
    text = decode(data, name)
    if name.lower().endswith((".csv", ".tsv", ".tab", ".xls", ".xlsx")):
        return read_csv(text, name)
    return read_text(text, name)


def _bytes(path: str, name: str) -> bytes:
    """Return the bytes of a regular file within bounds."""
    data = bytes_of(path)
    if not data.strip():
        raise refuse(name, "文件是空的", "the file is empty")
    return data


def _office(data: bytes, name: str, *, formulas: bool) -> InputFile:
    """Read an archive by what it holds; only where its parts have other names, by its own."""
    sheets = b"xl/workbook.xml" in data, name.lower().endswith((".xlsx", ".xlsm"))
    words = b"word/document.xml" in data, name.lower().endswith((".docx", ".docm"))
    if all(words) or (words[0] and not all(sheets)):
        return read_docx(data, name)
    if sheets[0]:
        return read_xlsx(data, name, formulas=formulas)
    if b"[Content_Types].xml" in data:  # parts may be called document2.xml
        if words[1]:
            return read_docx(data, name)
        if sheets[1]:
            return read_xlsx(data, name, formulas=formulas)
    raise refuse(
        name,
        "不是 Word 或 Excel 文件；请另存为 .docx 或 .xlsx",
        "neither a Word nor an Excel file; save it as .docx or .xlsx",
    )


def _legacy(data: bytes, name: str) -> InputFile:
    if "WordDocument".encode("utf-16-le") in data:
        raise refuse(
            name,
            "旧版 Word（.doc）；请用 Word 或 LibreOffice 打开并另存为 .docx",
            "an old Word file (.doc); open it in Word or LibreOffice and save it as .docx",
        )
    return read_xls(data, name)
