from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dealer_roles.output.atomic import replace_file


def test_a_file_is_written_and_its_folder_made(tmp_path: Path) -> None:
    target = tmp_path / "a" / "b.txt"
    replace_file(target, [b"ne", b"w"])
    assert target.read_bytes() == b"new"
    assert [p.name for p in target.parent.iterdir()] == ["b.txt"]


def test_a_failed_write_leaves_the_old_file_and_no_rubbish(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "b.txt"
    target.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(OSError, match="disk full"):
        replace_file(target, [b"ne", b"w"])
    assert target.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["b.txt"]


@pytest.mark.skipif(os.name == "nt", reason="permissions are POSIX's")
def test_permissions_of_a_replaced_file_stay(tmp_path: Path) -> None:
    target = tmp_path / "b.txt"
    target.write_bytes(b"old")
    target.chmod(0o640)
    replace_file(target, [b"ne", b"w"])
    assert target.stat().st_mode & 0o777 == 0o640


def test_threads_that_write_the_same_file_leave_one_of_them_whole(tmp_path: Path) -> None:
    target = tmp_path / "b.txt"
    texts = [str(n).encode() * 100_000 for n in range(8)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda text: replace_file(target, [text]), texts))
    assert target.read_bytes() in texts
    assert [p.name for p in tmp_path.iterdir()] == ["b.txt"]


@pytest.mark.skipif(os.name == "nt", reason="permissions are POSIX's")
def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "plain.txt").write_text("x", "utf-8")
    replace_file(tmp_path / "b.txt", [b"x"])
    modes = {path.stat().st_mode for path in tmp_path.iterdir()}
    assert len(modes) == 1


def test_a_name_as_long_as_names_may_be_is_written(tmp_path: Path) -> None:
    target = tmp_path / ("店" * 84 + "md")
    replace_file(target, [b"ne", b"w"])
    assert target.read_bytes() == b"new"
