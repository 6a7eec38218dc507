"""``diff`` with git revisions: places that outlive the checkout, and refusals."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import tarfile
from pathlib import Path
from typing import Any

import pytest

from dealer_roles.loading import git_revision
from dealer_roles.values.text import Text
from tests.support.command import Run, ran
from tests.support.sample import STORE

GIT = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
DUTY = "  responsibility: accountable\n"


def git(*arguments: str) -> None:
    subprocess.run([*GIT, *arguments], check=True, capture_output=True)


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> Run:
    return ran(capsys, *arguments, "--lang", "en")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a store two folders down, all of it committed."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(STORE, tmp_path / "shops" / "store")
    git("init", "-q", ".")
    git("add", "-A")
    git("commit", "-qm", "first")
    return tmp_path


PEOPLE = "positions/people.yaml"


def lose_the_accountant(store: Path) -> None:
    documents = (store / PEOPLE).read_text("utf-8").split("\n---\n")
    left = [text for text in documents if "id: accountant\n" not in text]
    assert len(left) == len(documents) - 1
    (store / PEOPLE).write_text("\n---\n".join(left), "utf-8")


@pytest.mark.parametrize(
    ("before", "where", "label"),
    [
        ("HEAD:shops/store", ".", "HEAD:shops/store/"),
        ("git:HEAD", "shops/store/positions", "HEAD:shops/store/"),
    ],
)
def test_the_old_side_names_revision_path_and_line(
    before: str, where: str, label: str, repository: Path,
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    lose_the_accountant(repository / "shops" / "store")
    monkeypatch.chdir(repository / where)
    after = os.path.relpath(repository / "shops" / "store") + "/"
    code, out, err = run(capsys, "diff", before, after, "--format", "json")
    assert (code, err) == (0, "")
    found = json.loads(out)
    files = {place["file"] for place in _places(found)}
    old = {file for file in files if file.startswith("HEAD:")}
    assert label + PEOPLE in old
    assert all(file.startswith(label) for file in old)
    assert not any("tmp" in file and "HEAD" not in file and "dealer" in file for file in files)
    assert not [file for file in files if not file.startswith("HEAD:") and not Path(file).exists()]
    lines = (STORE / PEOPLE).read_text("utf-8").splitlines()
    spans = [p for p in _places(found) if p["file"] == label + PEOPLE]
    assert all(1 <= span["line"] <= len(lines) for span in spans)
    assert len({span["line"] for span in spans}) > 1


def _places(data: Any) -> list[dict[str, Any]]:
    if isinstance(data, dict):
        own = [data] if {"file", "line"} <= data.keys() else []
        return own + [place for value in data.values() for place in _places(value)]
    return [place for value in data for place in _places(value)] if isinstance(data, list) else []


def test_what_did_not_change_has_no_difference(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Findings of both sides are the same although their files are called otherwise."""
    code, out, _ = run(capsys, "diff", "HEAD:shops/store", "./shops/store")
    assert (code, out.strip()) == (0, "Nothing changed.")


def test_a_store_at_the_top_of_a_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(STORE, tmp_path / "top")
    monkeypatch.chdir(tmp_path / "top")
    git("init", "-q", ".")
    git("add", "-A")
    git("commit", "-qm", "first")
    lose_the_accountant(tmp_path / "top")
    code, out, _ = run(capsys, "diff", "git:HEAD", "--format", "json")
    assert code == 0
    assert f"HEAD:{PEOPLE}" in {p["file"] for p in _places(json.loads(out))}


