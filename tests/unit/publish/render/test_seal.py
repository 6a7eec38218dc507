from __future__ import annotations

import pytest

from dealer_roles.publish.render.seal import is_ours, sealed, unsealed

TEXT = b"# A\n\n<!-- keep duties -->\n<!-- /keep -->\n"


@pytest.mark.parametrize("suffix", [".md", ".html", ".svg", ".mmd", ".dot", ".pdf"])
def test_a_sealed_file_is_ours_until_a_character_changes(suffix: str) -> None:
    made = sealed(TEXT, suffix)
    assert is_ours(made, suffix)
    assert not is_ours(made.replace(b"# A", b"# B"), suffix)
    assert not is_ours(TEXT, suffix)
    assert sealed(made, suffix) == made
    assert unsealed(made, suffix) == TEXT


def test_hand_written_blocks_and_line_ends_do_not_break_it() -> None:
    made = sealed(TEXT, ".md")
    assert is_ours(made.replace(b"duties -->\n", b"duties -->\nby hand\n"), ".md")
    assert is_ours(made.replace(b"\n", b"\r\n"), ".md")


def test_what_cannot_hold_a_remark_has_none() -> None:
    assert sealed(b"a,b\n", ".csv") == b"a,b\n"
    assert is_ours(b"a,c\n", ".csv")
