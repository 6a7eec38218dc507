"""No text of a definition holds what nobody sees: neither validator takes it, nor the reader."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealer_roles.model.refusals import misfits
from dealer_roles.source.yaml_nodes import read_yaml
from tests.laws.test_changed_bundled_documents import ELSEWHERE, KINDS, shapes
from tests.laws.test_shapes import Path_, accepted_by_shape, changed
from tests.support.examples import examples

UNSEEN = (
    *map(chr, (*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0))),
    *map(chr, (0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A))),
    *"\ufeff\ufffe\uffff\ud800\udbff\udc00\udfff",
)
"""C0 but for tab and line feed, DEL, C1, separators, what turns text around, and no characters."""

SEEN = "\t\n aZ~\xa0é\u200d\u200f\u3000店\ufffd😀"


@cache
def texts(kind: str) -> tuple[tuple[Any, Path_], ...]:
    """Return a document and a place for each shape of place where a text stands."""
    return tuple(
        (data, place)
        for data, place in shapes(kind)
        if isinstance(_at(data, place), str) and "examples" not in place
    )


def _at(data: Any, place: Path_) -> Any:
    for step in place:
        data = data[step]
    return data


@pytest.mark.parametrize("kind", [*KINDS, *ELSEWHERE])
def test_neither_validator_takes_one_wherever_it_stands(kind: str) -> None:
    assert texts(kind)
    for number, (document, place) in enumerate(texts(kind)):
        for char in UNSEEN[number % 41 :: 41]:
            made = changed(document, place, "retype", f"{_at(document, place)}{char}x")
            assert not accepted_by_shape(kind, made), (place, ascii(char))
            assert misfits(kind, made), (place, ascii(char))


@pytest.mark.parametrize(
    "text",
    ['name: "店%s店"\n', 'k: 1\n"%sx": 1\n', '- {"a": "b", c: ["😀%s"]}\n', '"a\n  b%s"\n'],
)
def test_the_reader_refuses_one_that_is_escaped_at_its_place(text: str) -> None:
    for escape in (escape for char in UNSEEN for escape in escapes(char)):
        _, problems = read_yaml(text % escape, 20)
        assert [(p.line, p.column) for p in problems] == [place_in(text)], escape
        assert problems[0].zh != problems[0].en
        assert "delete it" in problems[0].en or "write the character itself" in problems[0].en


def place_in(text: str) -> tuple[int, int]:
    """Return line and column of what is put into a text."""
    before = text.split("%s", maxsplit=1)[0].split("\n")
    return len(before), len(before[-1]) + 1


def escapes(char: str) -> list[str]:
    r"""Return the ways in which YAML escapes a character: ``\e``, ``\x1b``, ``\u001b`` …"""
    code = ord(char)
    short = {0: "0", 7: "a", 8: "b", 11: "v", 12: "f", 13: "r", 27: "e", 0x85: "N", 0x2028: "L"}
    ways = [f"\\u{code:04x}", f"\\U{code:08X}"]
    ways += [f"\\x{code:02x}"] if code < 0x100 else []
    return ways + ([f"\\{short[code]}"] if code in short else [])


@pytest.mark.parametrize(
    "text", ["a: 店\nb: 店%sx\n", "%s", "a: 1 # %s\n", "k%s: 1\n", "b: |\n  a%s\n", "a: &x%s 1\n"]
)
def test_the_reader_refuses_one_that_stands_in_the_file_at_its_place(text: str) -> None:
    for char in UNSEEN:
        if char == "\r" or "\ud800" <= char <= "\udfff":
            continue  # a line end; and no file holds half a character
        _, problems = read_yaml(text % char, 20)
        assert [(p.line, p.column) for p in problems] == [place_in(text)], ascii(char)
        assert f"U+{ord(char):04X}" in problems[0].zh
        assert f"U+{ord(char):04X}" in problems[0].en


@examples(200)
@given(st.text(st.sampled_from(SEEN), min_size=1, max_size=12).filter(str.strip))
def test_everything_else_is_taken_by_all_three(text: str) -> None:
    quoted = "".join(f"\\U{ord(char):08x}" for char in text)
    assert read_yaml(f'"{quoted}"', 20) == ([(text, 1)], [])
    position = {"kind": "position", "id": "a", "name": text}
    assert accepted_by_shape("position", position) is (not misfits("position", position)) is True
