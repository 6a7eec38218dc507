"""No text of a definition holds what nobody sees: neither validator takes it, nor the reader."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealer_roles.model.refusals import misfits
from dealer_roles.source.remarkable import may_want_remarks
from dealer_roles.source.yaml_nodes import read_yaml
from dealer_roles.source.yaml_remarks import remarks
from dealer_roles.values.name_likeness import same_key
from dealer_roles.values.unseen import BLANKS, REFUSED, ZERO_WIDTH
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


BASIC_PLANE = [chr(n) for n in range(0x10000) if not 0xD800 <= n <= 0xDFFF]
IGNORABLE = re.findall(f"[{ZERO_WIDTH}]", "".join(BASIC_PLANE))
BLANK = re.findall(f"[{BLANKS}]", "".join(BASIC_PLANE))


def test_what_nobody_sees_is_all_of_it() -> None:
    spaces = [char for char in BASIC_PLANE if unicodedata.category(char) == "Zs"]
    formats = [char for char in BASIC_PLANE if unicodedata.category(char) == "Cf"]
    numbers = re.compile(r"[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\ufff9-\ufffb]")  # are seen
    assert set(spaces) <= {*BLANK}
    unseen = re.compile(f"[{ZERO_WIDTH}{REFUSED}]")
    assert [c for c in formats if not numbers.match(c) and not unseen.match(c)] == []


@pytest.mark.parametrize("kind", [*KINDS, *ELSEWHERE])
def test_no_text_is_made_of_what_nobody_sees_alone(kind: str) -> None:
    alone = [*IGNORABLE, *BLANK]
    needed = [(d, p) for d, p in texts(kind) if misfits(kind, changed(d, p, "retype", " "))]
    assert needed
    step = max(7, len(needed) // 4)  # where there are many places, each sign is tried at four
    for number, (document, place) in enumerate(needed):
        for char in alone[number % step :: step]:
            made = changed(document, place, "retype", char)
            assert not accepted_by_shape(kind, made), (place, ascii(char))
            assert misfits(kind, made), (place, ascii(char))


@examples(200)
@given(st.text(st.sampled_from([*IGNORABLE, "店", "a"]), max_size=9))
def test_no_two_names_differ_by_what_nobody_sees(name: str) -> None:
    assert same_key(name) == "".join(char for char in name if char in "店a")


EDGES = {
    **{f"{char}店长": char for char in "\u200b\u200c\u200d\u2060\u00ad\u3164\u200e\u200f\ufe0f"},
    **{f"店长{char}": char for char in "\u200b\u200c\u200d\u2060\u00ad\u3164\u200e\u200f"},
    " \u200b店": "\u200b",
    "店\u2060  ": "\u2060",
    "店\U000e0001": "\U000e0001",
    "店\u200b长": "",
    "می\u200cخواهم": "",
    "ه\u200d": "",  # an abbreviation of the Hijri calendar
    "\u200dم": "",
    "क्\u200d": "",
    "سلام!\u200f": "",
    "☎\ufe0f": "",
    "辻\U000e0100": "",
    "ᠠ\u180b": "",
}


@pytest.mark.parametrize("name", EDGES)
@pytest.mark.parametrize("escaped", [False, True])
def test_an_unseen_edge_is_remarked_unless_a_script_needs_it(name: str, escaped: bool) -> None:
    written = "".join(f"\\U{ord(c):08x}" for c in name) if escaped else name
    text = f'- {{id: b, name: "{written}"}}\n'
    assert may_want_remarks(text.encode())
    found = list(remarks(text))
    if not EDGES[name]:
        assert found == []
        return
    assert [(p.code, p.line, p.column) for p in found] == [("unseen-edge", 1, 17)]
    assert f"U+{ord(EDGES[name]):04X}" in found[0].zh
    assert f"U+{ord(EDGES[name]):04X}" in found[0].en


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


def shows_something(text: str) -> bool:
    return bool(re.search(f"[^{BLANKS}{ZERO_WIDTH}]", text))


@examples(200)
@given(st.text(st.sampled_from(SEEN), min_size=1, max_size=12).filter(shows_something))
def test_everything_else_is_taken_by_all_three(text: str) -> None:
    quoted = "".join(f"\\U{ord(char):08x}" for char in text)
    assert read_yaml(f'"{quoted}"', 20) == ([(text, 1)], [])
    position = {"kind": "position", "id": "a", "name": text}
    assert accepted_by_shape("position", position) is (not misfits("position", position)) is True


def test_no_id_holds_one() -> None:
    for char in [*IGNORABLE, "\U000e0041", "\U000e0101"]:
        for id_ in (f"店{char}", f"店{char}长", f"a{char}b"):
            position = {"kind": "position", "id": id_, "name": "a"}
            assert not accepted_by_shape("position", position), ascii(id_)
            (misfit,) = misfits("position", position)
            assert id_.replace(char, "") in misfit.fix.en
