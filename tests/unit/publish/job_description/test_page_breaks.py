"""Where pages break: no line of a list or table alone, no word wider than its column."""

from __future__ import annotations

import io
import re
import subprocess
from dataclasses import replace
from itertools import groupby
from typing import Any

import pytest
from docx import Document as WordFile

from dealer_roles.facade import load
from dealer_roles.publish.document.blocks import Bullets, Fact, Facts, Item, Paragraphs, Row, Table
from dealer_roles.publish.document.cells_shown import begun, fitting
from dealer_roles.publish.document.document import Document, Section
from dealer_roles.publish.job_description.columns import PLANS, cells, columns_of, table
from dealer_roles.publish.job_description.docx import docx
from dealer_roles.publish.job_description.docx_breaks import SMALL_ROWS
from dealer_roles.publish.job_description.layouts import LAYOUTS
from dealer_roles.publish.job_description.sections import job_description
from dealer_roles.publish.render.markdown import markdown
from dealer_roles.publish.render.pdf import pdf
from dealer_roles.source.office_xml import W
from dealer_roles.values.text import LANGS, Lang
from tests.support.sample import described
from tests.support.tools import needs

LINES_OF_A_PAGE = 45
PAGE_WIDTH = 596


def with_sections(*sections: Section) -> Document:
    full = described()
    return Document(
        kind=full.kind, lang=full.lang, title=full.title, name=full.name, meta=full.meta,
        facts=full.facts, sections=sections,
    )  # fmt: skip


def pages(content: bytes) -> list[list[str]]:
    """Return the lines of each page of a PDF."""
    command = ["pdftotext", "-layout", "-", "-"]
    made = subprocess.run(command, input=content, capture_output=True, check=True)
    return [text.splitlines() for text in made.stdout.decode().split("\f")[:-1]]


@needs("poppler")
@pytest.mark.parametrize("count", [2, 3, 4, 9])
def test_no_page_of_a_pdf_begins_or_ends_with_one_line_of_a_list(count: int) -> None:
    items = tuple(Item(f"第{n}条成果") for n in range(count))
    below = Section("outcomes", "成果", (Bullets(items),))
    torn = 0
    for above in range(LINES_OF_A_PAGE - 14, LINES_OF_A_PAGE + 3):
        filler = Section("purpose", "目的", (Paragraphs((Item("上"),) * above),))
        made = pages(pdf(with_sections(filler, below)))
        shares = [n for page in made if (n := sum("条成果" in line for line in page))]
        assert sum(shares) == count
        assert 1 not in shares, (above, shares)
        torn += len(shares) > 1
    assert bool(torn) == (count > 3)


def held(nodes: list[Any]) -> list[bool]:
    """Whether each line stays with the next one."""
    return [all(p.find(f"{W}pPr/{W}keepNext") is not None for p in n.iter(f"{W}p")) for n in nodes]


def lists(body: Any) -> list[list[Any]]:
    """Return the lines of every list."""

    def number(node: Any) -> str:
        found = node.find(f"{W}pPr/{W}numPr/{W}numId")
        return "" if found is None else str(found.get(f"{W}val"))

    return [list(lines) for key, lines in groupby(body.iterchildren(), number) if key]


@pytest.mark.parametrize("lang", LANGS)
def test_no_page_of_a_word_file_begins_with_the_last_line_of_a_list_or_table(lang: Lang) -> None:
    org = load("standard").on()
    found = 0
    for layout in LAYOUTS:
        content = docx(job_description(org, "accountant", lang, layout))
        body = WordFile(io.BytesIO(content)).element.body
        tables = [made.findall(f"{W}tr") for made in body.findall(f"{W}tbl")]
        for lines in lists(body):
            assert held(lines)[0] or len(lines) == 1, layout
            assert len(lines) < 3 or held(lines)[-2], layout
        for rows in tables:
            said = [n for n, row in enumerate(rows) if n and len(row.findall(f"{W}tc")) > 1]
            if len(said) > 3:
                kept = held(rows)
                assert all(kept[said[0] : said[1]] + kept[said[-2] : said[-1]]), layout
                found += 1
    assert found > 15


def table_of(*texts: str) -> Table:
    return table("authority", "en", [Row(cells("Payment", "Veto", "", text)) for text in texts])


def test_a_column_is_as_wide_as_its_longest_word_and_the_others_give_it() -> None:
    shares = fitting([50, 10, 40], [["A", "b c"], ["B", "Administration"], ["C", "d"]], 9)
    assert sum(shares) == 100
    assert shares[1] / 100 * 510 > 14 * 9 * 0.5
    assert fitting([50, 50], [["A", "short"], ["B", "words"]], 9) == [50, 50]


def test_where_there_is_no_room_nothing_is_taken_from_others() -> None:
    assert fitting([1, 99], [["A", "x" * 80], ["B", "y" * 80]], 9) == [1, 99]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("plan", [plan for plan in PLANS if plan != "changes"])
def test_no_heading_of_ours_is_torn(plan: str, lang: str) -> None:
    columns = columns_of(plan, lang)
    shares = fitting([c.share for c in columns], [[c.title] for c in columns], 10.5)
    for column, share in zip(columns, shares, strict=True):
        longest = max(map(len, column.title.split()))
        assert lang == "zh" or share * 5.1 - 8 > longest * 10.5 * 0.5, column


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("within 2 days", "Within 2 days"),
        ("manufacturer's receipts", "Manufacturer's receipts"),
        ("e-mail to the customer", "E-mail to the customer"),
        ("iPad handed over", "iPad handed over"),
        ("PDI sheet", "PDI sheet"),
        ("店长", "店长"),
        ("3 days", "3 days"),
        ("", ""),
    ],
)
def test_cells_begin_with_a_capital(text: str, shown: str) -> None:
    assert begun(text) == shown


