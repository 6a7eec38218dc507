"""Make the Word template that ships with the package.

Run it after changing the sections or columns of the job description:

    python -m scripts.make_docx_template
"""

from __future__ import annotations

import datetime as dt
import io
import sys
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from dealer_roles.output.files import write_file
from dealer_roles.publish.job_description.columns import PLANS, ROOMY, TABLES
from dealer_roles.publish.job_description.sections import SECTIONS
from dealer_roles.publish.render.files import template_path
from dealer_roles.publish.render.zips import same_every_time
from scripts.docx_parts import (
    MARK,
    SOFT,
    WIDTH_MM,
    a4,
    left_bar,
    modern,
    page_field,
    repeat_row,
    set_fonts,
    shade_cell,
)
from scripts.docx_residue import without_residue
from scripts.docx_styles import BULLETS, add_lists, add_table_style, numbered, table_look

TARGET = template_path("job-description.docx")
BODY = ("Times New Roman", "宋体")
HEAD = ("Arial", "微软雅黑")
TEXT_SIZE, NOTE_SIZE = 10.5, 9
"""五号 for what is read and signed, 小五 for notes and the tables of the annex."""
TEXT_LINE, NOTE_LINE = 14, 12
"""Line pitches in points: exact, so that every office suite breaks pages at the same place."""
NUMBERS = {"integrity": 2, "other": 3}
"""The sections whose lines are quoted by number, each with a list of its own."""
OWN_STYLES = (
    "Title", "Heading 1", "Heading 2", "Kind", "Cell", "Cell Dense", "Cell Note", "Cell Head",
    "Cell Dense Head", "Cell Band", "Margin", "Listed", "Numbered",
)  # fmt: skip


def make() -> bytes:
    """Return the template as the bytes of a .docx file, the same every time."""
    document = Document()
    modern(document)
    a4(document)
    _styles(document)
    add_lists(document)
    add_table_style(document)
    _header_and_footer(document)
    _title_block(document)
    for section in SECTIONS:
        _section(document, section)
    without_residue(document, OWN_STYLES)
    properties = document.core_properties
    properties.author = properties.comments = properties.last_modified_by = ""
    properties.title = "dealer-roles job description template"
    properties.created = properties.modified = dt.datetime(2026, 1, 1)
    made = io.BytesIO()
    document.save(made)
    return same_every_time(made.getvalue())


def _styles(document: Any) -> None:
    styles = document.styles
    normal = styles["Normal"]
    set_fonts(normal, BODY, TEXT_SIZE)
    _spacing(normal, TEXT_LINE, 0, 2)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB")
    language.set(qn("w:eastAsia"), "zh-CN")
    normal.element.get_or_add_rPr().append(language)
    for name, size, line, before, after in (
        ("Title", 20, 25, 0, 4),
        ("Heading 1", 12, 15, 5, 2),
        ("Heading 2", TEXT_SIZE, TEXT_LINE, 5, 2),
    ):
        style = styles[name]
        set_fonts(style, HEAD, size, True, MARK if name == "Heading 1" else "1B1F24")
        _spacing(style, line, before, after)
        style.paragraph_format.keep_with_next = True
        for border in style.element.xpath(".//w:pBdr"):
            border.getparent().remove(border)
    left_bar(styles["Heading 1"])
    for name, fonts, size, line, bold, color in (
        ("Kind", HEAD, TEXT_SIZE, TEXT_LINE, False, MARK),
        ("Cell", BODY, TEXT_SIZE, 14, False, "000000"),
        ("Cell Dense", BODY, NOTE_SIZE, NOTE_LINE, False, "000000"),
        ("Cell Note", BODY, NOTE_SIZE, NOTE_LINE, False, SOFT),
        ("Cell Head", HEAD, TEXT_SIZE, 14, True, "1B1F24"),
        ("Cell Dense Head", HEAD, NOTE_SIZE, NOTE_LINE, True, "1B1F24"),
        ("Cell Band", HEAD, NOTE_SIZE, NOTE_LINE, True, MARK),
        ("Margin", BODY, NOTE_SIZE, NOTE_LINE, False, SOFT),
        ("Listed", BODY, TEXT_SIZE, TEXT_LINE, False, "000000"),
        ("Numbered", BODY, TEXT_SIZE, TEXT_LINE, False, "000000"),
    ):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = normal
        set_fonts(style, fonts, size, bold, color)
        _spacing(style, line, 0, 0)


