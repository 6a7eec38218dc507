"""A new organization is clean at its first check, whatever it begins from, and says what it is."""

from __future__ import annotations

import errno
import itertools
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

import dealer_roles as dr
from dealer_roles.output.files import write_file
from dealer_roles.starter.package_source import requirement
from dealer_roles.starter.variants import variant
from dealer_roles.starter.wish import SIZES
from tests.support.command import exit_code

CHINESE = re.compile(r"[\u3400-\u9fff]")


def begun(tmp_path: Path, *options: str) -> Path:
    folder = tmp_path / "my-store"
    assert exit_code("init", str(folder), *options) == 0
    return folder


@pytest.mark.parametrize("origin", ["empty", "standard", "d01", "d03", "d05", "d14"])
@pytest.mark.parametrize("lang", ["zh", "en", "both"])
def test_the_first_check_is_clean_and_says_what_it_looked_at(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], origin: str, lang: str
) -> None:
    folder = begun(tmp_path, "--from", origin, "--lang", lang)
    capsys.readouterr()
    assert exit_code("check", str(folder), "--fail-level", "note", "--lang", "en") == 0
    assert "Looked at my-store" in capsys.readouterr().out
    assert exit_code("test", str(folder), "--lang", "en") == 0
    assert re.search(r"[1-9]\d* held, 0 did not", capsys.readouterr().out)
    schemas = ["schema", "--all", "--org", str(folder), "-o", str(folder / ".schemas"), "--check"]
    assert exit_code(*schemas) == 0


@pytest.mark.parametrize("size", SIZES)
def test_a_size_passes_the_strict_profile_and_only_notes_are_waived(
    tmp_path: Path, size: str
) -> None:
    folder = begun(tmp_path, "--size", size)
    organization = dr.load(folder)
    found = organization.check("strict")
    assert [f.message.en for f in found if f.severity != "note"] == []
    assert tuple(organization.check()) == ()
    (folder / "waivers.yaml").unlink(missing_ok=True)
    left = {f.code for f in dr.load(folder).check("strict") if f.severity != "note"}
    assert left == set()
    assert exit_code("test", str(folder)) == 0


@pytest.mark.parametrize("size", SIZES)
def test_one_language_needs_no_more_waivers_than_two(tmp_path: Path, size: str) -> None:
    counts = {}
    for lang in ("zh", "en", "both"):
        folder = tmp_path / lang
        assert exit_code("init", str(folder), "--size", size, "--lang", lang) == 0
        waived = folder / "waivers.yaml"
        counts[lang] = waived.read_text("utf-8").count("- rule:") if waived.exists() else 0
    assert max(counts["zh"], counts["en"]) <= counts["both"]


def test_a_waiver_of_two_tasks_in_one_hand_says_which_control_to_confirm(tmp_path: Path) -> None:
    folder = begun(tmp_path, "--size", "small")
    waivers = yaml.safe_load((folder / "waivers.yaml").read_text("utf-8"))["waivers"]
    (folder / "waivers.yaml").unlink()
    found = {(f.code, f.subject): f for f in dr.load(folder).check()}
    assert len(found) == len(waivers)
    compensated = 0
    for waiver in waivers:
        finding = found[waiver["rule"], waiver["subject"]]
        named = "补偿控制" in finding.fix.zh
        compensated += named
        assert waiver["reason"]["zh"].endswith(finding.fix.zh) == named
        assert waiver["reason"]["en"].endswith(finding.fix.en) == named
    assert compensated


@pytest.mark.parametrize("size", SIZES)
def test_a_size_has_the_people_that_it_says(tmp_path: Path, size: str) -> None:
    organization = dr.load(begun(tmp_path, "--size", size))
    shared = {member for post in organization.posts.values() for member in post.positions}
    alone = [p for p in organization.positions.values() if p.id not in shared]
    seats = [post.headcount for post in organization.posts.values()]
    absent = set(variant(size).headcount) - set(organization.positions)
    missing = sum(variant(size).headcount[position] for position in absent)
    people = sum(int(n or 0) for n in (*seats, *(p.headcount for p in alone)))
    assert people == variant(size).people - missing
    assert all(organization.positions[member].headcount is None for member in shared)


@pytest.mark.parametrize("size", SIZES)
def test_a_size_names_every_position_and_each_once(size: str) -> None:
    chosen = variant(size)
    named = [m for post in chosen.posts for m in post["positions"]] + list(chosen.headcount)
    assert set(named) >= set(dr.load().positions)
    assert len(named) == len(set(named))


@pytest.mark.parametrize("origin", ["empty", "standard"])
def test_an_english_organization_has_no_chinese_word(tmp_path: Path, origin: str) -> None:
    folder = begun(tmp_path, "--from", origin, "--lang", "en", "--name", "Riverside")
    read = [p for p in folder.rglob("*") if p.is_file() and ".schemas" not in p.parts]
    assert len(read) > 8
    for path in read:
        text = path.read_text("utf-8")
        assert not CHINESE.search(text), path
    assert dr.load(folder).loaded.model.languages == ("en",)  # type: ignore[union-attr]