def test_an_old_side_that_does_not_load_says_where(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = repository / "shops" / "store" / PEOPLE
    right = file.read_text("utf-8")
    file.write_text(right + "colour: red\n", "utf-8")
    git("commit", "-qam", "broken")
    file.write_text(right, "utf-8")
    code, _, err = run(capsys, "diff", "HEAD:shops/store", "./shops/store")
    assert code == 2
    number = len(right.splitlines()) + 1
    assert f"HEAD:shops/store/{PEOPLE}:{number}:1" in err


@pytest.mark.parametrize(
    "name",
    ["NOWHERE:shops/store", "HEAD:nowhere", "HEAD:../..", "git:--help", "git:NOWHERE"],
)
def test_what_git_does_not_have_is_refused(
    name: str, repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(capsys, "diff", name, "./shops/store")
    assert (code, out) == (2, "")
    assert "git" in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("name", "mend"),
    [
        ("NOWHERE:shops/store", "no revision 'NOWHERE': name a commit, a branch or a tag"),
        ("HEAD:nowhere", "write HEAD:FOLDER"),
        ("HEAD:../..", "write git:REVISION or REVISION:folder"),
    ],
)
def test_what_git_does_not_have_says_how_to_mend_it(
    name: str, mend: str, repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert mend in " ".join(run(capsys, "diff", name, "./shops/store").err.split())
    told = ran(capsys, "diff", name, "./shops/store", "--lang", "zh").err
    assert "请写" in told


@pytest.mark.parametrize("name", ["HEAD", "HEAD~0", "side/branch"])
def test_a_bare_revision_is_told_how_it_is_written(
    name: str, repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git("branch", "side/branch")
    code, out, err = run(capsys, "diff", name, "./shops/store")
    assert (code, out) == (2, "")
    assert f"did you mean git:{name}?" in " ".join(err.split())
    code, _, err = run(capsys, "diff", f"{name}-", "./shops/store")
    assert (code, "git:" in err) == (2, False)


@pytest.mark.parametrize("before", ["v1", "trunk~2", "HEAD~1^1", "HEAD~2"])
def test_the_old_side_may_be_a_tag_a_branch_or_a_parent_of_a_merge(
    before: str, repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git("branch", "-M", "trunk")
    git("tag", "v1")
    git("checkout", "-qb", "side")
    lose_the_accountant(repository / "shops" / "store")
    git("commit", "-qam", "lost")
    git("checkout", "-q", "trunk")
    git("merge", "-q", "--no-ff", "-m", "merge", "side")
    git("mv", "shops/store", "shop")
    git("commit", "-qm", "renamed")
    lost = run(capsys, "diff", f"{before}:shops/store", "./shop", "--format", "json")
    assert (lost.code, "accountant" in lost.out) == (0, True)
    same = run(capsys, "diff", "HEAD~1^2:shops/store", "./shop", "--format", "json")
    assert (same.code, "accountant" in same.out) == (0, False)
    folder = run(capsys, "diff", "v1:shop", "./shop")
    assert (folder.code, "write v1:FOLDER" in " ".join(folder.err.split())) == (2, True)


@pytest.mark.parametrize("kind", ["above", "absolute", "link", "device", "no tar"])
def test_an_archive_that_writes_elsewhere_is_refused(
    kind: str, repository: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    real = git_revision._git

    def archived(*arguments: str, refused: Text | None = None) -> bytes:
        if "archive" in arguments:
            return hostile(kind, repository)
        return real(*arguments, refused=refused)

    monkeypatch.setattr(git_revision, "_git", archived)
    code, out, err = run(capsys, "diff", "HEAD:shops/store", "./shops/store")
    assert (code, out) == (2, "")
    assert "git" in err
    assert not (repository.parent / "escaped").exists()


def hostile(kind: str, base: Path) -> bytes:
    if kind == "no tar":
        return b"nonsense"
    stream = io.BytesIO()
    member = tarfile.TarInfo("../escaped" if kind == "above" else "escaped")
    if kind == "absolute":
        member.name = "../" * 20 + str(base.parent / "escaped").lstrip("/")
    elif kind == "link":
        member.type, member.linkname = tarfile.SYMTYPE, "../../../etc"
    elif kind == "device":
        member.type = tarfile.CHRTYPE
    with tarfile.open(fileobj=stream, mode="w") as tar:
        tar.addfile(member)
    return stream.getvalue()
