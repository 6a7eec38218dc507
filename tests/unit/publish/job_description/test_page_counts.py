"""What is signed has few pages: two, for whoever has reports three, in each language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from scripts.page_counts import FORMATS, PAGE, counted, read_column, written

from dealer_roles.facade import load
from dealer_roles.publish.job_description.layouts import LAYOUTS, Layout
from dealer_roles.publish.job_description.publish import Format
from dealer_roles.values.text import LANGS, Lang
from tests.support.tools import needs

STAFF, LEADERS = 2, 3


GUIDE = PAGE.parent.parent / "how-to" / "job-descriptions.md"


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_guide_says_how_few_and_how_many_pages_the_table_has(layout: Layout) -> None:
    counts = [read_column(layout, lang, f).values() for lang in LANGS for f in FORMATS]
    rows = GUIDE.read_text("utf-8").splitlines()
    (row,) = [line for line in rows if line.startswith(f"| `{layout}` |")]
    numbers = [int(n) for n in re.findall(r"\d+", row.rpartition(" | ")[2])]
    assert (min(numbers), max(numbers)) == (min(map(min, counts)), max(map(max, counts)))


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
