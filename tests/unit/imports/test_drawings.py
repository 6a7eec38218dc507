"""What is drawn, not written: SmartArt is read, pictures and shapes are named, signs are signs."""

from __future__ import annotations

import base64
import io
import zipfile

import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from dealer_roles.imports.ledger import Ledger
from dealer_roles.imports.pieces import InputFile
from dealer_roles.imports.read import word_drawings
from dealer_roles.imports.read.sheet_drawings import beside_cells
from dealer_roles.imports.read.word import read_docx
from dealer_roles.imports.read.workbook import read_xlsx
from dealer_roles.imports.recognise.mapping import HeadingMap
from dealer_roles.imports.recognise.recognise import Recognised, recognise
from dealer_roles.imports.refused import ImportRefused
from tests.support.imports.office import Word, workbook

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
)
DGM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"


def recognised(file: InputFile) -> tuple[Recognised, Ledger]:
    ledger = Ledger()
    return recognise([file], ledger, HeadingMap()), ledger


def with_smart_art(nodes: dict[str, str], lines: list[tuple[str, str]]) -> bytes:
    """Return a Word file with SmartArt: what stands in each node, and who stands below whom."""
    points = "".join(
        f'<dgm:pt modelId="{key}"><dgm:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t></dgm:pt>'
        for key, text in nodes.items()
    )
    order = "".join(
        f'<dgm:cxn modelId="c{n}" srcId="{a}" destId="{b}" srcOrd="{n}" destOrd="0"/>'
        for n, (a, b) in enumerate(lines)
    )
    data = (
        f'<dgm:dataModel xmlns:dgm="{DGM}" xmlns:a="{A}"><dgm:ptLst>'
        '<dgm:pt modelId="0" type="doc"/>'
        f"{points}</dgm:ptLst><dgm:cxnLst>{order}</dgm:cxnLst></dgm:dataModel>"
    )
    word = Word()
    word.line("组织架构图", "Heading 1")
    package = word.document.part.package
    part = Part(PackURI("/word/diagrams/data1.xml"), "application/xml", data.encode(), package)
    relation = word.document.part.relate_to(part, RELATIONSHIP_TYPE.DIAGRAM_DATA)
    paragraph = word.line("")
    paragraph._p.append(
        parse_xml(
            f"<w:r {nsdecls('w', 'wp', 'a', 'r')}><w:drawing><wp:inline><a:graphic>"
            f'<a:graphicData uri="{DGM}"><dgm:relIds xmlns:dgm="{DGM}" r:dm="{relation}"/>'
            "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )
    )
    return word.data()


CHART = {"1": "总经理", "2": "销售部", "3": "销售经理", "4": "销售顾问", "5": "财务经理"}
LINES = [("0", "1"), ("1", "2"), ("2", "3"), ("3", "4"), ("1", "5")]


def test_smart_art_is_read_as_a_chart() -> None:
    file = read_docx(with_smart_art(CHART, LINES), "a.docx")
    found, ledger = recognised(file)
    assert [(p.name, p.department, p.superior.words) for p in found.positions] == [
        ("总经理", (), ""),
        ("销售经理", ("销售部",), "总经理"),
        ("销售顾问", ("销售部",), "销售经理"),
        ("财务经理", (), "总经理"),
    ]
    told = {e.bit.text: e.fate for e in ledger.entries(file.pieces())}
    assert all(told[text] == "used" for text in CHART.values())


def test_smart_art_that_leads_in_a_circle_loses_nothing() -> None:
    file = read_docx(with_smart_art(CHART, [*LINES, ("4", "1")]), "a.docx")
    assert {p.text for p in file.pieces()} >= set(CHART.values())


def test_smart_art_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_drawings, "_MOST_NODES", 3)
    with pytest.raises(ImportRefused, match="SmartArt"):
        read_docx(with_smart_art(CHART, LINES), "a.docx")


def test_a_picture_is_named_in_the_ledger() -> None:
    word = Word()
    word.line("店长岗位职责")
    word.line("1、主持晨会。")
    word.document.add_picture(io.BytesIO(PNG))
    file = read_docx(word.data(), "a.docx")
    _, ledger = recognised(file)
    left = [(e.bit.text, e.why) for e in ledger.entries(file.pieces()) if e.why == "picture"]
    assert left == [("Picture 1", "picture")]


def test_signs_of_a_sign_font_are_marks_of_a_matrix() -> None:
    word = Word()
    table = word.table([["工作事项", "店长", "会计"], ["收款", "", ""], ["盘点", "", ""]])
    for row, column in ((1, 2), (2, 1), (2, 2)):
        table.cell(row, column).paragraphs[0]._p.append(
            parse_xml(f'<w:r {nsdecls("w")}><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>')
        )
    found, _ = recognised(read_docx(word.data(), "a.docx"))
    assert {(p.name, tuple(d.task for d in p.duties)) for p in found.positions} == {
        ("店长", ("盘点",)),
        ("会计", ("收款", "盘点")),
    }


def test_shapes_and_comments_of_a_workbook_are_told() -> None:
    made = io.BytesIO(workbook({"S": [["岗位", "岗位职责"], ["店长", "主持晨会"]]}))
    drawing = (
        f'<xdr:wsDr xmlns:xdr="{DRAWING}" xmlns:a="{A}"><xdr:sp><xdr:txBody><a:p><a:r>'
        "<a:t>总经理</a:t></a:r></a:p></xdr:txBody></xdr:sp><xdr:pic><xdr:nvPicPr>"
        '<xdr:cNvPr id="2" name="图片 1"/></xdr:nvPicPr></xdr:pic></xdr:wsDr>'
    )
    comments = (
        '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><commentList>'
        '<comment ref="A1"><text><r><t>待确认</t></r></text></comment></commentList></comments>'
    )
    with zipfile.ZipFile(made, "a") as archive:
        archive.writestr("xl/drawings/drawing1.xml", drawing)
        archive.writestr("xl/comments1.xml", comments)
    file = read_xlsx(made.getvalue(), "a.xlsx")
    _, ledger = recognised(file)
    told = {e.bit.text: e.why for e in ledger.entries(file.pieces())}
    assert told["总经理"] == "shape"
    assert told["图片 1"] == "picture"
    assert told["待确认"] == "comment"
    assert len(beside_cells(made.getvalue(), "a.xlsx")) == 3
