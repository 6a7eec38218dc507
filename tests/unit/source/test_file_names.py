"""Names of files are shown on one line, and command nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealer_roles.source.file_names import is_plain, shown


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("出纳 (新).yaml", "出纳 (新).yaml"),
        ("a\n::error::b", "a\\x0a::error::b"),
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("a\udcff.yaml", "a\\xff.yaml"),
        ("a\u202eb", "a\\u202eb"),
        ("a\u2028b", "a\\u2028b"),
    ],
)
def test_what_commands_or_hides_is_escaped(name: str, line: str) -> None:
    assert shown(name) == line
    assert is_plain(name) == (name == line)


@given(st.text(st.characters()))
def test_a_name_is_one_line_of_characters_that_can_be_written(name: str) -> None:
    line = shown(name)
    assert is_plain(line)
    assert len(line.splitlines()) <= 1
    line.encode("utf-8")
    assert shown(line) == line
