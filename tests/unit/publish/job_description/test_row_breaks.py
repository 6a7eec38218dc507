"""Where the tables of papers break: no row alone on a page, no page without anything."""

from __future__ import annotations

import io
import re
import subprocess
from pathlib import Path

import pytest
from docx import Document as WordFile

from dealer_roles.facade import load
from dealer_roles.publish.document.blocks import Item, Paragraphs, Row
from dealer_roles.publish.document.document import Section
from dealer_roles.publish.job_description.columns import cells, table
from dealer_roles.publish.job_description.docx import docx
from dealer_roles.publish.job_description.layouts import LAYOUTS, Layout
from dealer_roles.publish.job_description.sections import job_description
from dealer_roles.publish.render.pdf import pdf
from dealer_roles.source.office_xml import W
from dealer_roles.values.text import LANGS, Lang
from tests.support.tools import needs
from tests.unit.publish.job_description.test_page_breaks import (
    LINES_OF_A_PAGE,
    held,
    pages,
    with_sections,
)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_last_table_of_a_word_file_stays_with_the_empty_line_that_ends_it(
    lang: Lang, layout: Layout
) -> None:
    content = docx(job_description(load("standard").on(), "finance-manager", lang, layout))
    *_, last, end = list(WordFile(io.BytesIO(content)).element.body)[:-1]
    if layout == "annex":
        assert (last.tag, "".join(end.itertext()).strip()) == (f"{W}tbl", "")
        assert held(last.findall(f"{W}tr"))[-1]
    else:
        assert end.tag == f"{W}tbl"


BANDS = [(), (0,), (0, 8), (0, 1, 8), (5,)]
"""Before which rows of a table a band stands."""


def long_table(bands: tuple[int, ...], lines: int) -> Section:
    """Return a section with a table of nine rows that is too long to be kept whole."""
    rows = []
    for n in range(9):
        rows += [Row(cells(f"组{n}"), band=True)] if n in bands else []
        rows.append(Row(cells(f"事{n}", f"第{n}条成果", "同上" * 20 * lines, "即时")))
    return Section("relations", "关系", (table("given", "zh", rows),))


def assert_no_row_alone(made: list[list[str]]) -> bool:
    """Refuse pages with one row of the table alone; return whether it was torn."""
    shares = [n for page in made if (n := sum("条成果" in line for line in page))]
    assert sum(shares) == 9
    assert 1 not in (shares[0], shares[-1]), shares
    assert not [page for page in made if page[-3:] and re.search("组[0-9]", "".join(page[-3:]))]
    return len(shares) > 1


@needs("poppler")
@pytest.mark.parametrize("bands", BANDS)
def test_no_page_of_a_pdf_begins_or_ends_with_one_row_of_a_table(bands: tuple[int, ...]) -> None:
    torn = 0
    for above in range(20, LINES_OF_A_PAGE + 3):
        filler = Section("purpose", "目的", (Paragraphs((Item("上"),) * above),))
        torn += assert_no_row_alone(pages(pdf(with_sections(filler, long_table(bands, 1)))))
    assert torn > 10


@needs("poppler")
@needs("libreoffice")
@needs("chinese-font")
@pytest.mark.slow
@pytest.mark.parametrize("lines", [1, 6])
def test_no_page_of_a_word_file_begins_or_ends_with_one_row_of_a_table(
    tmp_path: Path, lines: int
) -> None:
    for bands in BANDS:
        for above in range(18, LINES_OF_A_PAGE - 2, 4):
            filler = Section("purpose", "目的", (Paragraphs((Item("上"),) * above),))
            name = "-".join(map(str, (above, *bands)))
            content = docx(with_sections(filler, long_table(bands, lines)))
            (tmp_path / f"{name}.docx").write_bytes(content)
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(tmp_path)]
    files = sorted(map(str, tmp_path.glob("*.docx")))
    subprocess.run([*command, *files], check=True, capture_output=True)
    made = [assert_no_row_alone(pages(file.read_bytes())) for file in tmp_path.glob("*.pdf")]
    assert len(made) == len(files)
    assert sum(made) > len(files) // 3