def test_nothing_that_is_there_is_written_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "my-store"
    folder.mkdir()
    (folder / ".gitignore").write_text("mine\n", "utf-8")
    assert exit_code("init", str(folder), "--from", "empty") == 0
    assert (folder / ".gitignore").read_text("utf-8") == "mine\n"
    assert ".gitignore" in capsys.readouterr().out
    before = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    assert exit_code("init", str(folder), "--from", "empty") == 2
    assert {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()} == before


@pytest.mark.parametrize("last", [1, 5, 30])
def test_what_cannot_be_written_to_its_end_leaves_nothing_in_the_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, last: int
) -> None:
    count = itertools.count(1)

    def until_the_disk_is_full(path: Path, content: bytes | str) -> None:
        if next(count) == last:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        write_file(path, content)

    folder = tmp_path / "stores" / "my-store"
    with monkeypatch.context() as patched:
        patched.setattr("dealer_roles.starter.begin.write_file", until_the_disk_is_full)
        assert exit_code("init", str(folder)) == 2
    assert list(tmp_path.iterdir()) == []
    folder.mkdir(parents=True)
    (folder / "README.md").write_text("mine", "utf-8")
    count = itertools.count(1)
    with monkeypatch.context() as patched:
        patched.setattr("dealer_roles.starter.begin.write_file", until_the_disk_is_full)
        assert exit_code("init", str(folder)) == 2
    assert [path.name for path in folder.rglob("*")] == ["README.md"]
    assert exit_code("init", str(folder)) == 0


def test_the_next_step_can_be_copied(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code("init", str(tmp_path / "my store"), "--from", "empty", "--lang", "en") == 0
    assert f"  cd '{tmp_path / 'my store'}'\n" in capsys.readouterr().out


def test_the_editor_finds_a_schema_for_every_definition(tmp_path: Path) -> None:
    folder = begun(tmp_path)
    settings = json.loads((folder / ".vscode/settings.json").read_text("utf-8"))
    by_file = {
        path: schema
        for schema, globs in settings["yaml.schemas"].items()
        for glob in globs
        for path in folder.glob(glob)
    }
    definitions = [p for p in folder.rglob("*.yaml") if not p.name.startswith(".")]
    for path in definitions:
        assert (folder / by_file[path]).is_file()
        modeline = path.read_text("utf-8").splitlines()[0].partition("$schema=")[2]
        assert (path.parent / modeline).resolve() == (folder / by_file[path]).resolve()


def test_the_workflow_and_the_hooks_run_as_written(tmp_path: Path) -> None:
    folder = begun(tmp_path, "--from", "empty", "--package", "dealer-roles @ git+https://x/y@v1")
    workflow = yaml.safe_load((folder / ".github/workflows/roles.yml").read_text("utf-8"))
    job = workflow["jobs"]["roles"]
    assert job["env"]["DEALER_ROLES"] == "dealer-roles @ git+https://x/y@v1"
    runs = [step["run"] for step in job["steps"] if "run" in step]
    assert runs[0] == 'python -m pip install --quiet "$DEALER_ROLES"'
    hooks = yaml.safe_load((folder / ".pre-commit-config.yaml").read_text("utf-8"))
    entries = [hook["entry"] for hook in hooks["repos"][0]["hooks"]]
    assert entries == runs[1:]
    beside = os.pathsep.join((os.path.dirname(sys.executable), os.environ["PATH"]))
    there = {**os.environ, "PATH": beside}
    for command in entries:
        subprocess.run(command.split(), check=True, cwd=folder, capture_output=True, env=there)


def test_a_stale_schema_fails_the_workflow(tmp_path: Path) -> None:
    folder = begun(tmp_path, "--from", "empty")
    tasks = folder / "catalogue/tasks.yaml"
    text = tasks.read_text("utf-8").rstrip("\n")
    tasks.write_text(text + "\n- {id: more-work, name: more}\n", "utf-8")
    schemas = ["schema", "--all", "--org", str(folder), "-o", str(folder / ".schemas")]
    assert exit_code(*schemas, "--check") == 1


@pytest.mark.parametrize(
    "options",
    [("--from", "standart"), ("--from", "d01", "--size", "small"), ("--id", "Not An Id")],
)
def test_what_cannot_be_meant_is_refused(tmp_path: Path, options: tuple[str, ...]) -> None:
    assert exit_code("init", str(tmp_path / "new"), *options) == 2
    assert not (tmp_path / "new").exists()


def test_the_package_is_installed_from_where_this_one_was() -> None:
    vcs = {"vcs": "git", "requested_revision": "v1", "commit_id": "abc"}
    assert requirement({"url": "https://x/y.git", "vcs_info": vcs}) == (
        "dealer-roles @ git+https://x/y.git@v1"
    )
    assert requirement({"url": "file:///srv/y"}) == "dealer-roles @ file:///srv/y"
