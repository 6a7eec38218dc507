"""Nothing that is read is lost silently: every sign has a fate, and what is proposed is written."""

from __future__ import annotations

import csv
import tempfile
from collections import Counter
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealer_roles.imports.assemble import assemble
from dealer_roles.imports.ledger import Ledger
from dealer_roles.imports.read.files import read_file
from dealer_roles.imports.read.word import read_docx
from dealer_roles.imports.recognise.mapping import HeadingMap
from dealer_roles.imports.recognise.recognise import recognise
from dealer_roles.imports.refused import ImportRefused
from dealer_roles.imports.run import import_files
from dealer_roles.imports.write.dialect import text_of
from dealer_roles.imports.write.yaml_text import document
from dealer_roles.source.settings import DEFAULTS
from dealer_roles.source.yaml_nodes import read_yaml
from tests.support.imports import field
from tests.support.imports.documents import Example, delimited, examples
from tests.support.imports.office import Word, workbook

WORDS = [
    "岗位名称", "岗位职责", "任职要求", "直接上级", "所属部门", "销售经理", "保洁员", "销售部", "福利待遇", "1、", "（一）",
    "①", "负责接待客户；", "协助店长", "25-35岁", "男性优先", "大专以上", "：", "\n", "。", "R", "A", "R/A", "√", "责任人", "事项",
    "Job Title", "Duties", "Clerk", "Manager", "Department", "Reports to", "- ", "Keep files.", "5K-8K", "无", "合计",
    "=1+1", "%%", "😀", "Task", "续表", "页", "a", "7", "   ", "\t", "姓名", "张三", "备注",
]  # fmt: skip
TEXT = st.lists(st.sampled_from(WORDS), max_size=6).map("".join)
ROWS = st.lists(st.lists(TEXT, min_size=1, max_size=5), min_size=1, max_size=8)


def signs(texts: list[str]) -> Counter[str]:
    return Counter(ch for text in texts for ch in text if not ch.isspace())


def ledger_of(folder: Path) -> list[dict[str, str]]:
    with (folder / "ledger.csv").open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def without_guard(text: str) -> str:
    """A spreadsheet must not take a cell for a formula: the ledger puts an apostrophe before it."""
    return text[1:] if text[:1] == "'" else text


def imported(name: str, data: bytes) -> tuple[list[dict[str, str]], str] | None:
    """Return the ledger and the YAML of an import; nothing if nothing was recognised."""
    with tempfile.TemporaryDirectory() as folder:
        path, out = Path(folder, name), Path(folder, "out")
        path.write_bytes(data)
        try:
            made = import_files([str(path)], str(out))
        except ImportRefused:
            assert not out.exists()
            return None
        assert made.problems == ()
        yaml = "".join(p.read_text("utf-8") for p in sorted(out.rglob("*.yaml")))
        return ledger_of(out), yaml


def account(name: str, data: bytes, texts: list[str]) -> None:
    done = imported(name, data)
    if done is None:
        return
    ledger, _ = done
    told = [without_guard(row["text"]) for row in ledger]
    assert signs(told) == signs(texts)
    assert all(row["reason"] for row in ledger if row["fate"] == "left-out")
    assert {row["fate"] for row in ledger} <= {"used", "proposed", "left-out"}


@given(ROWS)
def test_every_sign_of_a_csv_file_has_a_fate(rows: list[list[str]]) -> None:
    head = [["岗位", "岗位职责", "Remark", "直接上级"]]
    account("a.csv", delimited(head + rows).encode(), [t for row in head + rows for t in row])


@given(ROWS)
def test_every_sign_of_a_workbook_has_a_fate(rows: list[list[str]]) -> None:
    kept = [[text.replace("=", "") for text in row] for row in [["岗位名称", "店长"], *rows]]
    account("a.xlsx", workbook({"S": kept}), [t for row in kept for t in row])


@given(st.lists(TEXT, max_size=8), ROWS)
def test_every_sign_of_a_word_file_has_a_fate(lines: list[str], rows: list[list[str]]) -> None:
    word = Word()
    for text in ["店长岗位职责", *lines]:
        word.line(text)
    width = max(map(len, rows))
    table = [row + [""] * (width - len(row)) for row in rows]
    word.table(table)
    texts = ["店长岗位职责", *lines, *(text for row in table for text in row)]
    account("a.docx", word.data(), texts)


@given(st.lists(TEXT, max_size=12))
def test_every_sign_of_a_text_has_a_fate(lines: list[str]) -> None:
    text = "\n".join(["店长岗位职责", *lines])
    account("a.txt", text.encode(), [text])


def test_every_text_is_read_as_it_was_written() -> None:
    signs = [*"a店0 :：#-[]{},&*!|>'\"%@`\\.+?", ": ", " #"]
    texts = [text_of("".join(parts)) for parts in product(["", "a", "店"], signs, signs)]
    texts = [text for text in texts if text]
    wrong = []
    for text in texts:
        documents, problems = read_yaml(document({"a": [text], "b": text}), DEFAULTS.max_depth)
        if problems or documents[0][0] != {"a": [text], "b": text}:
            wrong.append(text)
    assert len(texts) > 1000
    assert wrong == []


@pytest.mark.parametrize("example", examples(), ids=lambda e: e.name)
def test_what_the_ledger_proposes_is_written(example: object) -> None:
    assert hasattr(example, "name")
    assert hasattr(example, "data")
    done = imported(example.name, example.data)
    assert done is not None
    ledger, yaml = done
    written = "".join(yaml.split()).replace('\\"', '"')
    duties = [
        row for row in ledger if row["fate"] == "proposed" and row["as"] in ("duties", "task")
    ]
    for row in duties:
        bare = "".join(row["text"].split()).strip("。；;，,、.!！")
        assert bare in written, row
    assert [row for row in ledger if row["fate"] == "used" or row["fate"] == "proposed"]


@pytest.mark.parametrize("example", examples(), ids=lambda e: e.name)
def test_every_sign_of_a_document_has_one_fate(example: Example) -> None:
    """What stands in a piece stands in the ledger, once: merged cells and ``A/R`` too."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, example.name)
        path.write_bytes(example.data)
        file = read_file(str(path))
    ledger = Ledger()
    assemble(recognise([file], ledger, HeadingMap()).positions, ledger, "", "row")
    entries = list(ledger.entries(file.pieces()))
    assert signs([e.bit.text for e in entries]) == signs([p.text for p in file.pieces()])
    assert [e.bit.text for e in entries if e.why == "unknown"] == []


def _texts_of(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in ("merge", "deleted"):
                yield from _texts_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts_of(inner)
    elif not isinstance(value, int):
        yield str(value)


@pytest.mark.parametrize(
    "case", [c for c in field.cases() if "blocks" in c], ids=lambda c: str(c["file"])
)
def test_every_sign_of_a_word_document_is_read(case: field.Case) -> None:
    """Boxes, controls, nested tables, headers: what was put into the file comes out of it."""
    file = read_docx(field.data(case), case["file"])
    assert signs([p.text for p in file.pieces()]) == signs(list(_texts_of(case["blocks"])))


@given(st.lists(st.sampled_from([*WORDS, *"\u202a\u202e\u2066\u2069\x0b\x1b\x85\x9b\u2028\ufeff"])))
def test_what_nobody_sees_is_not_written(more: list[str]) -> None:
    lines = [
        "岗位名称,岗位职责,直接上级",
        "销\u202a售顾问,接待\x1b[31m客户,店\u202e长",
        "".join(more),
    ]
    done = imported("a\u202eb.csv", "\n".join(lines).encode())
    assert done is not None
    assert "销售顾问" in done[1]
