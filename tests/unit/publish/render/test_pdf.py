from __future__ import annotations

import json

import pytest

from dealer_roles.publish.render.errors import MissingFont
from dealer_roles.publish.render.pdf import choose_fonts, compile_typst, pdf
from dealer_roles.publish.render.typst_data import typst_data
from dealer_roles.values.text import Lang
from tests.support.sample import described, sample
from tests.unit.publish.readers import needs_chinese_font, pdf_words


@needs_chinese_font
def test_the_same_document_gives_the_same_bytes() -> None:
    assert pdf(described()) == pdf(described())


@needs_chinese_font
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_position_and_post_becomes_a_tagged_pdf(lang: Lang) -> None:
    for position in (*sample().positions, *sample().posts):
        made = pdf(described(position, lang))
        assert made.startswith(b"%PDF-")
        assert b"/StructTreeRoot" in made


def test_the_words_are_in_the_pdf_with_numbered_pages() -> None:
    words = pdf_words(pdf(described(lang="en")))
    if words is None:
        pytest.skip("poppler is not installed")
    assert "Warranty Specialist" in words
    assert "Page 1 of " in words
    assert "Received by the holder" in words


def test_chinese_without_a_chinese_font_is_an_error_that_says_what_to_install() -> None:
    with pytest.raises(MissingFont, match="fonts-noto-cjk"):
        choose_fonts(["DejaVu Sans"], "汉字")


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
