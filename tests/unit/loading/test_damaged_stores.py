"""What is kept and was cut short, changed or made by other code counts as not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from dealer_roles.loading import answer_store, content_key, snapshot_store
from dealer_roles.source.file import SourceFile

DAMAGED = ["", "[", "{}", "1", "null", '[["nosuch", 0, 1, "", {}]]', '[["a"]]', "[" * 100_000]


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for module in (answer_store, snapshot_store):
        monkeypatch.setattr(module, "snapshot_path", lambda _: str(tmp_path / "kept"))
    return tmp_path / "kept"


@pytest.mark.parametrize("text", DAMAGED)
def test_a_damaged_answer_is_none(kept: Path, text: str) -> None:
    kept.write_text(f"key\ntask\t{text}\n", "utf-8")
    assert answer_store.read_answer("store", "key", "task", "en") is None


@pytest.mark.parametrize("text", [*DAMAGED, '[["a.yaml", 0, 1, "position", {"id": 3}]]'])
def test_a_damaged_snapshot_is_none(kept: Path, tmp_path: Path, text: str) -> None:
    (tmp_path / "a.yaml").touch()
    files = [SourceFile(path=str(tmp_path / "a.yaml"), label="a.yaml")]
    kept.write_text(f"{content_key.key_of(files)}\n{text}", "utf-8")
    if text == "{}":
        assert not snapshot_store.read_snapshot("store", files)
    else:
        assert snapshot_store.read_snapshot("store", files) is None


def test_bytes_that_are_no_text_are_none(kept: Path) -> None:
    kept.write_bytes(b"key\n\xff\xfe")
    assert answer_store.read_answer("store", "key", "task", "en") is None


def test_other_code_makes_another_key(monkeypatch: pytest.MonkeyPatch) -> None:
    now = content_key.key_of([])
    monkeypatch.setattr(content_key, "_code", lambda: "other")
    assert content_key.key_of([]) != now
