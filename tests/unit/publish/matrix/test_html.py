"""The responsibility matrix as a page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dealer_roles.publish.matrix.matrix import LEGEND
from dealer_roles.publish.matrix.publish import matrix_of, render_matrix
from dealer_roles.values.text import Lang
from dealer_roles.words.plain_text import one_line
from tests.support.sample import DAY, sample
from tests.unit.publish.pictures.samples import HOSTILE, hostile_store
from tests.unit.publish.readers import html_tags, html_words


def page(lang: Lang = "zh") -> str:
    return render_matrix(matrix_of(sample().on(DAY), lang), "html").decode()


@pytest.mark.parametrize(("lang", "tag"), [("zh", "zh-CN"), ("en", "en")])
def test_the_page_says_its_language(lang: Lang, tag: str) -> None:
    assert f'<html lang="{tag}">' in page(lang)


def test_every_position_and_task_is_a_heading_of_its_column_or_row() -> None:
    matrix, shown = matrix_of(sample().on(DAY), "zh"), page()
    columns, heads = (
        list(re.findall(rf'<th[^>]*scope="{kind}"[^>]*>(.*?)</th>', shown, re.DOTALL))
        for kind in ("col", "row")
    )
    for column in matrix.columns:
        assert any(column.name in words for words in columns), column.name
    for area in matrix.areas:
        for row in area.rows:
            assert any(row.name in words for words in heads), row.name


def test_the_legend_is_on_the_page() -> None:
    assert all(text.zh in html_words(page()) for text in LEGEND.values())


def test_nothing_is_loaded_and_nothing_runs() -> None:
    assert not {"script", "img", "link", "iframe"} & set(html_tags(page()))
    assert "default-src 'none'" in page()


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:12]))
def test_hostile_names_are_text(tmp_path: Path, text: str) -> None:
    matrix = matrix_of(hostile_store(tmp_path, text).on(DAY), "zh")
    shown = render_matrix(matrix, "html").decode()
    assert html_words(shown).count(one_line(text)) >= 2
    assert not {"script", "img", "svg", "b"} & set(html_tags(shown))
    assert shown.count("</style>") == 1
