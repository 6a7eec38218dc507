from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from dealer_roles.reports import summary
from dealer_roles.reports.formats import render_report
from dealer_roles.reports.report import Reported
from dealer_roles.reports.summary import escape
from tests.unit.publish.readers import html_tags, html_words, markdown_html
from tests.unit.reports.samples import HOSTILE, finding, mixed, report


def page(*items: Reported) -> str:
    return markdown_html(render_report(report(*items), "markdown", "en"))


def test_findings_are_a_table_with_a_row_each() -> None:
    made = markdown_html(render_report(mixed(), "markdown", "en"))
    assert html_tags(made).count("tr") == 1 + 3
    assert "store/positions/desk.yaml:7" in html_words(made)


def test_waived_ones_are_listed_with_reason_owner_and_end() -> None:
    words = html_words(markdown_html(render_report(mixed(), "markdown", "en")))
    assert "few | people accepted (boss, 2027-03-31)" in words


@pytest.mark.parametrize(("rows", "bytes_", "told"), [(2, 900_000, 2), (9, 170, 2), (9, 1, 0)])
def test_a_page_is_no_longer_than_github_takes_and_says_what_is_left_out(
    monkeypatch: pytest.MonkeyPatch, rows: int, bytes_: int, told: int
) -> None:
    monkeypatch.setattr(summary, "MOST_ROWS", rows)
    monkeypatch.setattr(summary, "MOST_BYTES", bytes_)
    items = [Reported(finding("wrong")) for _ in range(5)]
    words = render_report(report(*items), "markdown", "en")
    assert (words.count("| wrong"), f"{5 - told} more are not listed" in words) == (told, True)
    assert len(words.encode()) < bytes_ + 400


@pytest.mark.parametrize("message", HOSTILE)
def test_a_message_is_text_in_one_cell(message: str) -> None:
    made = page(Reported(finding(message)))
    assert html_tags(made).count("td") == 4
    assert not {"a", "img", "script", "code", "em", "h1"} & set(html_tags(made))
    assert "".join(message.split())[:4] in "".join(html_words(made).split())


def test_escaped_text_reads_as_it_was() -> None:
    text = r"a | b `c` *d* _e_ [f](g) ![h](i) <j> \k ~l~ # m & n {o}"
    made = MarkdownIt("gfm-like", {"linkify": False}).render(escape(text))
    assert html_words(made).strip() == text


def test_nothing_found_is_said() -> None:
    assert "Nothing found." in render_report(report(), "markdown", "en")
