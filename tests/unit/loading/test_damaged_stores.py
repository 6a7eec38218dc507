"""A snapshot that was cut short or changed counts as not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from dealer_roles.loading import content_key, snapshot_store
from dealer_roles.source.file import SourceFile

DAMAGED = (
    "", "[", "1", "null", '[["nosuch", 0, 1, "", {}]]', '[["a"]]', "[" * 100_000,
    '[["a.yaml", 0, 1, "position", {"id": 3}]]',
)  # fmt: skip


@pytest.mark.parametrize("text", DAMAGED)
def test_a_damaged_snapshot_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    kept = tmp_path / "kept"
    monkeypatch.setattr(snapshot_store, "snapshot_path", lambda _: str(kept))
    (tmp_path / "a.yaml").touch()
    files = [SourceFile(path=str(tmp_path / "a.yaml"), label="a.yaml")]
    kept.write_text(f"{content_key.key_of(files)}\n{text}", "utf-8")
    assert snapshot_store.read_snapshot("store", files) is None
