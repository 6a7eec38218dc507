"""Word and Excel files for tests, made by the libraries that people's programs resemble."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

import docx
import openpyxl
import xlwt
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

Rows = Sequence[Sequence[str]]
_DRAWN = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def workbook(
    sheets: Mapping[str, Rows], merges: Mapping[str, Sequence[str]] | None = None
) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for r, row in enumerate(rows, 1):
            for c, text in enumerate(row, 1):
                if text:
                    sheet.cell(r, c, text)
        for area in (merges or {}).get(title, ()):
            sheet.merge_cells(area)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def legacy_workbook(rows: Rows, merges: Sequence[tuple[int, int, int, int]] = ()) -> bytes:
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("Sheet1")
    covered = {
        (r, c) for r1, r2, c1, c2 in merges for r in range(r1, r2 + 1) for c in range(c1, c2 + 1)
    }
    for r1, r2, c1, c2 in merges:
        sheet.write_merge(r1, r2, c1, c2, rows[r1][c1])
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if (r, c) not in covered and text:
                sheet.write(r, c, text)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


class Word:
    """A Word file in the making."""

    def __init__(self) -> None:
        self.document: Any = docx.Document()
        self._next = 100
        self._list = ""

    def line(self, text: str, style: str | None = None, *, bold: bool = False) -> Any:
        paragraph = self.document.add_paragraph(style=style)
        paragraph.add_run(text).bold = bold or None
        return paragraph

    def table(self, rows: Rows, merges: Sequence[tuple[int, int, int, int]] = ()) -> Any:
        """Add a table; merges name first row, first column, last row, last column."""
        table = self.document.add_table(len(rows), max(map(len, rows)), style="Table Grid")
        for r, row in enumerate(rows):
            for c, text in enumerate(row):
                lines = text.split("\n")
                table.cell(r, c).text = lines[0]
                for line in lines[1:]:
                    table.cell(r, c).add_paragraph(line)
        for r1, c1, r2, c2 in merges:
            keep = table.cell(r1, c1).text
            merged = table.cell(r1, c1).merge(table.cell(r2, c2))
            for extra in merged.paragraphs[1 + keep.count("\n") :]:
                extra._p.getparent().remove(extra._p)
        return table

    def numbers(self, form: str = "decimal", text: str = "%1.") -> str:
        """Define an automatic list and return its number."""
        numbering = self.document.part.numbering_part.element
        id_ = str(self._next)
        self._next += 1
        abstract = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{id_}"><w:lvl w:ilvl="0">'
            f'<w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
        )
        numbering.insert(0, abstract)
        numbering.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{id_}"><w:abstractNumId w:val="{id_}"/></w:num>'
            )
        )
        return id_

    def restarted(self, list_: str) -> str:
        """Return a list that is numbered as another one and begins again."""
        id_ = str(self._next)
        self._next += 1
        self.document.part.numbering_part.element.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{id_}"><w:abstractNumId w:val="{list_}"/>'
                '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
            )
        )
        return id_

    def numbered(self, text: str, list_: str, into: Any = None, level: int = 0) -> None:
        paragraph = (into or self.document).add_paragraph(text)
        properties = paragraph._p.get_or_add_pPr()
        properties.append(
            parse_xml(
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{list_}"/></w:numPr>'
            )
        )

    def block(self, block: Mapping[str, Any]) -> None:
        """Add a block as the YAML of a document names it: ``p``, ``h1``, ``num``, ``table`` …"""
        for kind, content in block.items():
            if kind != "merge":
                getattr(self, f"_{kind}")(content, block)

    def _p(self, text: str, _: Any) -> None:
        self.line(text)

    def _bold(self, text: str, _: Any) -> None:
        self.line(text, bold=True)

    def _h1(self, text: str, _: Any) -> None:
        self.line(text, "Heading 1")

    def _h2(self, text: str, _: Any) -> None:
        self.line(text, "Heading 2")

    def _bullets(self, texts: Sequence[str], _: Any) -> None:
        for text in texts:
            self.line(text, "List Bullet")

    def _num(self, texts: Sequence[str], _: Any, into: Any = None) -> None:
        self._list = self.numbers()
        self._go_on(texts, _, into)

    def _go_on(self, texts: Sequence[str], _: Any, into: Any = None) -> None:
        for text in texts:
            self.numbered(text, self._list, into)

    def _table(self, rows: Sequence[Sequence[Any]], block: Mapping[str, Any]) -> None:
        plain = [[cell if isinstance(cell, str) else "" for cell in row] for row in rows]
        table = self.table(plain, block.get("merge", ()))
        for r, row in enumerate(rows):
            for c, cell in enumerate(row):
                if isinstance(cell, dict) and "num" in cell:
                    self._num(cell["num"], None, table.cell(r, c))
                elif isinstance(cell, dict):
                    self._inner(table.cell(r, c), cell["table"])

    @staticmethod
    def _inner(cell: Any, rows: Rows) -> None:
        inner = cell.add_table(len(rows), len(rows[0]))
        for r, row in enumerate(rows):
            for c, text in enumerate(row):
                inner.cell(r, c).text = text

    def _box(self, lines: Sequence[str], _: Any) -> None:
        inside = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
        space = 'xmlns:v="urn:schemas-microsoft-com:vml"'
        self._xml(
            f"<w:p {nsdecls('w')}><w:r><w:pict><v:shape {space}><v:textbox><w:txbxContent>"
            f"{inside}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
        )

    def _drawn(self, lines: Sequence[str], _: Any) -> None:
        """Add a text box as Word draws it today, with what an old Word would show instead."""
        inside = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
        self._xml(
            f'<w:p {nsdecls("w", "wp", "a")} {_DRAWN}><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
            '<wp:anchor><a:graphic><a:graphicData uri="urn:wps"><wps:wsp><wps:txbx><w:txbxContent>'
            f"{inside}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
            f"<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></v:shape></w:pict>"
            "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
        )

    def _styled(self, texts: Sequence[str], _: Any) -> None:
        """Add paragraphs of a style that is numbered; the numbers stand in the style alone."""
        style = self.document.styles.add_style(f"Numbered {self._next}", WD_STYLE_TYPE.PARAGRAPH)
        list_ = self.numbers()
        style.element.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="{list_}"/></w:numPr>')
        )
        for text in texts:
            self.line(text, style.name)

    def _levels(self, lines: Sequence[tuple[int, str]], _: Any) -> None:
        """Add paragraphs of one automatic list: 一、 then （一） then 1."""
        list_ = self.numbers("chineseCounting", "%1、")
        abstract = self.document.part.numbering_part.element[0]
        for level, (form, text) in enumerate(
            (("chineseCounting", "（%2）"), ("decimal", "%3.")), 1
        ):
            abstract.append(
                parse_xml(
                    f'<w:lvl {nsdecls("w")} w:ilvl="{level}"><w:start w:val="1"/>'
                    f'<w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
                )
            )
        for level, text in lines:
            self.numbered(text, list_, level=level)

    def _control(self, text: str, _: Any) -> None:
        self._xml(
            f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
            "</w:sdtContent></w:sdt>"
        )

    def _tracked(self, texts: Mapping[str, str], _: Any) -> None:
        self._xml(
            f'<w:p {nsdecls("w")}><w:del w:id="1" w:author="a"><w:r><w:delText>{texts["deleted"]}</w:delText></w:r></w:del>'
            f'<w:ins w:id="2" w:author="a"><w:r><w:t>{texts["inserted"]}</w:t></w:r></w:ins></w:p>'
        )

    def _link(self, texts: Sequence[str], _: Any) -> None:
        before, inside, after = (f"<w:r><w:t>{text}</w:t></w:r>" for text in texts)
        self._xml(
            f'<w:p {nsdecls("w")}>{before}<w:hyperlink w:anchor="a">{inside}</w:hyperlink>{after}</w:p>'
        )

    def _header(self, text: str, _: Any) -> None:
        self.document.sections[0].header.paragraphs[0].text = text

    def _footer(self, text: str, _: Any) -> None:
        self.document.sections[0].footer.paragraphs[0].text = text

    def _xml(self, text: str) -> None:
        body = self.document.element.body
        body.insert(len(body) - 1, parse_xml(text))

    def data(self) -> bytes:
        made = io.BytesIO()
        self.document.save(made)
        return made.getvalue()
