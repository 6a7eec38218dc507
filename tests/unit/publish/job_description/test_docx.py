from __future__ import annotations

import io
import re
import subprocess
import zipfile
from pathlib import Path

import pytest
from docx import Document as WordFile
from lxml import etree
from scripts.make_docx_template import make

from dealer_roles.publish.job_description.docx import TEMPLATE, docx
from dealer_roles.publish.job_description.docx_context import docx_context
from dealer_roles.publish.job_description.docx_environment import filling_environment, patched
from dealer_roles.publish.job_description.docx_lint import lint
from dealer_roles.publish.job_description.docx_names import template_names
from dealer_roles.publish.job_description.layouts import LAYOUTS, Layout
from dealer_roles.publish.job_description.sections import SECTIONS, job_description
from dealer_roles.publish.render.errors import InvalidTemplate
from dealer_roles.publish.render.files import template_bytes
from dealer_roles.values.text import Lang
from tests.support.sample import DAY, described, sample
from tests.support.tools import needs
from tests.unit.publish.readers import docx_words, word_file

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def everyone() -> tuple[str, ...]:
    return (*sample().positions, *sample().posts)


def test_the_same_document_gives_the_same_bytes() -> None:
    assert docx(described()) == docx(described())


def test_the_parts_of_a_template_are_compiled_once_for_all_documents() -> None:
    docx(described())
    compiled = filling_environment().from_string.cache_info()  # type: ignore[attr-defined]
    made_ready = patched.cache_info().misses
    docx(described("service-technician"))
    again = filling_environment().from_string.cache_info()  # type: ignore[attr-defined]
    assert 0 < compiled.misses == again.misses
    assert again.hits > compiled.hits
    assert 0 < made_ready == patched.cache_info().misses


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_position_and_post_fills_the_template_without_a_tag_left(lang: Lang) -> None:
    for position in everyone():
        document = described(position, lang)
        words = docx_words(docx(document))
        assert document.name in words
        assert not any(mark in words for mark in ("{{", "}}", "{%", "%}"))
        for section in document.sections:
            assert section.title in words


def test_a_section_without_content_leaves_no_trace() -> None:
    words = docx_words(docx(described("service-technician"))).split("\n")
    assert "岗位职责" in words
    assert not {"考核指标", "任职资格", "None"} & set(words)


def test_columns_that_are_empty_everywhere_are_left_out_and_the_width_is_kept() -> None:
    document = WordFile(io.BytesIO(docx(described("service-manager"))))
    duties = next(t for t in document.tables if t.rows[0].cells[0].text == "序号")
    assert [cell.text for cell in duties.rows[0].cells] == [
        "序号", "职责与标准", "责任", "频次", "时限与权限",
    ]  # fmt: skip
    widths = [
        sum(int(c.get(f"{W}w")) for c in t._tbl.tblGrid.findall(f"{W}gridCol"))
        for t in document.tables
    ]
    assert max(widths) - min(widths) < 20


def test_heading_rows_are_repeated_and_rows_stay_whole() -> None:
    document = WordFile(io.BytesIO(docx(described())))
    duties = next(t for t in document.tables if t.rows[0].cells[0].text == "序号")
    heads = [row._tr.find(f"{W}trPr/{W}tblHeader") is not None for row in duties.rows]
    assert heads == [True] + [False] * (len(heads) - 1)
    assert all(row._tr.find(f"{W}trPr/{W}cantSplit") is not None for row in duties.rows)


def test_east_asian_fonts_are_named() -> None:
    with zipfile.ZipFile(io.BytesIO(docx(described()))) as archive:
        styles = archive.read("word/styles.xml").decode()
    assert 'w:eastAsia="宋体"' in styles
    assert 'w:eastAsia="微软雅黑"' in styles


def test_properties_name_the_document_and_never_today() -> None:
    properties = WordFile(io.BytesIO(docx(described()))).core_properties
    assert properties.title == "保修专员 · 岗位说明书"
    assert properties.created is not None
    assert properties.created.date().isoformat() == "2026-10-01"


def test_footers_count_pages_with_fields() -> None:
    document = WordFile(io.BytesIO(docx(described(lang="en"))))
    xml = document.sections[0].footer._element.xml
    assert " PAGE " in xml
    assert " NUMPAGES " in xml


def same_shape(value: object, names: object, path: str) -> None:
    """Whether a template may name exactly what the context gives."""
    if value is None or isinstance(value, str):
        return
    if isinstance(value, list):
        assert isinstance(names, list), path
        for item in value:
            same_shape(item, names[0], path)
        return
    assert isinstance(value, dict), path
    assert isinstance(names, dict), path
    assert set(value) == set(names), path
    for key, item in value.items():
        same_shape(item, names[key], f"{path}.{key}")


def test_the_names_a_template_may_use_are_those_it_is_given() -> None:
    for position in everyone():
        same_shape(docx_context(described(position)), template_names(), position)