def _spacing(style: Any, line: float, before: float, after: float) -> None:
    spacing = style.paragraph_format
    spacing.line_spacing_rule, spacing.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(line)
    spacing.space_before, spacing.space_after = Pt(before), Pt(after)


def _header_and_footer(document: Any) -> None:
    section = document.sections[0]
    head = section.header.paragraphs[0]
    head.style = document.styles["Margin"]
    head.text = "{{ organization }}\t{{ control }}"
    foot = section.footer.paragraphs[0]
    foot.style = document.styles["Margin"]
    foot.add_run("{{ name }} · {{ title }}\t{{ page_words.before }}")
    page_field(foot, "PAGE")
    foot.add_run("{{ page_words.between }}")
    page_field(foot, "NUMPAGES")
    foot.add_run("{{ page_words.after }}")
    for paragraph in (head, foot):
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(WIDTH_MM), WD_TAB_ALIGNMENT.RIGHT)


def _title_block(document: Any) -> None:
    document.add_paragraph("{{ title }}", style="Kind")
    document.add_paragraph("{{ name }}", style="Title")
    table = _table(document, (16, 34, 16, 34), rows=6)
    _span(table, 0, "{%tr for pair in fact_pairs %}")
    for cell, text, style in zip(
        table.rows[1].cells,
        (
            "{{ pair.left.label }}",
            "{{ pair.left.text }}",
            "{{ pair.right.label }}",
            "{{ pair.right.text }}",
        ),
        ("Cell Head", "Cell", "Cell Head", "Cell"),
        strict=True,
    ):
        _fill(cell, text, style)
        if style == "Cell Head":
            shade_cell(cell)
    _span(table, 2, "{%tr endfor %}")
    _span(table, 3, "{%tr if last_fact %}")
    label, value = table.rows[4].cells[0], table.rows[4].cells[1].merge(table.rows[4].cells[3])
    _fill(label, "{{ last_fact.label }}", "Cell Head")
    shade_cell(label)
    _fill(value, "{{ last_fact.text }}", "Cell")
    _span(table, 5, "{%tr endif %}")


def _section(document: Any, section: str) -> None:
    _tag(document, f"{{%p if {section} %}}")
    document.add_paragraph(f"{{{{ {section}.title }}}}", style="Heading 1")
    if section == "relations":
        _wide_facts(document, section)
    if section == "signatures":
        _signatures(document)
    elif section == "purpose":
        _texts(document, section)
    elif section in TABLES:
        for plan in TABLES[section]:
            _grid(document, section, plan)
        if section == "overview":
            _texts(document, section)
    else:
        _tag(document, f"{{%p for text in {section}.texts %}}")
        listed = section in NUMBERS
        item = document.add_paragraph("{{ text }}", style="Numbered" if listed else "Listed")
        numbered(item, NUMBERS.get(section, BULLETS))
        _tag(document, "{%p endfor %}")
    _tag(document, "{%p endif %}")


def _texts(document: Any, section: str) -> None:
    _tag(document, f"{{%p for text in {section}.texts %}}")
    document.add_paragraph("{{ text }}")
    _tag(document, "{%p endfor %}")


