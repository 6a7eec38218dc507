"""Files of kinds that are not read: each is told what to save it as."""

from __future__ import annotations

from dealer_roles.imports.refused import refuse
from dealer_roles.values.text import Text

_HEAD = 1000
_KINDS: tuple[tuple[tuple[bytes, ...], Text], ...] = (
    (
        (b"%pdf",),
        Text(
            "PDF；请用 Word 打开并另存为 .docx，或把文字复制到 .txt",
            "a PDF; open it in Word and save it as .docx, or copy its text into a .txt",
        ),
    ),
    ((b"{\\rtf",), Text("RTF；请另存为 .docx", "RTF; save it as .docx")),
    (
        (b"<!doctype html", b"<html", b"<?xml", b"<table", b"<meta", b"mime-version:"),
        Text(
            "网页或 XML（有些系统导出为 .xls）；请用 Excel 或 Word 打开并另存",
            "a web page or XML (some systems name it .xls); open it in Excel or Word and "
            "save it as .xlsx or .docx",
        ),
    ),
    (
        (b"\xff\xd8\xff", b"\x89png", b"gif8", b"ii*\x00", b"mm\x00*"),
        Text(
            "图片；请录入文字或先做文字识别", "a picture; type its text or have it recognised first"
        ),
    ),
)


def refuse_other_kinds(data: bytes, name: str) -> None:
    """Refuse what is told by its first signs to be of a kind that is not read.

    Raises:
        ImportRefused: It is of such a kind; the error says what to save it as.
    """
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    for signs, words in _KINDS:
        if head.startswith(signs):
            raise refuse(name, words.zh, words.en)
