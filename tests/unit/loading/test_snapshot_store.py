"""A snapshot is valid for exactly one state of its files, and is never trusted further."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dealer_roles.loading.content_key import key_of
from dealer_roles.loading.snapshot_store import read_snapshot, write_snapshot
from dealer_roles.source.document import YamlDocument, read_documents
from dealer_roles.source.file import SourceFile
from dealer_roles.source.settings import DEFAULTS

TEXT = "id: 岗\nlist:\n- {a: 1, b: [true, null, 1.5]}\n- x\n---\nid: two\n"


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[SourceFile]:
    monkeypatch.setattr(
        "dealer_roles.loading.snapshot_store.snapshot_path", lambda n: str(tmp_path / f"{n}.json")
    )
    (tmp_path / "x.yaml").write_text(TEXT, "utf-8")
    return [SourceFile(tmp_path / "x.yaml", "bundled:x/x.yaml")]


def written(files: list[SourceFile]) -> tuple[Path, list[YamlDocument]]:
    documents, findings = read_documents(files, DEFAULTS)
    assert findings == []
    return Path(write_snapshot("x", files, documents)), documents


def test_documents_come_back_with_every_place(files: list[SourceFile]) -> None:
    _, documents = written(files)
    again = read_snapshot("x", files)
    assert again == documents
    inner = again[0].data["list"][0]
    assert (inner.line, inner.column) == (3, 3)
    assert "@" not in inner
    assert [d.line for d in again] == [1, 6]


def test_any_change_of_a_file_makes_it_void(files: list[SourceFile], tmp_path: Path) -> None:
    written(files)
    (tmp_path / "x.yaml").write_text(TEXT + " ", "utf-8")
    assert read_snapshot("x", files) is None


def test_another_name_or_another_cut_of_the_same_bytes_is_another_key(tmp_path: Path) -> None:
    for name, text in (("a", "1"), ("b", "23"), ("c", "12"), ("d", "3")):
        (tmp_path / name).write_text(text, "utf-8")
    one = [SourceFile(tmp_path / "a", "x"), SourceFile(tmp_path / "b", "y")]
    two = [SourceFile(tmp_path / "c", "x"), SourceFile(tmp_path / "d", "y")]
    renamed = [SourceFile(tmp_path / "a", "x"), SourceFile(tmp_path / "b", "z")]
    assert len({key_of(one), key_of(two), key_of(renamed), key_of([])}) == 4


@pytest.mark.parametrize("content", ["", "{}", "[", "null\n[]", "\x00"])
def test_a_broken_snapshot_is_ignored(files: list[SourceFile], content: str) -> None:
    path, _ = written(files)
    path.write_text(content, "utf-8")
    assert read_snapshot("x", files) is None
    path.write_text(f"{key_of(files)}\n[[", "utf-8")
    assert read_snapshot("x", files) is None
    path.unlink()
    assert read_snapshot("x", files) is None


def test_each_line_after_its_key_is_plain_json(files: list[SourceFile]) -> None:
    path, _ = written(files)
    key, *lines = path.read_bytes().split(b"\n")
    assert key.decode() == key_of(files)
    assert [type(json.loads(line)) for line in lines] == [list, dict, dict]
