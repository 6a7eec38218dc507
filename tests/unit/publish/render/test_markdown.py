from __future__ import annotations

import re

import pytest

from dealer_roles.publish.render.markdown import MOST_KEPT_WIDE, inline, markdown
from tests.support.sample import described
from tests.unit.publish.readers import html_tags, html_words, markdown_html


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("a|b", r"a\|b"),
        ("# x", r"\# x"),
        ("- x", r"\- x"),
        ("1. x", r"1\. x"),
        ("2.1.0", "2.1.0"),
        ("a\nb", "a<br>b"),
        ("<b>&", "&lt;b&gt;&amp;"),
    ],
)
def test_marks_are_escaped_only_where_they_mean_something(text: str, safe: str) -> None:
    assert inline(text) == safe


def test_every_table_renders_as_a_table() -> None:
    page = markdown_html(markdown(described()))
    assert html_tags(page).count("table") == 9
    assert "|" not in html_words(page)


RUN = re.compile("[\u2e80-\u9fff\uf900-\uffef]+")


def unbroken(text: str) -> float:
    """Return how wide the longest part is in which no line breaks, in characters of Chinese."""
    parts = re.split("[ \\-/]|(?<=[\u2e80-\u9fff])(?=[\u2e80-\u9fff])", text)
    ems = {"\u2060": 0.0, "\u00a0": 0.25}
    return max(sum(ems.get(c, 1 if RUN.match(c) else 0.5) for c in part) for part in parts)


def test_a_column_of_chinese_words_keeps_them_on_one_line() -> None:
    seen = 0
    for table in markdown(described()).split("\n\n"):
        lines = [line[2:-2].split(" | ") for line in table.splitlines()]
        if len(lines) < 3 or set(lines[1]) - {"---", ":---:"} or len(lines[0]) < 3:
            continue
        for column, head in enumerate(lines[0]):
            cells = [line[column].split("<br><sub>")[0] for line in lines[2:]]
            longest = max((len(run) for cell in cells for run in RUN.findall(cell)), default=0)
            assert unbroken(head) >= min(longest, MOST_KEPT_WIDE), head
            seen += longest > len(head.strip("\u2060\u00a0"))
    assert seen > 3


def test_there_is_one_top_heading_and_one_for_each_section() -> None:
    document = described()
    tags = html_tags(markdown_html(markdown(document)))
    assert tags.count("h1") == 1
    assert tags.count("h2") == len(document.sections)
