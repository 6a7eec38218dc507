"""Law 2 in every format: what one format of a document says, the others say as well.

That a change of any key changes the Markdown and the table in text is tried key by key
elsewhere; here the formats that are costly to make are held to those.
"""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from dealer_roles.facade import Organization, load
from dealer_roles.publish.explorer.content import explorer_content
from dealer_roles.publish.explorer.page import explorer
from dealer_roles.publish.job_description.publish import render
from dealer_roles.publish.matrix.publish import matrix_of, render_matrix
from dealer_roles.values.text import LANGS, Lang
from tests.support.sample import DAY

STORE = Path(__file__).parents[1] / "data" / "complete-store"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@cache
def store() -> Organization:
    return load(STORE)


HOLDERS = (*store().positions, *store().posts)


def texts(value: Any) -> Iterator[str]:
    """Yield every text in plain data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for item in value.values() for text in texts(item))
    elif isinstance(value, list):
        yield from (text for item in value for text in texts(item))


def flat(text: str) -> str:
    """Return a text without what only lays it out."""
    plain = html.unescape(re.sub(r"<[^>]*>", "", text))
    return re.sub(r"[\s*\\\u2060]+", "", plain)


def of_word(content: bytes) -> str:
    """Return all text of a Word document, headers and footers included."""
    document = docx.Document(io.BytesIO(content))
    ends = [part._element for s in document.sections for part in (s.header, s.footer)]
    found = (
        node.text or "" for part in (document.element.body, *ends) for node in part.iter(f"{_W}t")
    )
    return "".join(found)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("holder", HOLDERS)
def test_a_job_description_says_in_word_and_html_what_it_says_in_markdown(
    holder: str, lang: Lang
) -> None:
    document = store().describe(holder, lang, DAY)
    markdown = flat(str(render(document, "md")))
    word, page = render(document, "docx"), render(document, "html")
    assert isinstance(word, bytes)
    stated = {flat(text) for text in texts(json.loads(str(render(document, "json"))))}
    said = {text for text in stated if text and text in markdown}
    assert len(said) > 30
    for format_, content in (("docx", flat(of_word(word))), ("html", flat(str(page)))):
        assert {text for text in said if text not in content} == set(), format_


@pytest.mark.parametrize("lang", LANGS)
def test_a_matrix_says_in_excel_what_it_says_as_text(lang: Lang) -> None:
    matrix = matrix_of(store().on(DAY), lang)
    written = render_matrix(matrix, "csv").decode("utf-8-sig")
    book = openpyxl.load_workbook(io.BytesIO(render_matrix(matrix, "xlsx")))
    cells = {
        flat(str(cell.value))
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }
    stated = {flat(cell) for row in csv.reader(io.StringIO(written)) for cell in row if cell}
    assert len(stated) > 30
    assert {text for text in stated if text not in cells} == set()


@pytest.mark.parametrize("lang", LANGS)
def test_the_explorer_holds_all_that_its_content_says(lang: Lang) -> None:
    content = explorer_content(store().on(DAY))
    page = re.sub(r"\\u00(26|3c|3e)", lambda m: chr(int(m[1], 16)), explorer(content, lang))
    stated = {text for text in texts(json.loads(json.dumps(content.data, default=str))) if text}
    escaped = {json.dumps(text, ensure_ascii=False)[1:-1] for text in stated}
    assert len(escaped) > 100
    assert {text for text in escaped if text not in page and flat(text) not in flat(page)} == set()
