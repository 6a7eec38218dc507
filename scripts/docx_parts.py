"""What python-docx has no words for: borders, shading, fields, East Asian fonts."""

from __future__ import annotations

from typing import Any

from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

WIDTH_MM = 180
MARK, SOFT, LINE, SHADE = "1F4E79", "57606A", "9AA5B1", "EEF2F6"


def modern(document: Any) -> None:
    """Say that this is no file of an old Word: no compatibility mode, tables flush with text."""
    compat = OxmlElement("w:compat")
    setting = OxmlElement("w:compatSetting")
    uri = "http://schemas.microsoft.com/office/word"
    for key, value in (("name", "compatibilityMode"), ("uri", uri), ("val", "15")):
        setting.set(qn(f"w:{key}"), value)
    compat.append(setting)
    settings = document.settings.element
    for old in settings.findall(qn("w:compat")):
        settings.remove(old)
    later = ("w:rsids", "m:mathPr", "w:themeFontLang", "w:clrSchemeMapping", "w:decimalSymbol")
    settings.insert_element_before(compat, *later)


def a4(document: Any) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(15)
    section.top_margin, section.bottom_margin = Mm(16), Mm(13)
    section.header_distance, section.footer_distance = Mm(8), Mm(7)


def set_fonts(
    style: Any, fonts: tuple[str, str], size: float, bold: bool = False, color: str = ""
) -> None:
    style.font.name, style.font.size, style.font.bold = fonts[0], Pt(size), bold
    style.font.italic = False
    if color:
        style.font.color.rgb = RGBColor.from_string(color)
    names = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        names.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("ascii", "hAnsi", "cs"):
        names.set(qn(f"w:{script}"), fonts[0])
    names.set(qn("w:eastAsia"), fonts[1])


def left_bar(style: Any) -> None:
    borders = OxmlElement("w:pBdr")
    bar = OxmlElement("w:left")
    for key, value in (("val", "single"), ("sz", "24"), ("space", "6"), ("color", MARK)):
        bar.set(qn(f"w:{key}"), value)
    borders.append(bar)
    properties = style.element.get_or_add_pPr()
    properties.insert_element_before(
        borders,
        "w:shd",
        "w:tabs",
        "w:suppressAutoHyphens",
        "w:spacing",
        "w:ind",
        "w:jc",
        "w:outlineLvl",
    )
    style.paragraph_format.left_indent = Mm(2.6)


def page_field(paragraph: Any, field: str) -> None:
    for kind, text in (("begin", ""), ("", field), ("separate", ""), ("shown", "1"), ("end", "")):
        run = paragraph.add_run()
        if kind == "shown":
            run.text = text
            continue
        if not kind:
            instruction = OxmlElement("w:instrText")
            instruction.set(qn("xml:space"), "preserve")
            instruction.text = f" {text} "
            run._r.append(instruction)  # noqa: SLF001 - python-docx has no fields
            continue
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        run._r.append(mark)  # noqa: SLF001 - python-docx has no fields


def repeat_row(row: Any) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - same


def shade_cell(cell: Any) -> None:
    shade = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", SHADE)):
        shade.set(qn(f"w:{key}"), value)
    properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001 - python-docx has no shading
    properties.insert_element_before(shade, "w:noWrap", "w:tcMar", "w:vAlign")