def test_every_format_shows_cells_alike_and_says_the_same() -> None:
    made = table_of("returns it", "submits none")
    assert [row.cells[-1].text for row in made.used().rows] == ["Returns it", "Submits none"]
    assert [row.cells[-1].text for row in made.rows] == ["returns it", "submits none"]
    document = with_sections(Section("authority", "Authority", (made,)))
    assert "Returns it" in markdown(document)
    body = WordFile(io.BytesIO(docx(document))).element.body
    assert "Returns it" in {node.text for node in body.iter(f"{W}t")}


@needs("poppler")
def test_apostrophes_of_a_pdf_are_printed_as_such_and_other_strokes_as_they_stand() -> None:
    lines = tuple(map(Item, ("the manager's and customers' wish", "'quoted' 5' 6\"")))
    text = "\n".join(pages(pdf(with_sections(Section("purpose", "P", (Paragraphs(lines),)))))[0])
    assert "the manager’s and customers’ wish" in text
    assert "'quoted' 5' 6\"" in text


@needs("poppler")
@pytest.mark.parametrize("apostrophe", ["'", "’"])
def test_an_apostrophe_is_not_as_wide_as_a_chinese_character(apostrophe: str) -> None:
    words = (f"customer{apostrophe}s", "customerMs", f"customers{apostrophe} wish")
    content = pdf(with_sections(Section("purpose", "P", (Paragraphs(tuple(map(Item, words))),))))
    command = ["pdftotext", "-bbox", "-", "-"]
    made = subprocess.run(command, input=content, capture_output=True, check=True).stdout.decode()
    found = re.findall(r'xMin="([\d.]+)" .*?xMax="([\d.]+)" .*?>(customer\S*)</word>', made)
    wide = {word: float(right) - float(left) for left, right, word in found}
    assert set(wide) == {"customer’s", "customerMs", "customers’"}
    assert max(wide["customer’s"], wide["customers’"]) < wide["customerMs"]


@pytest.mark.parametrize("lang", LANGS)
def test_a_small_table_of_a_word_file_is_never_torn(lang: Lang) -> None:
    org = load("standard").on()
    small = long = 0
    for position in ("accountant", "general-manager"):
        body = WordFile(io.BytesIO(docx(job_description(org, position, lang)))).element.body
        for made in body.findall(f"{W}tbl"):
            rows = made.findall(f"{W}tr")
            if len(rows) <= SMALL_ROWS + 1:
                assert all(held(rows)[:-1])
                small += 1
            else:
                assert not held(rows)[0]
                long += 1
    assert small > 5
    assert long > 3


def test_a_table_of_few_rows_that_fill_pages_may_be_torn() -> None:
    rows = [Row(cells("Payment", "Veto", "", "word " * 900)) for _ in range(3)]
    section = Section("authority", "Authority", (table("authority", "en", rows),))
    body = WordFile(io.BytesIO(docx(with_sections(section)))).element.body
    last = body.findall(f"{W}tbl")[-1].findall(f"{W}tr")
    assert not held(last)[0]


@pytest.mark.parametrize("count", [9, 10])
def test_the_last_of_an_odd_number_of_facts_has_the_whole_line(count: int) -> None:
    full = described()
    facts = Facts(full.facts.items[:1] * count)
    document = replace(full, facts=facts)
    first = WordFile(io.BytesIO(docx(document))).element.body.find(f"{W}tbl")
    cells_of = [len(row.findall(f"{W}tc")) for row in first.findall(f"{W}tr")]
    assert cells_of == [4] * (count // 2) + [2] * (count % 2)


@needs("poppler")
@pytest.mark.parametrize("letter", ["x", "1", "é"])
def test_a_word_without_end_stays_on_the_page(letter: str) -> None:
    endless = letter * 400
    rows = [Row(cells("Payment", "Veto", "", endless))]
    facts = Facts((Fact("inside", "Internal", endless),), wide=True)
    blocks = (Paragraphs((Item(endless),)), Bullets((Item(endless),)), facts)
    section = Section("authority", "Authority", (*blocks, table("authority", "en", rows)))
    made = pdf(with_sections(section))
    command = ["pdftotext", "-bbox", "-", "-"]
    found = subprocess.run(command, input=made, capture_output=True, check=True).stdout.decode()
    edges = [float(x) for x in re.findall(r'xMax="([0-9.]+)"', found)]
    assert len(edges) > 20
    assert max(edges) < PAGE_WIDTH
    assert found.count(letter) >= 4 * (400 - 1)


@needs("poppler")
def test_contacts_of_a_pdf_stand_on_one_page() -> None:
    contacts = Facts(
        (Fact("inside", "内部协作", "甲" * 60), Fact("outside", "外部联系", "乙")), wide=True
    )
    below = Section("relations", "工作关系", (contacts,))
    for above in range(LINES_OF_A_PAGE - 12, LINES_OF_A_PAGE + 3):
        filler = Section("purpose", "目的", (Paragraphs((Item("上"),) * above),))
        made = pages(pdf(with_sections(filler, below)))
        holding = [
            n for n, page in enumerate(made) for line in page if "甲" in line or "乙" in line
        ]
        assert len(set(holding)) == 1, above