def test_the_shipped_template_uses_every_section_and_no_unknown_tag() -> None:
    assert lint(template_bytes(TEMPLATE), TEMPLATE) == ()
    words = docx_words(template_bytes(TEMPLATE))
    assert all(f"{{%p if {section} %}}" in words for section in SECTIONS)


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_shipped_template_is_what_its_script_makes() -> None:
    assert parts(make()) == parts(template_bytes(TEMPLATE))


def test_a_template_of_ones_own_is_filled() -> None:
    own = word_file("Job: {{ name }}", "{%p if measures %}", "{{ measures.title }}", "{%p endif %}")
    assert "Job: Warranty Specialist\nKey performance" in docx_words(
        docx(described(lang="en"), own)
    )


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{{ purpos.title }}", "purpos"),
        ("{{ duties.titel }}", "titel"),
        ("{% for g in duties.duties.groups %}{{ g.tittle }}{% endfor %}", "tittle"),
        ("{% if name %}", "endif"),
        ("{{ name|nofilter }}", "nofilter"),
    ],
)
def test_a_wrong_tag_is_named(line: str, says: str) -> None:
    own = word_file(line)
    assert any(says in problem.en and problem.zh for problem in lint(own, "own.docx"))
    with pytest.raises(InvalidTemplate, match=says):
        docx(described(), own, "own.docx")


@pytest.mark.parametrize(
    "tag",
    ["{{ a. }}", "{{ a b }}", "{{ }}", "{% iff x %}", "{% for x %}", "{%p for x in %}", "{% if %}",
     "{{ a | }}", "{% endfor %}", "{{ a[ }}", "{{ a ? b }}", "{% if x = 1 %}", "{% if name %}",
     "{% set %}", "{% else %}", "{%tr endif %}"],
)  # fmt: skip
def test_a_tag_that_cannot_be_read_is_told_with_its_place_in_our_words(tag: str) -> None:
    found = [p for p in lint(word_file("{{ name }}", tag), "own.docx") if tag in p.en]
    assert found
    assert all(re.search(r"第\d+段", p.zh) and "paragraph" in p.en for p in found)
    said = " ".join(p.en for p in lint(word_file("{{ name }}", tag), "own.docx"))
    assert not re.search("expected|Encountered|Jinja|unexpected", said)


def test_lint_knows_loops_conditions_and_built_ins() -> None:
    own = word_file(
        "{% for text in purpose.texts %}{{ loop.index }} {{ text }}{% endfor %}",
        "{% set x = name %}{{ x }}{% if duties.duties %}{{ duties['title'] }}{% endif %}",
    )
    assert lint(own, "own.docx") == ()


def test_a_loop_over_what_is_no_list_is_named() -> None:
    assert "needs a list" in lint(word_file("{% for x in name %}{{ x }}{% endfor %}"), "own")[0].en


@pytest.mark.parametrize(
    "line",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ name.__init__.__globals__ }}",
        "{{ cycler.__init__.__globals__.os }}",
    ],
)
def test_a_template_cannot_leave_its_sandbox(line: str) -> None:
    with pytest.raises(InvalidTemplate):
        docx(described(), word_file(line), "own.docx")


def test_an_empty_section_without_a_guard_is_explained() -> None:
    with pytest.raises(InvalidTemplate, match="if NAME"):
        docx(described("service-technician"), word_file("{{ purpose.title }}"), "own.docx")


@pytest.mark.parametrize("content", [b"no zip", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_word_file_is_refused(content: bytes) -> None:
    with pytest.raises(InvalidTemplate, match="not a Word file"):
        docx(described(), content, "own.docx")


@needs("libreoffice")
@pytest.mark.slow
def test_libreoffice_opens_it(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(docx(described()))
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "a.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")


ORDER = {
    "tblPr": "tblStyle tblStyleRowBandSize tblStyleColBandSize tblW jc tblInd tblBorders shd "
    "tblLayout tblCellMar tblLook",
    "tcPr": "tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign",
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs "
    "spacing ind contextualSpacing jc outlineLvl rPr",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike color spacing w kern position "
    "sz szCs highlight u lang",
}


@pytest.mark.parametrize("name", list(ORDER))
def test_properties_stand_in_the_order_that_word_insists_on(name: str) -> None:
    order = ORDER[name].split()
    with zipfile.ZipFile(io.BytesIO(docx(described()))) as archive:
        members = [n for n in archive.namelist() if n.startswith("word/") and n.endswith(".xml")]
        trees = [etree.fromstring(archive.read(member)) for member in members]
    seen = 0
    for element in (e for tree in trees for e in tree.iter(f"{W}{name}")):
        places = [order.index(etree.QName(child).localname) for child in element]
        assert places == sorted(places), etree.tostring(element)
        seen += 1
    assert seen


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_table_is_without_rows(layout: Layout) -> None:
    for holder in ("warranty-specialist", "service-technician"):
        document = job_description(sample().on(DAY), holder, "zh", layout)
        tables = list(WordFile(io.BytesIO(docx(document))).element.body.iter(f"{W}tbl"))
        assert [table for table in tables if table.find(f"{W}tr") is None] == []
        assert tables
