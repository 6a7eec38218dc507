"""What is not read says what to do; what is only named wrongly, or has one stray cell, is read."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

from dealer_roles.imports.pieces import Grid
from dealer_roles.imports.read.files import read_file
from dealer_roles.imports.refused import ImportRefused
from tests.support.imports.office import Word

REFUSED = {
    "a.pdf": (b"%PDF-1.7 x", "save it as .docx"),
    "a.rtf": (b"{\\rtf1 x}", "save it as .docx"),
    "export.xls": (b"\xef\xbb\xbf<html><table><tr><td>x", "save it as .xlsx"),
    "scan.txt": (b"\x89PNG\r\n", "a picture"),
    "table.docx": ("岗位,职责\n店长,管店\n".encode(), "call it .txt or .csv"),
    "words.pdf": ("岗位：店长\n".encode(), "call it .txt or .csv"),
    "program.csv": (bytes(range(256)) * 8, "no text"),
    "program.docx": (b"\x7fELF" + bytes(range(256)), "call it .txt or .csv"),
    "some.xlsx": (b"PK\x03\x04 and so on", "neither a Word nor an Excel file"),
    "some.docx": (b"PK\x03\x04 and so on", "neither a Word nor an Excel file"),
    "a.ods": (b"PK\x03\x04mimetype", "save it as .docx or .xlsx"),
    "a.doc": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"),
        "save it as .docx",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_kind_that_is_not_read_says_the_way_out(name: str, tmp_path: Path) -> None:
    data, words = REFUSED[name]
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ImportRefused) as caught:
        read_file(str(tmp_path / name))
    assert words in caught.value.problems[0][1].en
    assert caught.value.problems[0][1].zh != caught.value.problems[0][1].en


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.doc", "a"])
def test_a_word_file_is_one_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    word = Word()
    word.line("岗位：店长")
    (tmp_path / name).write_bytes(word.data())
    assert not any(isinstance(block, Grid) for block in read_file(str(tmp_path / name)).blocks)


def test_a_text_with_the_name_of_a_workbook_is_a_table(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_text("岗位,职责\n店长,管店\n", "utf-8")
    assert isinstance(read_file(str(tmp_path / "a.xlsx")).blocks[0], Grid)


def test_a_stray_cell_in_the_last_row_does_not_make_a_sheet_too_large(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["岗位", "职责"])
    book.active.cell(1_048_576, 1, "x")
    book.save(tmp_path / "a.xlsx")
    (grid,) = read_file(str(tmp_path / "a.xlsx")).blocks
    assert isinstance(grid, Grid)
    cells = [cell for row in grid.rows for cell in row if cell is not None]
    assert [cell.pieces[0].row for cell in cells] == [1, 1, 1_048_576]


def test_tables_nested_without_end_are_refused(tmp_path: Path) -> None:
    inner = b"<w:p/>"
    for _ in range(400):
        inner = b"<w:tbl><w:tr><w:tc>" + inner + b"<w:p/></w:tc></w:tr></w:tbl>"
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(Word().data())) as before, zipfile.ZipFile(made, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            if name == "word/document.xml":
                data = data.replace(b"<w:sectPr", inner + b"<w:sectPr", 1)
            after.writestr(name, data)
    (tmp_path / "a.docx").write_bytes(made.getvalue())
    with pytest.raises(ImportRefused):
        read_file(str(tmp_path / "a.docx"))