def _grid(document: Any, section: str, plan: str) -> None:
    """A table whose rows stand in groups, each below a band with its title."""
    held = f"{section}.{plan}"
    _tag(document, f"{{%p if {held} %}}")
    if section == "relations":
        document.add_paragraph(f"{{{{ {held}.title }}}}", style="Heading 2")
    columns = PLANS[plan]
    table = _table(document, tuple(share for _, share, _ in columns), rows=9)
    repeat_row(table.rows[0])
    table_look(table, heads=True)
    tags = (
        f"for group in {held}.groups", "if group.title", "", "endif", "for row in group.rows", "",
        "endfor", "endfor",
    )  # fmt: skip
    for n, tag in enumerate(tags, start=1):
        if tag:
            _span(table, n, f"{{%tr {tag} %}}")
    cell_style = "Cell" if plan in ROOMY else "Cell Dense"
    head_style = f"{cell_style} Head"
    band = table.rows[3].cells[0].merge(table.rows[3].cells[-1])
    _fill(band, "{{ group.title }}", "Cell Band")
    band.paragraphs[0].paragraph_format.keep_with_next = True
    for n, (id_, _, short) in enumerate(columns):
        head, cell = table.rows[0].cells[n], table.rows[6].cells[n]
        _fill(head, f"{{{{ {held}.head.{id_} }}}}", head_style, WD_ALIGN_PARAGRAPH.CENTER)
        align = WD_ALIGN_PARAGRAPH.CENTER if short else WD_ALIGN_PARAGRAPH.LEFT
        _fill(cell, f"{{{{ row.{id_} }}}}", cell_style, align)
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.TOP
        if not short or id_ == "responsibility":
            _note(cell, id_, align)
    _tag(document, "{%p endif %}")


def _note(cell: Any, id_: str, align: Any) -> None:
    cell.add_paragraph(f"{{%p if row.{id_}_note %}}", style="Cell Note")
    cell.add_paragraph(f"{{{{ row.{id_}_note }}}}", style="Cell Note").alignment = align
    cell.add_paragraph("{%p endif %}", style="Cell Note")


def _wide_facts(document: Any, section: str) -> None:
    table = _table(document, (14, 86), rows=3)
    _span(table, 0, f"{{%tr for fact in {section}.facts %}}")
    _fill(table.rows[1].cells[0], "{{ fact.label }}", "Cell Head")
    shade_cell(table.rows[1].cells[0])
    _fill(table.rows[1].cells[1], "{{ fact.text }}", "Cell")
    _span(table, 2, "{%tr endfor %}")


def _signatures(document: Any) -> None:
    statement = document.add_paragraph("{{ signatures.statement }}")
    statement.paragraph_format.keep_with_next = True
    statement.paragraph_format.keep_together = True
    table = _table(document, (27, 25, 26, 22), rows=4)
    for cell, id_ in zip(table.rows[0].cells, ("step", "role", "signature", "date"), strict=True):
        _fill(cell, f"{{{{ signatures.head.{id_} }}}}", "Cell Head", WD_ALIGN_PARAGRAPH.CENTER)
    table_look(table, heads=True)
    _span(table, 1, "{%tr for line in signatures.lines %}")
    row = table.rows[2]
    row.height, row.height_rule = Mm(6), WD_ROW_HEIGHT_RULE.AT_LEAST
    for cell, text in zip(
        row.cells,
        ("{{ line.step }}", "{{ line.role }}", "", "{{ signatures.blank_date }}"),
        strict=True,
    ):
        _fill(cell, text, "Cell")
    row.cells[3].paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _span(table, 3, "{%tr endfor %}")
    for line in table.rows:
        for cell in line.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True


def _tag(document: Any, tag: str) -> None:
    """A paragraph with a tag alone; it leaves no trace in the finished document."""
    paragraph = document.add_paragraph(style="Cell Note")
    paragraph.add_run(tag)


def _table(document: Any, shares: tuple[int, ...], rows: int) -> Any:
    table = document.add_table(rows=rows, cols=len(shares))
    table.autofit = False
    table.style = document.styles["Sheet"]
    table_look(table, heads=False)
    total = sum(shares)
    for n, share in enumerate(shares):
        width = Mm(WIDTH_MM * share / total)
        table.columns[n].width = width
        for row in table.rows:
            row.cells[n].width = width
    for row in table.rows:
        row.cells[0].paragraphs[0].style = document.styles["Cell"]
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - same
    return table


def _span(table: Any, row: int, tag: str) -> None:
    """A row with a tag alone; it leaves no trace in the finished document."""
    _fill(table.rows[row].cells[0], tag, "Cell Note")


def _fill(cell: Any, text: str, style: str, align: Any = None) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = cell.part.document.styles[style]
    paragraph.add_run(text)
    if align is not None:
        paragraph.alignment = align
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER


def main() -> int:
    """Write the template."""
    write_file(Path(TARGET), make())
    print(f"wrote {TARGET}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
