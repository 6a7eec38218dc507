"""Only regular files inside their folder are read, and never more than is allowed."""

from __future__ import annotations

import os
import shutil
import socket
from pathlib import Path

import pytest

from dealer_roles.loading.read import read
from dealer_roles.source.gate import (
    Refused,
    is_inside,
    read_bytes,
    read_named,
    read_text,
)
from dealer_roles.source.plain_files import ALSO_READ, Unusual, plain_files
from tests.support.tiny import write_tiny


def refusal(path: Path, root: Path, most: int = 100) -> str:
    with pytest.raises(Refused) as caught:
        read_bytes(path, root, most)
    assert caught.value.words.zh
    assert caught.value.words.en
    return caught.value.code


@pytest.fixture
def store(tmp_path: Path) -> Path:
    folder = tmp_path / "store"
    folder.mkdir()
    (tmp_path / "secret").write_text("secret", "utf-8")
    (folder / "a.yaml").write_text("a", "utf-8")
    return folder


def test_a_regular_file_is_read_up_to_its_limit(store: Path) -> None:
    (store / "full").write_bytes(b"x" * 100)
    (store / "over").write_bytes(b"x" * 101)
    assert read_bytes(store / "full", store, 100) == b"x" * 100
    assert refusal(store / "over", store) == "file-too-large"
    (store / "empty").touch()
    assert read_bytes(store / "empty", store, 100) == b""


def test_a_link_out_of_the_folder_is_refused_however_it_leads_there(store: Path) -> None:
    (store / "file").symlink_to("../secret")
    (store / "chain").symlink_to("file")
    (store / "folder").symlink_to("..")
    for path in ("file", "chain", "folder/secret", "../secret"):
        assert refusal(store / path, store) == "outside-folder", path


def test_a_link_within_the_folder_is_read(store: Path) -> None:
    (store / "b.yaml").symlink_to("a.yaml")
    assert read_bytes(store / "b.yaml", store, 100) == b"a"


def test_a_neighbour_whose_name_begins_alike_is_outside(store: Path) -> None:
    twin = store.with_name("store-b")
    twin.mkdir()
    (twin / "a.yaml").touch()
    assert refusal(twin / "a.yaml", store) == "outside-folder"
    assert not is_inside(twin, store)


