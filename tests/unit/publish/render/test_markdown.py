from __future__ import annotations

import pytest

from dealer_roles.publish.render.markdown import inline, markdown
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


def test_there_is_one_top_heading_and_one_for_each_section() -> None:
    document = described()
    tags = html_tags(markdown_html(markdown(document)))
    assert tags.count("h1") == 1
    assert tags.count("h2") == len(document.sections)
