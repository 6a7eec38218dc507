from __future__ import annotations

import re
from itertools import pairwise

import pytest

from dealer_roles.publish.render.html import css_page, css_string, html
from dealer_roles.values.text import Lang
from tests.support.sample import described
from tests.unit.publish.readers import html_tags


@pytest.mark.parametrize(("lang", "tag"), [("zh", "zh-CN"), ("en", "en")])
def test_the_page_names_its_language(lang: Lang, tag: str) -> None:
    assert f'<html lang="{tag}">' in html(described(lang=lang))


def test_the_page_needs_nothing_from_outside_and_runs_nothing() -> None:
    page = html(described())
    assert "default-src 'none'" in page
    assert not re.search(r"(?:src|href)=|url\(|@import", page)
    assert "script" not in html_tags(page)


def test_landmarks_headings_and_table_heads_are_marked_up() -> None:
    page = html(described())
    tags = html_tags(page)
    assert tags.count("main") == tags.count("h1") == tags.count("header") == 1
    levels = [int(tag[1]) for tag in tags if re.fullmatch(r"h\d", tag)]
    assert all(b - a <= 1 for a, b in pairwise(levels))
    assert page.count("<th>") == 0
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert all(target in ids for target in re.findall(r'aria-labelledby="([^"]+)"', page))


def test_the_page_has_a_dark_side_and_a_printed_one() -> None:
    page = html(described())
    assert "prefers-color-scheme: dark" in page
    assert "@media print" in page
    assert "counter(pages)" in page


def test_css_strings_cannot_be_left() -> None:
    assert css_string('"}</style>') == '"\\000022\\00007d\\00003c\\00002fstyle\\00003e"'
    assert css_page("{page}/{pages}") == '"" counter(page) "\\00002f" counter(pages) ""'


def test_the_page_is_the_same_every_time() -> None:
    assert html(described()) == html(described())
