"""A folder that did not change is read from its snapshot, and never from anything else."""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path
from typing import Any

import pytest

from dealer_roles.loading import snapshot_store
from dealer_roles.loading.file_kinds import declarations
from dealer_roles.loading.folder import read_folder
from dealer_roles.loading.folder_snapshot import keep_snapshot, read_unchanged
from dealer_roles.loading.loaded import Loaded
from dealer_roles.loading.packs import with_packs
from dealer_roles.loading.read import read
from dealer_roles.source.document import YamlDocument
from dealer_roles.source.located import Located
from dealer_roles.source.plain_files import ALSO_READ
from tests.support.tiny import write_tiny

GIVEN = {
    "tasks": ["sell", {"id": "wash", "part_of": "sell"}],
    "positions": {
        "boss": {"reports_to": None, "duties": ["sell"]},
        "chief": {"reports_to": "boss", "duties": ["wash", "wax"]},
    },
    "organization": {"catalogue": ["bundled", "./catalogue", "../beside"]},
}


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DEALER_ROLES_CACHE", "")
    monkeypatch.setenv("DEALER_ROLES_ALSO_READ", str(tmp_path / "beside"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "dealer-roles"


@pytest.fixture
def folder(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    del cache
    monkeypatch.setenv(ALSO_READ, str(tmp_path / "beside"))
    beside = tmp_path / "beside" / "tasks.yaml"
    beside.parent.mkdir()
    beside.write_text(
        "kind: tasks\narea: {id: more, zh: 多, en: More}\n"
        "tasks: [{id: wax, name: {zh: 打蜡, en: Wax}}]\n",
        "utf-8",
    )
    return str(write_tiny(tmp_path / "org", GIVEN))


def test_what_was_kept_is_what_is_read(folder: str) -> None:
    anew = read(folder)
    again = read_unchanged(folder)
    assert again is not None
    assert again == anew
    assert again.model == read_folder(folder).model


def _with_a_scenario(folder: str) -> None:
    Path(folder, "expected.yaml").write_text(
        "kind: expectations\ncases:\n- name: {zh: 谁卖, en: Who sells}\n"
        "  owner: {task: sell, owned_by: boss}\n",
        "utf-8",
    )


def _scenario(loaded: Loaded | None) -> YamlDocument:
    assert loaded is not None
    return next(d for d in loaded.documents if d.kind == "expectations")


def test_data_that_nobody_asks_for_is_not_made(
    folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Scenarios and rules are made of what was kept when somebody looks at them, once."""
    _with_a_scenario(folder)
    anew = _scenario(read(folder))
    made: list[object] = []
    make = snapshot_store._located

    def counted(data: dict[str, Any]) -> Located:
        made.append(data)
        return make(data)

    monkeypatch.setattr(snapshot_store, "_located", counted)
    again = _scenario(read_unchanged(folder))
    assert made == []
    assert again == anew
    assert again.data is again.data
    assert again.data.line == anew.data.line
    assert made


@pytest.mark.parametrize("kept", ["", "{", "[1", '{"kind": "expectations"}'])
def test_data_that_is_not_what_we_wrote_comes_from_the_file(folder: str, kept: str) -> None:
    """Whoever damages what is kept changes no answer."""
    _with_a_scenario(folder)
    anew = _scenario(read(folder))
    assert snapshot_store._data(kept.encode(), anew.file, anew.index) == anew.data


def test_every_kind_of_file_can_be_kept(cache: Path, tmp_path: Path) -> None:
    del cache
    data = Path(__file__).parent.parent.parent / "data"
    for folder in ("complete-store", "complete-judgements"):
        shutil.copytree(data / folder, tmp_path / "whole", dirs_exist_ok=True)
    anew = read(tmp_path / "whole")
    assert {*(document.kind for document in anew.documents)} == {*declarations()}
    assert read_unchanged(str(tmp_path / "whole")) == anew


@pytest.mark.parametrize("changed", ["org/positions/boss.yaml", "beside/tasks.yaml"])
def test_any_byte_of_the_folder_or_its_catalogues_makes_it_void(
    folder: str, tmp_path: Path, changed: str
) -> None:
    read(folder)
    path = tmp_path / changed
    path.write_bytes(path.read_bytes() + b"\n")
    assert read_unchanged(folder) is None


@pytest.mark.parametrize("name", ["org/more.yaml", "org/dealer-roles.toml"])
def test_a_new_file_or_other_settings_make_it_void(folder: str, tmp_path: Path, name: str) -> None:
    read(folder)
    (tmp_path / name).write_text("max-depth = 50\n", "utf-8")
    assert read_unchanged(folder) is None


def test_what_the_caller_no_longer_allows_is_not_kept_for_him(
    folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert read(folder).model is not None
    monkeypatch.delenv(ALSO_READ)
    assert read_unchanged(folder) is None
    assert "outside-folder" in {f.code for f in read(folder).findings}


def test_other_code_makes_it_void(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    read(folder)
    monkeypatch.setattr("dealer_roles.loading.content_key.code_key", lambda: "other code")
    assert read_unchanged(folder) is None


@pytest.mark.parametrize("text", ["", "[[]]", '[[[0,0,1,"position",[99,1]]]]', "[" * 100_000])
def test_a_malformed_snapshot_is_made_anew(folder: str, cache: Path, text: str) -> None:
    anew = read(folder)
    (kept,) = cache.iterdir()
    head = kept.read_bytes().split(b"\n", 2)
    kept.write_bytes(b"\n".join((*head[:2], text.encode())))
    assert read_unchanged(folder) is None
    assert read(folder) == anew


def test_the_switch_turns_it_off(folder: str, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEALER_ROLES_CACHE", "off")
    read(folder)
    assert not cache.exists()
    monkeypatch.setenv("DEALER_ROLES_CACHE", "")
    read(folder)
    monkeypatch.setenv("DEALER_ROLES_CACHE", "OFF")
    assert read_unchanged(folder) is None


@pytest.mark.skipif(os.name == "nt", reason="permissions are another matter there")
def test_the_cache_folder_is_for_its_user_alone(folder: str, cache: Path) -> None:
    read(folder)
    assert cache.stat().st_mode & 0o777 == 0o700
    cache.chmod(0o755)
    assert read_unchanged(folder) is None


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_a_link_is_not_followed(folder: str, cache: Path, tmp_path: Path) -> None:
    read(folder)
    (kept,) = cache.iterdir()
    elsewhere = tmp_path / "elsewhere.json"
    kept.rename(elsewhere)
    kept.symlink_to(elsewhere)
    assert read_unchanged(folder) is None


@pytest.mark.skipif(os.name == "nt", reason="links and pipes are POSIX's")
@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
def test_what_stands_in_its_place_is_never_written_to(
    folder: str, cache: Path, tmp_path: Path, kind: str
) -> None:
    read(folder)
    (kept,) = cache.iterdir()
    kept.unlink()
    elsewhere = tmp_path / "of-somebody-else"
    elsewhere.write_text("untouched", "utf-8")
    if kind == "link":
        kept.symlink_to(elsewhere)
    elif kind == "pipe":
        os.mkfifo(kept)
    else:
        kept.mkdir()
    assert read(folder).stands
    assert elsewhere.read_text("utf-8") == "untouched"
    assert kept.is_dir() if kind == "folder" else stat.S_ISREG(kept.lstat().st_mode)


def test_what_does_not_load_is_not_kept(folder: str, cache: Path, tmp_path: Path) -> None:
    (tmp_path / "org/positions/boss.yaml").write_text("kind: position\n", "utf-8")
    assert read(folder).findings
    keep_snapshot(read_folder(folder))
    assert not cache.exists()


def test_what_is_kept_was_made_of_the_bytes_that_were_read(
    folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "org/positions/boss.yaml"
    before = path.read_text("utf-8")

    def meanwhile(documents: object, locator: object) -> object:
        path.write_text(before.replace("sell", "wash"), "utf-8")
        return with_packs(documents, locator)  # type: ignore[arg-type] # as it is called

    with monkeypatch.context() as patch:
        patch.setattr("dealer_roles.loading.folder.with_packs", meanwhile)
        read(folder)
    assert read_unchanged(folder) is None
    path.write_text(before, "utf-8")
    assert read_unchanged(folder) == read_folder(folder)
