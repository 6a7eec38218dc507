"""Job descriptions printed from a browser: what is signed stands below what it is about."""

from __future__ import annotations

from pathlib import Path

import pytest

from dealer_roles.facade import load
from dealer_roles.publish.job_description.publish import describe
from dealer_roles.publish.matrix.publish import matrix_of, render_matrix
from dealer_roles.values.text import LANGS
from dealer_roles.words.document_words import word
from tests.support.chromium import Page
from tests.support.sample import DAY
from tests.support.tools import needs
from tests.unit.publish.readers import pdf_places, pdf_words

pytestmark = [needs("chromium"), needs("poppler")]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    "position", ["accountant", "customer-care-specialist", "gate-guard", "delivery-specialist"]
)
def test_signatures_are_never_alone_on_a_page(
    page: Page, tmp_path: Path, position: str, lang: str
) -> None:
    made = describe(load("standard").on(DAY), position, lang, "html", layout="summary")
    paper = tmp_path / "paper.html"
    paper.write_bytes(made if isinstance(made, bytes) else made.encode())
    page.open(paper.as_uri(), "!!document.querySelector('#signatures')")
    pages = pdf_words(page.pdf()).split("\f")[:-1]
    (signed,) = (text for text in pages if word("signatures", lang) in text)
    assert word("other", lang) in signed


def test_a_printed_matrix_has_letters_of_one_size_in_all_its_columns(
    page: Page, tmp_path: Path
) -> None:
    paper = tmp_path / "matrix.html"
    paper.write_bytes(render_matrix(matrix_of(load("standard").on(DAY), "en"), "html"))
    page.open(paper.as_uri(), "document.readyState === 'complete'")
    words = [one for one in pdf_places(page.pdf()) if one.page == 2 and len(one.text) > 2]
    upright = [one for one in words if one.right - one.left > one.bottom - one.top]
    assert len(upright) > 100
    assert {round(one.bottom - one.top) for one in upright} == {
        round(upright[0].bottom - upright[0].top)
    }
