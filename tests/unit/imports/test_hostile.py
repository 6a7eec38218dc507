"""Hostile files give an error and cost little."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from dealer_roles.imports.pieces import Grid
from dealer_roles.imports.read import limits
from dealer_roles.imports.read.files import read_file
from dealer_roles.imports.refused import ImportRefused
from tests.support.imports.office import Word, legacy_workbook, workbook

Part = Callable[[bytes], bytes]
SHEET = "xl/worksheets/sheet1.xml"
ROWS = {"Sheet": [["Name", "Job Title"], ["Ann", "Clerk"]]}
DOCTYPE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'


def changed(archive: bytes, add: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if name not in add:
                new.writestr(name, old.read(name))
        for name, data in add.items():
            new.writestr(name, data)
    return made.getvalue()


def with_entities(archive: bytes, part: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(archive)) as old:
        text = old.read(part)
    return changed(archive, {part: DOCTYPE + text.partition(b"?>")[2]})


def with_template(archive: bytes) -> bytes:
    relation = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/attachedTemplate" Target="http://evil.example/t.dotm" '
        b'TargetMode="External"/></Relationships>'
    )
    return changed(archive, {"word/_rels/settings.xml.rels": relation})


def formula() -> bytes:
    book = openpyxl.Workbook()
    book.active.append(["Name", "=HYPERLINK(A1)"])
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


LONG = (
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    b"<w:p><w:r><w:t>" + b"ab " * limits.MAX_CELL_CHARACTERS + b"</w:t></w:r></w:p></w:body>"
    b"</w:document>"
)
XLSX, DOCX = workbook(ROWS), Word().data()
HOSTILE = {
    "bomb.xlsx": changed(XLSX, {"xl/media/a.bin": b"0" * (limits.MAX_PART_BYTES + 1)}),
    "ratio.docx": changed(DOCX, {"word/x.xml": b"<a>" + b" " * 6_000_000 + b"</a>"}),
    "parts.docx": changed(DOCX, {f"word/{n}.bin": b"" for n in range(limits.MAX_PARTS)}),
    "entities.xlsx": with_entities(XLSX, SHEET),
    "entities.docx": with_entities(DOCX, "word/document.xml"),
    "macro.xlsm": changed(XLSX, {"xl/vbaProject.bin": b"x"}),
    "macro.docx": changed(DOCX, {"word/vbaProject.bin": b"x"}),
    "macro.xls": legacy_workbook([["a"]]) + "_VBA_PROJECT".encode("utf-16-le"),
    "links.xlsx": changed(XLSX, {"xl/externalLinks/externalLink1.xml": b"<a/>"}),
    "template.docx": with_template(DOCX),
    "formula.xlsx": formula(),
    "broken.xlsx": XLSX[: len(XLSX) // 2],
    "broken.docx": DOCX[: len(DOCX) // 2],
    "broken.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 2000,
    "sheet.pdf": b"%PDF-1.7",
    "empty.csv": b"",
    "wide.csv": b"," * (limits.MAX_COLUMNS + 1),
    "long.txt": b"a" * (limits.MAX_CELL_CHARACTERS + 1),
    "long.docx": changed(DOCX, {"word/document.xml": LONG}),
    "other.zip": changed(XLSX, {})[:0] + b"PK\x03\x04" + b"x" * 100,
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_a_hostile_file_is_refused_at_once(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(HOSTILE[name])
    began = time.process_time()
    with pytest.raises(ImportRefused) as refused:
        read_file(str(tmp_path / name))
    assert time.process_time() - began < 5
    ((file, text),) = refused.value.problems
    assert file == name
    assert text.zh
    assert text.en


def test_a_file_that_is_too_large_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    with path.open("wb") as stream:
        stream.truncate(limits.MAX_FILE_BYTES * 4)
    with pytest.raises(ImportRefused, match="larger than"):
        read_file(str(path))


def test_a_formula_gives_its_last_value_where_that_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "formula.xlsx"
    path.write_bytes(formula())
    with pytest.raises(ImportRefused, match="Sheet!B1 is a formula"):
        read_file(str(path))
    (grid,) = read_file(str(path), formulas=True).blocks
    assert isinstance(grid, Grid)
    assert [cell and cell.text for cell in grid.rows[0]] == ["Name"]


def test_a_link_to_a_page_is_no_danger(tmp_path: Path) -> None:
    word = Word()
    word.document.part.relate_to(
        "http://jobs.example",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
        is_external=True,
    )
    (tmp_path / "advert.docx").write_bytes(word.data())
    assert read_file(str(tmp_path / "advert.docx")).blocks == []
