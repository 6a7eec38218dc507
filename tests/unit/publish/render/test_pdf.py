from __future__ import annotations

import functools
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple, cast

import pytest
import typst

from dealer_roles.facade import load
from dealer_roles.publish.document.blocks import Cell, Column, Item, Paragraphs, Row, Table
from dealer_roles.publish.document.document import Section
from dealer_roles.publish.job_description.sections import job_description
from dealer_roles.publish.render.errors import MissingFont
from dealer_roles.publish.render.pdf import choose_fonts, compile_typst, fonts_for, installed, pdf
from dealer_roles.publish.render.typst_data import typst_data
from dealer_roles.values.text import Lang
from tests.support.sample import described, sample
from tests.support.tools import needs
from tests.unit.publish.readers import pdf_places, pdf_words

MILLIMETRE = 72 / 25.4
TOP, FOOT = 15 * MILLIMETRE, 13 * MILLIMETRE


def test_the_same_document_gives_the_same_bytes() -> None:
    assert pdf(described()) == pdf(described())


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_position_and_post_becomes_a_tagged_pdf(lang: Lang) -> None:
    for position in (*sample().positions, *sample().posts):
        made = pdf(described(position, lang))
        assert made.startswith(b"%PDF-")
        assert b"/StructTreeRoot" in made


@needs("poppler")
def test_the_words_are_in_the_pdf_with_numbered_pages() -> None:
    words = pdf_words(pdf(described(lang="en")))
    assert "Warranty Specialist" in words
    assert "Page 1 of " in words
    assert "Received by the holder" in words
    assert "____ /____ /______" in words


@needs("poppler")
def test_a_long_name_of_a_position_has_two_lines_among_the_signatures() -> None:
    paper = job_description(load("standard").on(), "gate-guard", "en", "summary")
    assert "HR and Administration\nManager\n" in pdf_words(pdf(paper)).partition("Drafted by")[2]


def test_chinese_without_a_chinese_font_is_an_error_that_says_what_to_install() -> None:
    with pytest.raises(MissingFont, match="fonts-noto-cjk"):
        choose_fonts(["DejaVu Sans"], "汉字")


@pytest.fixture
def _no_system_fonts(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    without_system = functools.partial(typst.Fonts, include_system_fonts=False)
    monkeypatch.setattr(typst, "Fonts", without_system)
    installed.cache_clear()
    yield
    installed.cache_clear()


@pytest.mark.usefixtures("_no_system_fonts")
def test_chinese_needs_nothing_but_what_pip_brings() -> None:
    made = pdf(described(lang="zh"))
    assert b"NotoSansCJKsc-Regular" in made
    assert json.loads(fonts_for("汉字"))["bold"] is False


def test_a_chinese_font_of_the_system_is_preferred(monkeypatch: pytest.MonkeyPatch) -> None:
    class Fonts(NamedTuple):
        font_paths: Sequence[str] = ()

        def families(self) -> list[str]:
            return ["SimSun"]

    monkeypatch.setattr(typst, "Fonts", Fonts)
    installed.cache_clear()
    try:
        assert cast("Fonts", installed()).font_paths == ()
    finally:
        installed.cache_clear()


def test_english_needs_no_installed_font() -> None:
    assert choose_fonts([], "words") == {"body": ["Libertinus Serif"], "head": ["Libertinus Serif"]}


def test_one_chinese_family_serves_body_and_headings() -> None:
    fonts = choose_fonts(["SimSun"], "汉字")
    assert fonts == {"body": ["SimSun"], "head": ["SimSun"]}


def test_a_character_that_no_font_has_is_named_and_never_a_box() -> None:
    source = b'#set document(title: "x", date: none)\n#sys.inputs.text'
    with pytest.raises(MissingFont) as caught:
        compile_typst(source, {"text": "\U000f1234"})
    assert caught.value.characters


def test_the_data_for_typst_is_plain_json() -> None:
    data = json.loads(json.dumps(typst_data(described())))
    assert data["name"] == "保修专员"


@needs("poppler")
@pytest.mark.parametrize(
    "name",
    ["鹏程" * 200, "Pengcheng Motors " * 40, "x" * 700, "鹏程\n汽车" * 60],
    ids=["Chinese", "English", "one word", "lines"],
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_name_of_any_length_leaves_head_and_foot_on_the_page(name: str, lang: Lang) -> None:
    usual = described(lang=lang)
    long = replace(usual, name=name, meta=replace(usual.meta, organization=name))
    words = pdf_places(pdf(long))
    heads = [word for word in words if word.bottom < TOP]
    feet = [word for word in words if word.top > word.height - FOOT]
    for edge in (heads, feet):
        assert {word.page for word in edge} == {word.page for word in words}
        assert len({(word.page, round(word.top)) for word in edge}) == max(w.page for w in edge)
        assert all(0 <= w.left < w.right <= w.width and w.top >= 0 for w in edge)
        assert any("…" in word.text for word in edge)


@needs("poppler")
def test_words_that_introduce_a_table_stand_on_the_page_on_which_it_begins() -> None:
    columns = (Column("a", "A", 50), Column("b", "B", 50))
    rows = tuple(Row((Cell(f"Step {n}"), Cell("done"))) for n in range(1, 10))
    sections = tuple(
        Section(
            f"s{n}",
            f"Part{n}",
            (Paragraphs((Item(f"intro{n}"),)), Table("t", "", columns, rows)),
        )
        for n in range(24)
    )
    places = pdf_places(pdf(replace(described(lang="en"), sections=sections)))
    words = [(one.text, one.page) for one in places]
    begun = [
        page for (text, _), (number, page) in pairwise(words) if (text, number) == ("Step", "1")
    ]
    introduced = [page for text, page in words if text.startswith("intro")]
    assert len(introduced) == 24
    assert max(introduced) > 4
    assert introduced == begun
