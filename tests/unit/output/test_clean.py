"""No text drives a terminal, a build server's log, or the direction of reading."""

from __future__ import annotations

import json
import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealer_roles.output.clean import UNSHOWN, all_shown, clean, for_people, one_line
from dealer_roles.output.degrade import encoded
from dealer_roles.output.json_text import json_pieces, json_text

ENCODINGS = ["utf-8", "gbk", "cp936", "gb18030", "cp1252", "cp437", "ascii", "latin-1", "utf-16"]
ANY_TEXT = st.text(st.characters(codec=None))
DRIVES = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
COMMANDS = re.compile(r"(?m)^\s*::|##\w*\[")


@given(ANY_TEXT)
def test_nothing_that_drives_is_left(text: str) -> None:
    for made in (clean(text), for_people(text), one_line(text), json_text(text)):
        assert not DRIVES.search(made)
    assert not re.search("[\r\n\u2028]", one_line(text))


def test_what_is_all_shown_holds_no_character_that_is_not() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    unshown = re.findall(f"[{UNSHOWN}]", every)
    assert len(unshown) > 2000
    assert not any(map(all_shown, unshown))
    assert all_shown("岗位 desk\n")


@given(st.text(st.sampled_from(":# [a\n\tvso")))
def test_no_line_for_people_is_a_command(text: str) -> None:
    assert not COMMANDS.search(for_people(text))


@given(st.recursive(ANY_TEXT, lambda inner: st.dictionaries(ANY_TEXT, inner, max_size=3)))
def test_json_loses_nothing(data: object) -> None:
    text = json_text(data)
    assert json.loads(text.encode()) == data
    assert text.endswith("\n")


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(ANY_TEXT)
def test_every_text_can_be_written_in_every_encoding(encoding: str, text: str) -> None:
    encoded(text, encoding).decode(encoding)


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [
        ("gbk", "√ 店 → = —"),
        ("cp1252", "+ ? > = —"),
        ("ascii", "+ ? > = -"),
        ("utf-8", "✓ 店 → ⇄ —"),
    ],
)
def test_marks_stay_readable(encoding: str, shown: str) -> None:
    assert encoded("✓ 店 → ⇄ —", encoding).decode(encoding) == shown


def test_documents_keep_their_lines_and_tabs() -> None:
    assert clean("a\r\nb\tc\n") == "a\r\nb\tc\n"
    assert for_people("::error::x\n  ::warning x") == ": :error::x\n  : :warning x"


@pytest.mark.parametrize("text", ["##vso[task.setvariable variable=a]b", "a ##[group]b", "###x[y"])
def test_a_command_in_json_is_spelt_so_that_only_json_reads_it(text: str) -> None:
    written = json_text({text: [text]})
    assert "##vso[" not in written
    assert "##[" not in written
    assert "##x[" not in written
    assert json.loads(written) == {text: [text]}


def test_a_sign_that_begins_no_command_stays_in_json() -> None:
    assert "C# ## 1" in json_text(["C# ## 1"])


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | ANY_TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(ANY_TEXT, inner, max_size=3),
)


@given(PLAIN, st.lists(PLAIN, max_size=3))
def test_json_in_pieces_is_the_same_json(first: object, rest: list[object]) -> None:
    data = {"run": first, "deeper": [{"results": rest, "none": []}]}
    late = {"run": first, "deeper": [{"results": iter(rest), "none": iter(())}]}
    assert "".join(json_pieces(late)) == json_text(data)
    assert "".join(json_pieces(iter(rest))) == json_text(rest)
    assert json.loads(json_text(data)) == data
