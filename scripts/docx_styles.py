"""The lists and the table style of the Word template, which python-docx has no words for."""

from __future__ import annotations

from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from scripts.docx_parts import LINE, SHADE

BULLETS = 1
"""The number of the list with bullets; further lists count from 1, each on its own."""
_INDENT = '<w:pPr><w:ind w:left="420" w:hanging="364"/></w:pPr>'


def add_lists(document: Any) -> None:
    """Replace the numbering of python-docx's own template by bullets and numbered lists."""
    numbering = document.part.numbering_part.element
    for old in list(numbering):
        numbering.remove(old)
    bullet = f"""<w:abstractNum {nsdecls("w")} w:abstractNumId="1">
      <w:multiLevelType w:val="singleLevel"/>
      <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/>
      <w:lvlJc w:val="left"/>{_INDENT}</w:lvl></w:abstractNum>"""
    decimal = f"""<w:abstractNum {nsdecls("w")} w:abstractNumId="2">
      <w:multiLevelType w:val="singleLevel"/>
      <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>
      <w:lvlJc w:val="left"/>{_INDENT}</w:lvl></w:abstractNum>"""
    first = f'<w:num {nsdecls("w")} w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    lists = [
        f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="2"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for number in (2, 3)
    ]
    for xml in (bullet, decimal, first, *lists):
        numbering.append(parse_xml(xml))


def numbered(paragraph: Any, number: int) -> None:
    """Make a paragraph an item of a list."""
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - python-docx has no lists
    found = properties.get_or_add_numPr()
    found.get_or_add_ilvl().val = 0
    found.get_or_add_numId().val = number


def add_table_style(document: Any) -> None:
    """Add the style of every table: its lines, the room in its cells, its heading row."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>' for side in sides
    )
    room = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 17), ("left", 80), ("bottom", 17), ("right", 80))
    )
    style = f"""<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="Sheet">
      <w:name w:val="Sheet"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="39"/>
      <w:tblPr><w:tblBorders>{lines}</w:tblBorders><w:tblCellMar>{room}</w:tblCellMar></w:tblPr>
      <w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr>
      <w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/></w:tcPr></w:tblStylePr></w:style>"""
    document.styles.element.append(parse_xml(style))


def table_look(table: Any, *, heads: bool) -> None:
    """Say which of the style's parts a table shows: a heading row, or none."""
    properties = table._tbl.tblPr  # noqa: SLF001 - python-docx has no such option
    for old in properties.findall(qn("w:tblLook")):
        properties.remove(old)
    shown = "1" if heads else "0"
    properties.append(
        parse_xml(
            f'<w:tblLook {nsdecls("w")} w:val="{"0620" if heads else "0600"}" '
            f'w:firstRow="{shown}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
            'w:noHBand="1" w:noVBand="1"/>'
        )
    )