def test_the_callers_environment_can_allow_a_folder(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (store / "file").symlink_to("../secret")
    monkeypatch.setenv(ALSO_READ, f"/nowhere{os.pathsep}{store.parent}")
    assert read_bytes(store / "file", store, 100) == b"secret"
    monkeypatch.setenv(ALSO_READ, "")
    assert refusal(store / "file", store) == "outside-folder"


def test_what_never_ends_or_never_begins_is_refused_at_once(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(store / "pipe")
    (store / "loop").symlink_to("loop")
    assert refusal(store / "pipe", store) == "not-a-file"
    assert refusal(store / "loop", store) in {"unreadable", "not-a-file", "outside-folder"}
    assert refusal(Path("/dev/zero"), Path("/dev")) == "not-a-file"
    assert refusal(store, store) == "not-a-file"
    with socket.socket(socket.AF_UNIX) as listener:
        monkeypatch.chdir(store)
        listener.bind("socket")
    assert refusal(store / "socket", store) == "not-a-file"


def test_what_is_missing_or_no_path_is_unreadable(store: Path) -> None:
    assert refusal(store / "none", store) == "unreadable"
    assert refusal(Path("a\0b"), store) == "unreadable"


def test_text_is_utf8_with_or_without_a_mark(store: Path) -> None:
    (store / "mark").write_bytes("﻿出纳".encode())
    (store / "gbk").write_bytes("出纳".encode("gbk"))
    assert read_text(store / "mark", store, 100) == "出纳"
    with pytest.raises(Refused, match="not UTF-8"):
        read_text(store / "gbk", store, 100)
    (store / "wide").write_bytes("出纳".encode("utf-16"))
    with pytest.raises(Refused, match="UTF-16, as PowerShell"):
        read_text(store / "wide", store, 100)


def test_a_file_that_the_caller_names_is_read_from_its_own_folder(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(store)  # what both have in common would be the root
    assert read_named(store / "a.yaml") == b"a"
    (store / "file").symlink_to("../secret")
    with pytest.raises(Refused, match="leads out"):
        read_named(store / "file")


@pytest.mark.parametrize("named", ["inside/secret", "deep/link/secret", "../sibling/out/secret"])
def test_a_linked_folder_above_a_named_file_leads_nowhere_else(
    named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secrets = tmp_path / "secrets"
    here = tmp_path / "work" / "here"
    for folder in (secrets, here / "deep", tmp_path / "work" / "sibling"):
        folder.mkdir(parents=True)
    (secrets / "secret").write_text("secret", "utf-8")
    (here / "inside").symlink_to(secrets)
    (here / "deep" / "link").symlink_to("../inside")
    (tmp_path / "work" / "sibling" / "out").symlink_to(secrets)
    monkeypatch.chdir(here)
    with pytest.raises(Refused, match="leads out") as caught:
        read_named(named)
    assert caught.value.message.en.startswith(f"{named}: ")
    monkeypatch.setenv(ALSO_READ, str(secrets))
    assert read_named(named) == b"secret"


def test_a_linked_folder_that_stays_here_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a").write_text("a", "utf-8")
    (tmp_path / "linked").symlink_to("real")
    monkeypatch.chdir(tmp_path)
    assert read_named("linked/a") == b"a"


@pytest.mark.parametrize("here", ["/", "elsewhere"])
@pytest.mark.parametrize("mark", [".git", "organization.yaml", "dealer-roles.toml"])
def test_wherever_one_stands_a_link_in_a_project_does_not_lead_out_of_it(
    here: str, mark: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secrets, project = tmp_path / "secrets", tmp_path / "project"
    for folder in (secrets, project / "ci", tmp_path / "elsewhere"):
        folder.mkdir(parents=True)
    for file in (project / mark, secrets / mark, secrets / "a", project / "ci" / "a"):
        file.write_text("a", "utf-8")
    (project / "out").symlink_to("../secrets")
    (project / "in").symlink_to("ci")
    monkeypatch.chdir(tmp_path / here)
    monkeypatch.setenv("PWD", str(tmp_path / here))
    assert read_named(project / "in" / "a") == b"a"
    with pytest.raises(Refused, match="leads out"):
        read_named(project / "out" / "a")


def test_a_link_from_elsewhere_stays_below_the_first_folder_of_its_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir("/")
    (tmp_path / "out").symlink_to("/etc")
    (tmp_path / "file").write_text("a", "utf-8")
    (tmp_path / "in").symlink_to(tmp_path)
    with pytest.raises(Refused, match="leads out"):
        read_named(tmp_path / "out" / "hostname")
    assert read_named(tmp_path / "in" / "file") == b"a"


def test_the_way_on_which_the_shell_came_is_the_callers_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outside = Path("/var/tmp") / tmp_path.name  # shares no more than the root
    outside.mkdir()
    try:
        (outside / "file").write_text("a", "utf-8")
        (tmp_path / "home").symlink_to(outside)
        monkeypatch.chdir(tmp_path / "home")
        monkeypatch.setenv("PWD", str(tmp_path))
        with pytest.raises(Refused, match="leads out"):
            read_named(tmp_path / "home" / "file")
        monkeypatch.setenv("PWD", str(tmp_path / "home"))
        assert read_named(tmp_path / "home" / "file") == b"a"
    finally:
        shutil.rmtree(outside)


def test_an_organization_that_is_a_link_out_of_its_working_tree_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree = tmp_path / "tree"
    (tree / ".git").mkdir(parents=True)
    store = write_tiny(tmp_path / "store", {"positions": {"boss": {"reports_to": None}}})
    (tree / "linked").symlink_to(store)
    write_tiny(tree / "own", {"positions": {"boss": {"reports_to": None}}})
    (tree / "beside").symlink_to("own")
    assert {f.code for f in read(tree / "linked").findings} == {"outside-folder"}
    assert read(tree / "beside").model is not None
    with pytest.raises(Unusual):
        plain_files(str(tree / "linked"))
    assert plain_files(str(tree / "beside"))
    monkeypatch.setenv(ALSO_READ, str(store))
    assert read(tree / "linked").model is not None
