from __future__ import annotations

import pytest

from dealer_roles.words.plain_text import one_line, plain


@pytest.mark.parametrize("text", ["汉字𠮷", "a & <b> {{c}}", "=cmd|' /C calc'!A0", "👨‍👩‍👧"])
def test_ordinary_and_odd_text_stays_as_it_is(text: str) -> None:
    assert plain(text) == text


@pytest.mark.parametrize("bad", ["\x00", "\x07", "\x1b", "\x9f", "\u202e", "\u200f", "\ud800"])
def test_what_no_page_can_show_becomes_a_visible_mark(bad: str) -> None:
    assert plain(f"a{bad}b") == "a\ufffdb"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\x0b", "\x0c", "\u2028", "\x85"])
def test_every_line_end_becomes_a_newline(end: str) -> None:
    assert plain(f"a{end}b") == "a\nb"
    assert one_line(f"a{end}b") == "a b"


def test_a_tab_becomes_a_space_and_edges_are_trimmed() -> None:
    assert plain(" a\tb \n") == "a b"
