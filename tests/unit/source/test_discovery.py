"""Which files are read, and what cannot be entered."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealer_roles.loading.read import read
from dealer_roles.source.discovery import discover
from dealer_roles.source.labels import label_of, written_plainly
from dealer_roles.source.settings import DEFAULTS, Settings
from tests.support.files import read_bytes


def labels(root: Path, settings: Settings = DEFAULTS) -> tuple[list[str], list[str]]:
    files, findings = discover(root, settings, "top")
    return [f.label for f in files], [f.code for f in findings]


def touch(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("a: 1\n", "utf-8")


def test_yaml_files_are_found_in_order_and_hidden_ones_passed_over(tmp_path: Path) -> None:
    touch(tmp_path, "b.yml", "a.yaml", "c/d.yaml", ".git/x.yaml", ".y.yaml", "z.json", "e.YAML")
    assert labels(tmp_path) == (
        ["top/a.yaml", "top/b.yml", "top/c/d.yaml", "top/e.YAML"],
        [],
    )


def test_a_link_that_loops_is_a_finding_and_ends(tmp_path: Path) -> None:
    touch(tmp_path, "a/x.yaml")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    assert labels(tmp_path) == (["top/a/x.yaml"], ["symlink-loop"])


def test_a_link_to_itself_is_unreadable_and_no_crash(tmp_path: Path) -> None:
    (tmp_path / "me.yaml").symlink_to(tmp_path / "me.yaml")
    files, _ = discover(tmp_path, DEFAULTS, "top")
    assert [f.label for f in files] == ["top/me.yaml"]
    codes = {f.code for f in read(tmp_path).findings}
    assert "not-a-file" in codes


def test_a_link_to_a_folder_elsewhere_is_not_followed(tmp_path: Path) -> None:
    touch(tmp_path, "there/x.yaml")
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "link").symlink_to(tmp_path / "there")
    assert labels(tmp_path / "here") == ([], ["outside-folder"])


def test_a_search_through_more_folders_than_are_meant_ends_and_says_so(tmp_path: Path) -> None:
    touch(tmp_path, *(f"{n}/x.yaml" for n in range(9)))
    files, codes = labels(tmp_path, Settings(max_folders=4))
    assert (files, codes) == ([f"top/{n}/x.yaml" for n in range(3)], ["too-many-folders"])


def test_a_link_to_what_is_read_where_it_lies_is_told_and_not_read_twice(tmp_path: Path) -> None:
    touch(tmp_path, "a/x.yaml", "a/y.yaml", ".kept/z.yaml")
    (tmp_path / "0").symlink_to("a")
    (tmp_path / "b.yaml").symlink_to("a/y.yaml")
    (tmp_path / "z.yaml").symlink_to(".kept/z.yaml")  # it lies where nobody looks
    assert labels(tmp_path) == (
        ["top/a/x.yaml", "top/a/y.yaml", "top/z.yaml"],
        ["linked-twice", "linked-twice"],
    )


def test_a_folder_named_like_a_file_is_entered(tmp_path: Path) -> None:
    touch(tmp_path, "x.yaml/y.yaml")
    assert labels(tmp_path) == (["top/x.yaml/y.yaml"], [])


def test_a_file_that_is_gone_when_it_is_read_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "gone.yaml").symlink_to(tmp_path / "nowhere")
    found = [f for f in read(tmp_path).findings if f.code == "unreadable"]
    assert len(found) == 1
    assert found[0].span.file.endswith("gone.yaml")
    assert "No such file" in found[0].message.en


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable for root")
def test_a_file_without_permission_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("a: 1\n", "utf-8")
    (tmp_path / "x.yaml").chmod(0)
    assert [f.code for f in read(tmp_path).findings] == ["unreadable"]


def test_a_folder_given_as_file_is_unreadable(tmp_path: Path) -> None:
    (tmp_path / "d.yaml").mkdir()
    from dealer_roles.source.document import read_documents
    from dealer_roles.source.file import SourceFile

    _, found = read_documents([SourceFile(tmp_path / "d.yaml", "d.yaml")], DEFAULTS)
    assert [f.code for f in found] == ["not-a-file"]


def test_too_many_files_are_one_finding(tmp_path: Path) -> None:
    touch(tmp_path, "a.yaml", "b.yaml", "c.yaml", "d.yaml")
    files, codes = labels(tmp_path, Settings(max_files=2))
    assert codes == ["too-many-files"]
    assert len(files) <= 3


def test_a_label_is_relative_below_the_working_directory_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here" / "in").mkdir(parents=True)
    (tmp_path / "hereafter").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert label_of(tmp_path / "here" / "in" / "x.yaml") == "in/x.yaml"
    assert label_of("in/../x.yaml") == "x.yaml"
    assert label_of(tmp_path / "hereafter" / "x.yaml") == f"{tmp_path}/hereafter/x.yaml"


def test_a_device_is_not_read_for_ever(tmp_path: Path) -> None:
    (tmp_path / "zero.yaml").symlink_to("/dev/zero")
    assert [f.code for f in read(tmp_path).findings] == ["outside-folder"]


def test_what_stands_before_a_mistake_is_still_read(tmp_path: Path) -> None:
    documents, found = read_bytes(tmp_path, b"a: 1\n---\nb: [\n")
    assert [d.data for d in documents] == [{"a": 1}]
    assert len(found) == 1


@pytest.mark.parametrize("name", ["seller.yaml.txt", "seller.yml.txt", "Seller.YAML.TXT"])
def test_a_file_whose_end_an_editor_added_is_named_and_not_passed_over(
    tmp_path: Path, name: str
) -> None:
    touch(tmp_path, name, "a.yaml", "notes.txt")
    assert labels(tmp_path) == (["top/a.yaml"], ["file-name"])


@given(st.text("a./\\ 店", max_size=8) | st.text(max_size=8).filter(lambda path: "\0" not in path))
def test_a_path_is_written_as_pathlib_writes_it(path: str) -> None:
    assert written_plainly(path) == str(Path(path))
