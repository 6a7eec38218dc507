"""Every trap of YAML is a finding with its place, or reads as a person reads it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealer_roles.loading.read import read
from dealer_roles.source.document import read_documents
from dealer_roles.source.file import SourceFile
from dealer_roles.source.settings import DEFAULTS, MAX_DEPTH_CEILING, Settings
from dealer_roles.source.yaml_nodes import read_yaml
from tests.support.files import places, read_bytes, read_text


def test_the_second_of_two_equal_keys_is_a_finding_at_its_own_place(tmp_path: Path) -> None:
    _, found = read_text(tmp_path, "id: a\nname:\n  zh: x\n  en: y\n  zh: z\n")
    assert places(found) == [("yaml-duplicate-key", 5, 3)]


def test_equal_keys_in_different_quotes_are_equal(tmp_path: Path) -> None:
    _, found = read_text(tmp_path, "id: a\n'id': b\n\"id\": c\n")
    assert places(found) == [("yaml-duplicate-key", 2, 1), ("yaml-duplicate-key", 3, 1)]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("no", "no"),
        ("off", "off"),
        ("y", "y"),
        ("012", 12),
        ("0o17", 15),
        ("0x1F", 31),
        ("12:30", "12:30"),
        ("2026-01-31", "2026-01-31"),
        ("1_000", "1_000"),
        ("true", True),
        ("False", False),
        ("~", None),
        ("", None),
        ("NULL", None),
        ("nULL", "nULL"),
        ("-1.5e3", -1500.0),
        (".5", 0.5),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("1e999", "1e999"),
        ("=", "="),
        ("'no'", "no"),
        ("'12'", "12"),
    ],
)
def test_a_plain_scalar_is_what_a_person_reads(tmp_path: Path, written: str, value: object) -> None:
    documents, found = read_text(tmp_path, f"a: {written}\n")
    assert (found, documents[0].data) == ([], {"a": value})
    assert type(documents[0].data["a"]) is type(value)


def test_the_key_on_is_no_boolean(tmp_path: Path) -> None:
    documents, _ = read_text(tmp_path, "on: 1\nyes: 2\n12: 3\n")
    assert documents[0].data == {"on": 1, "yes": 2, "12": 3}


def test_a_huge_integer_is_read_without_harm(tmp_path: Path) -> None:
    documents, found = read_text(tmp_path, f"a: {'9' * 300}\nb: {'9' * 100_000}\n")
    assert found == []
    assert documents[0].data["a"] == int("9" * 300)
    assert documents[0].data["b"] == "9" * 100_000


def test_anchors_and_aliases_are_findings_each(tmp_path: Path) -> None:
    _, found = read_text(tmp_path, "a: &x [1]\nb: *x\n")
    assert places(found) == [("yaml-alias", 1, 4), ("yaml-alias", 2, 4)]


def test_a_billion_laughs_are_findings(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 20)]
    _, found = read_text(tmp_path, "\n".join(lines))
    assert {f.code for f in found} == {"yaml-alias"}


def test_a_merge_key_of_an_alias_is_refused_and_one_of_a_mapping_is_a_plain_key(
    tmp_path: Path,
) -> None:
    _, found = read_text(tmp_path, "base: &b {x: 1}\na:\n  <<: *b\n")
    assert ("yaml-alias", 3, 7) in places(found)
    documents, found = read_text(tmp_path, "a:\n  <<: {x: 1}\n")
    assert (found, documents[0].data) == ([], {"a": {"<<": {"x": 1}}})


@pytest.mark.parametrize(
    "tag", ["!!str", "!!python/object/apply:os.system", "!x", "!<y>", "!!map", "!"]
)
def test_a_tag_is_a_finding(tmp_path: Path, tag: str) -> None:
    _, found = read_text(tmp_path, f"ok: 1\na: {tag} {'{}' if tag == '!!map' else 'b'}\n")
    assert places(found) == [("yaml-tag", 2, 4)]


def test_a_tag_on_a_key_is_a_finding(tmp_path: Path) -> None:
    _, found = read_text(tmp_path, "!!str a: 1\n")
    assert places(found) == [("yaml-tag", 1, 1)]


@pytest.mark.parametrize("key", ["[a, b]", "{a: b}"])
def test_a_key_that_is_no_text_is_a_finding(tmp_path: Path, key: str) -> None:
    _, found = read_text(tmp_path, f"ok: 1\n? {key}\n: x\n")
    assert places(found) == [("yaml-key", 2, 3)]


def test_several_documents_in_one_file_are_all_read_with_their_lines(tmp_path: Path) -> None:
    documents, found = read_text(tmp_path, "# head\nid: a\n---\nid: b\n...\n---\n# c\n\nid: d\n")
    assert found == []
    assert [(d.index, d.data["id"], d.line) for d in documents] == [
        (0, "a", 2),
        (1, "b", 4),
        (2, "d", 9),
    ]


def test_a_mistake_in_a_later_document_has_the_line_of_the_file(tmp_path: Path) -> None:
    documents, found = read_text(tmp_path, "id: a\n---\nid: b\nid: c\n---\nid: [\n")
    assert places(found)[0] == ("yaml-duplicate-key", 4, 1)
    assert places(found)[1][0] == "yaml-syntax"
    assert documents[0].data == {"id": "a"}


def test_a_tab_as_indentation_is_a_finding(tmp_path: Path) -> None:
    _, found = read_text(tmp_path, "a:\n\tb: 1\n")
    assert places(found) == [("yaml-syntax", 2, 1)]
    assert "tab" in found[0].message.en


def test_a_byte_order_mark_moves_no_column(tmp_path: Path) -> None:
    documents, found = read_bytes(tmp_path, b"\xef\xbb\xbfid: a\nid: b\n")
    assert places(found) == [("yaml-duplicate-key", 2, 1)]
    assert documents[0].data == {"id": "a"}
    _, found = read_bytes(tmp_path, b"\xef\xbb\xbf{id: a, id: b}\n")
    assert places(found) == [("yaml-duplicate-key", 1, 9)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_any_kind_count_once(tmp_path: Path, end: str) -> None:
    documents, found = read_bytes(
        tmp_path, end.join(["id: a", "x: |", "  l", "id: b", ""]).encode()
    )
    assert places(found) == [("yaml-duplicate-key", 4, 1)]
    assert documents[0].data == {"id": "a", "x": "l\n"}


@pytest.mark.parametrize(
    ("content", "line", "column"),
    [
        (b"id: a\nname: \xff\n", 2, 7),
        ("id: 岗位\nname: 😀 ".encode() + b"\xc3(\n", 2, 9),
        (b"\xff\xfei\x00d\x00", 1, 1),
        ("name: 岗位".encode("gb18030"), 1, 7),
        (b"a: \xed\xa0\x80", 1, 4),
    ],
)
def test_bytes_that_are_no_utf8_are_a_finding_at_the_byte(
    tmp_path: Path, content: bytes, line: int, column: int
) -> None:
    documents, found = read_bytes(tmp_path, content)
    assert documents == []
    assert places(found) == [("not-utf8", line, column)]


@pytest.mark.parametrize(
    "content", ["", "   \n\n", "# only a remark\n", "---\n", "---\n---\n...\n", "\ufeff"]
)
def test_a_file_without_content_is_a_finding(tmp_path: Path, content: str) -> None:
    documents, found = read_text(tmp_path, content)
    assert documents == []
    assert places(found) == [("empty-file", 1, 1)]


DEEP = 100_000


@pytest.mark.parametrize(
    "text",
    [
        "[" * DEEP,
        "[" * DEEP + "]" * DEEP,
        "a: " + "{a: " * DEEP,
        "- " * DEEP + "x",
        "? " * DEEP + "x",
        "".join(" " * n + "a:\n" for n in range(1500)),
        "".join(" " * n + "-\n" for n in range(1500)),
    ],
    ids=["open", "lists", "mappings", "dashes", "questions", "block-mappings", "block-lists"],
)
def test_hostile_nesting_is_a_finding_and_no_crash(tmp_path: Path, text: str) -> None:
    _, found = read_text(tmp_path, text, Settings(max_file_bytes=50_000_000))
    assert len(found) == 1
    assert found[0].code in ("yaml-depth", "yaml-syntax")
    assert "levels" in found[0].message.en or found[0].code == "yaml-syntax"


def test_the_depth_that_is_allowed_is_allowed_and_one_more_is_not() -> None:
    for most in (3, 60, MAX_DEPTH_CEILING):
        _, fine = read_yaml("[" * most + "]" * most, most)
        _, found = read_yaml("[" * (most + 1) + "]" * (most + 1), most)
        assert fine == []
        assert [(p.code, p.line, p.column) for p in found] == [("yaml-depth", 1, most + 1)]


def test_a_file_beyond_the_bound_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    documents, found = read_documents([SourceFile(path, path.name)], DEFAULTS)
    assert (documents, places(found)) == ([], [("file-too-large", 1, 1)])


def test_all_files_together_are_bounded(tmp_path: Path) -> None:
    files = []
    for n in range(4):
        path = tmp_path / f"{n}.yaml"
        path.write_text("id: aaaaaaaaaa\n", "utf-8")
        files.append(SourceFile(path, path.name))
    documents, found = read_documents(files, Settings(max_total_bytes=40))
    assert len(documents) == 2
    assert [(f.code, f.span.file) for f in found] == [("too-large", "2.yaml")]


@pytest.mark.parametrize("char", ["\x00", "\x07", "\x0b", "\x1b", "\x7f", "\ufffe"])
def test_a_control_character_is_a_finding_at_its_place(tmp_path: Path, char: str) -> None:
    _, found = read_text(tmp_path, f"id: a\nname: 岗😀{char}x\n")
    assert places(found) == [("yaml-syntax", 2, 9)]
    assert "control character" in found[0].message.en


def test_columns_are_code_points(tmp_path: Path) -> None:
    _, found = read_text(tmp_path, "{'😀😀': 1, 岗位: 2, 岗位: 3}\n")
    assert places(found) == [("yaml-duplicate-key", 1, 18)]


@pytest.mark.parametrize(
    "text",
    ["a: 'x\n", 'a: "\\q"\n', "a: [1, 2\nb: 3\n", "a: b: c\n", "a\n b: 1\n", "- a\nb: 1\n",
     "%YAML 3.0\n---\na: 1\n", "a: @x\n", "a: `x\n", "&\n", "*\n", "a: *\n", "a: &\n", "]", "}",
     "a: |x\n", "\ufeff\ufeff&a b"],
)  # fmt: skip
def test_broken_yaml_is_one_finding_with_a_place_inside_the_file(tmp_path: Path, text: str) -> None:
    _, found = read_text(tmp_path, text)
    assert len(found) == 1
    assert 1 <= found[0].span.line <= text.count("\n") + 1
    assert found[0].span.column >= 1


@given(
    st.text(
        st.sampled_from("ab:-,[]{}&*!|>'\"%@`#? \t\n\r\ufeff\x85\u2028岗😀01~<.\x00"), max_size=40
    )
)
def test_no_text_whatever_breaks_reading(text: str) -> None:
    documents, problems = read_yaml(text, 60)
    for _, line in documents:
        assert line >= 1
    for problem in problems:
        assert problem.line >= 1
        assert problem.column >= 1
        assert problem.zh
        assert problem.en


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Zl", "Zp"]), max_size=60))
def test_a_quoted_text_is_read_as_it_is(text: str) -> None:
    documents, problems = read_yaml(json.dumps(text, ensure_ascii=False), 60)
    assert problems == []
    assert documents == [(text, 1)]


@pytest.mark.parametrize("char", ["\x85", "\u2028", "\u2029"])
def test_an_invisible_line_separator_is_a_finding_at_its_place(tmp_path: Path, char: str) -> None:
    _, found = read_text(tmp_path, f"id: a\r\nname: 岗{char}b\n")
    assert places(found) == [("yaml-syntax", 2, 8)]
    assert "invisible" in found[0].message.en


def test_a_syntax_error_after_old_line_ends_has_its_line(tmp_path: Path) -> None:
    _, found = read_bytes(tmp_path, b"a: 1\rb: 2\rc: d: e\r")
    assert places(found) == [("yaml-syntax", 3, 5)]


def test_the_deepest_nesting_that_settings_allow_is_read_and_refused_by_its_schema(
    tmp_path: Path,
) -> None:
    depth = MAX_DEPTH_CEILING - 1
    (tmp_path / "dealer-roles.toml").write_text(f"max-depth = {MAX_DEPTH_CEILING}", "utf-8")
    text = "kind: organization\nid: " + "[" * depth + "]" * depth + "\n"
    (tmp_path / "organization.yaml").write_text(text, "utf-8")
    codes = {f.code for f in read(tmp_path).findings}
    assert codes == {"schema"}


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: 1\n---\n\ufeffb: 2\n", 3, 1),
        ("a: 1\n\ufeffb: 2\n", 2, 1),
        ("a: 店\ufeffb\n", 1, 5),
        ("\ufeffa: 1\n", 1, 1),
    ],
)
def test_a_byte_order_mark_inside_is_named_at_its_place(text: str, line: int, column: int) -> None:
    documents, problems = read_yaml(text, 40)
    assert documents == []
    (problem,) = problems
    assert (problem.code, problem.line, problem.column) == ("yaml-syntax", line, column)
    assert "byte order mark (U+FEFF)" in problem.en
    assert "字节顺序标记" in problem.zh
