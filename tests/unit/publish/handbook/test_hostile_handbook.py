"""Hostile names come out as text in the handbook."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dealer_roles.publish.handbook.handbook import Handbook
from dealer_roles.publish.handbook.publish import handbook_of, render_handbook
from dealer_roles.publish.render.errors import MissingFont
from dealer_roles.words.plain_text import one_line
from tests.support.sample import DAY
from tests.support.tools import needs
from tests.unit.publish.pictures.samples import HOSTILE, hostile_store
from tests.unit.publish.readers import html_tags, html_words, pdf_words

IDS = [repr(text[:12]) for text in HOSTILE]


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u200b\u00ad\-]", "", text)


def pdf_or_missing(book: Handbook) -> bytes | str:
    """The handbook as PDF, or the characters that no font of this computer has."""
    try:
        return render_handbook(book, "pdf")
    except MissingFont as error:
        return error.characters


@pytest.mark.parametrize("text", HOSTILE, ids=IDS)
def test_they_are_text_in_html(tmp_path: Path, text: str) -> None:
    book = handbook_of(hostile_store(tmp_path, text).on(DAY), "zh")
    page = render_handbook(book, "html").decode()
    assert squeezed(html_words(page)).count(squeezed(one_line(text))) >= 3
    assert not {"script", "img", "iframe"} & set(html_tags(page))
    assert page.count("</style>") == 1


@needs("poppler")
@pytest.mark.parametrize("text", HOSTILE[:-1], ids=IDS[:-1])
def test_they_are_text_in_pdf(tmp_path: Path, text: str) -> None:
    book = handbook_of(hostile_store(tmp_path, text).on(DAY), "zh")
    made = pdf_or_missing(book)
    if isinstance(made, str):
        assert set(made) <= set(text)
        return
    words = pdf_words(made)
    assert squeezed(one_line(text)) in squeezed(words)
