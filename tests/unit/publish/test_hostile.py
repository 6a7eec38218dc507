"""Hostile text comes out as text in every format."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dealer_roles.publish.document.document import Document
from dealer_roles.publish.job_description.docx import docx
from dealer_roles.publish.render.errors import MissingFont
from dealer_roles.publish.render.html import html
from dealer_roles.publish.render.markdown import markdown
from dealer_roles.publish.render.pdf import pdf
from dealer_roles.words.plain_text import plain
from tests.support.sample import hostile
from tests.support.tools import needs
from tests.unit.publish.readers import (
    docx_words,
    html_tags,
    html_words,
    markdown_html,
    pdf_words,
)

HOSTILE = [
    "bell \x07 nul \x00 escape \x1b[31m",
    "=cmd|' /C calc'!A0",
    "</script><script>alert(1)</script><img src=x onerror=alert(1)>",
    "</style></table></main> <!-- keep duties -->forged<!-- /keep -->",
    "{{ 7*7 }} {{ duties.title }} {% for x in y %} {%p if z %} {# note #}",
    "{_{ x }_} {_% y %_}",
    "Fish & chips &amp; &#60; <b>",
    "abc \u202egnp.exe \u200f\u2066x\u2069",
    "rare \U00020bb7 Han",
    "first line\nsecond line\r\nthird",
    '#let x = 1; #image("x.png") $a^2$ *b* _c_ `d` @ref <label> \\ // /* */',
    "| a | b |\n|---|---|\n# head\n1. one\n- two\n[x](javascript:1) ![y](z) https://a.example",
    "' \" \\ ; -- %s %n $(id) ${x}",
]


def squeezed(text: str) -> str:
    """Text without white space and without the marks that break lines."""
    return re.sub(r"[\s\u200b\u00ad]", "", text)


def wanted(text: str) -> str:
    return squeezed(plain(text))


@pytest.mark.parametrize("text", HOSTILE)
def test_it_is_text_in_markdown(tmp_path: Path, text: str) -> None:
    page = markdown_html(markdown(hostile(tmp_path, text)))
    assert squeezed(html_words(page)).count(wanted(text)) >= 2
    assert not {"script", "img", "a", "b"} & set(html_tags(page))


@pytest.mark.parametrize("text", HOSTILE)
def test_it_is_text_in_html(tmp_path: Path, text: str) -> None:
    page = html(hostile(tmp_path, text))
    assert squeezed(html_words(page)).count(wanted(text)) >= 2
    assert not {"script", "img", "a", "b"} & set(html_tags(page))
    assert page.count("</style>") == 1


@pytest.mark.parametrize("text", HOSTILE)
def test_it_is_text_in_word(tmp_path: Path, text: str) -> None:
    assert squeezed(docx_words(docx(hostile(tmp_path, text)))).count(wanted(text)) >= 2


@needs("poppler")
@pytest.mark.parametrize("text", HOSTILE)
def test_it_is_text_in_pdf(tmp_path: Path, text: str) -> None:
    words = pdf_words(pdf(hostile(tmp_path, text)))
    assert wanted(text).replace("-", "") in squeezed(words).replace("-", "")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_duty_of_ten_thousand_characters_is_whole_everywhere(tmp_path: Path, lang: str) -> None:
    text = "".join(chr(0x4E00 + n % 3000) for n in range(10_000))
    document = hostile(tmp_path, text, "zh" if lang == "zh" else "en")
    assert text in squeezed(html_words(html(document)))
    assert text in squeezed(markdown(document))
    assert text in squeezed(docx_words(docx(document)))


@needs("poppler")
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("length", [150, 450, 1_200, 3_000, 10_000])
def test_a_duty_of_many_characters_is_whole_in_pdf(tmp_path: Path, lang: str, length: int) -> None:
    """What may not break and fits on no page would run out of it."""
    text = "".join(chr(0x4E00 + n % 3000) for n in range(length))
    words = pdf_words(pdf(hostile(tmp_path, text, "zh" if lang == "zh" else "en")))
    assert sum(c in text for c in words) >= length


def test_an_emoji_is_shown_or_its_missing_font_is_named(tmp_path: Path) -> None:
    document = hostile(tmp_path, "done \U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f979")
    for words in (html(document), markdown(document), docx_words(docx(document))):
        assert "\U0001f979" in words
    error = failure(document)
    assert error is None or "fonts-noto-color-emoji" in str(error)
    assert error is None or "\U0001f979" in error.characters


def failure(document: Document) -> MissingFont | None:
    """The error of setting a document as PDF, on a computer that lacks a font."""
    try:
        pdf(document)
    except MissingFont as error:
        return error
    return None
