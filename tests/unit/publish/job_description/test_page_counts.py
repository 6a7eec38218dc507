"""What is signed has few pages: two, for whoever has reports three, in each language."""

from __future__ import annotations

from pathlib import Path

import pytest
from scripts.page_counts import counted, read_column, written

from dealer_roles.facade import load
from dealer_roles.publish.job_description.publish import Format
from dealer_roles.values.text import LANGS, Lang
from tests.support.tools import needs

STAFF, LEADERS = 2, 3


def looked_at(folder: Path, lang: Lang, format_: Format) -> None:
    leaders = load("standard").on().lines.below
    counts = counted(written(folder, "summary", lang, format_))
    assert {i: n for i, n in counts.items() if n > (LEADERS if i in leaders else STAFF)} == {}
    assert counts == read_column("summary", lang, format_), "make page-counts"


@needs("poppler")
@needs("chinese-font")
@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGS)
def test_a_pdf_to_sign_has_few_pages_as_many_as_the_table_says(tmp_path: Path, lang: Lang) -> None:
    looked_at(tmp_path, lang, "pdf")


@needs("poppler")
@needs("libreoffice")
@needs("chinese-font")
@needs("word-font")
@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGS)
def test_a_word_file_to_sign_has_few_pages_as_many_as_the_table_says(
    tmp_path: Path, lang: Lang
) -> None:
    looked_at(tmp_path, lang, "docx")
