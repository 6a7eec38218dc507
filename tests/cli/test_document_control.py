"""Editions, signatures and Word edits, from the command line."""

from __future__ import annotations

import io
import json
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.command import Run, ran
from tests.support.sample import STORE

Call = Callable[..., Run]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(STORE, tmp_path / "store")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(here: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    def call(*arguments: str) -> Run:
        return ran(capsys, *arguments, "--org", "./store", "--lang", "en")

    return call


def codes(run: Call) -> set[str]:
    with_org = run("check", "--format", "json")
    return {finding["code"] for finding in json.loads(with_org.out)["findings"]}


def test_an_edition_is_issued_once_and_again_when_something_changed(run: Call, here: Path) -> None:
    before = (here / "store" / "positions" / "people.yaml").read_text("utf-8")
    first = run("edition", "accountant", "--reason", "First issue", "--date", "2026-11-01")
    assert (first.code, first.err) == (0, "")
    assert re.fullmatch(r"accountant: 1\.0 \(2026-11-01\) [0-9a-f]+\n", first.out)
    after = (here / "store" / "positions" / "people.yaml").read_text("utf-8")
    added = [line for line in after.splitlines() if line not in before.splitlines()]
    assert added == ['edition: {version: "1.0", date: 2026-11-01}']
    assert "First issue" in (here / "store" / "editions.yaml").read_text("utf-8")
    again = run("edition", "accountant", "--reason", "Again")
    assert (again.code, again.out) == (0, "Nothing changed: no new edition.\n")
    _reword(here)
    assert "edition-unchanged" in codes(run)
    assert run("edition", "accountant", "--reason", "Reworded").out.startswith("accountant: 1.1 ")
    assert not {code for code in codes(run) if code.startswith("edition")}


def _reword(here: Path) -> None:
    people = here / "store" / "positions" / "people.yaml"
    text = people.read_text("utf-8")
    old = "{task: count-parts, responsibility: accountable, cadence: [monthly]}"
    assert text.count(old) == 1
    people.write_text(text.replace(old, old.replace("monthly", "weekly")), "utf-8")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--reason", "x"), "Name a POSITION, or say --all."),
        (("accountant", "--all", "--reason", "x"), "Name a POSITION, or say --all."),
        (("accountant", "--reason", " "), "--reason needs words."),
        (("acountant", "--reason", "x"), "accountant"),
        (("accountant", "--reason", "x", "--date", "2026-02-30"), "2026-02-30"),
    ],
)
def test_what_cannot_be_issued_is_refused_and_nothing_written(
    arguments: tuple[str, ...], told: str, run: Call, here: Path
) -> None:
    done = run("edition", *arguments)
    assert (done.code, done.out) == (2, "")
    assert told in done.err
    assert not (here / "store" / "editions.yaml").exists()


def test_a_ledger_that_leads_elsewhere_is_not_followed(run: Call, here: Path) -> None:
    (here / "elsewhere").write_text("kind: editions\neditions: []\n", "utf-8")
    (here / "store" / "editions.yaml").symlink_to(here / "elsewhere")
    done = run("edition", "accountant", "--reason", "x")
    assert done.code == 2
    assert "leads out" in done.err
    assert (here / "elsewhere").read_text("utf-8") == "kind: editions\neditions: []\n"


def test_who_must_sign_again_is_told(run: Call, here: Path) -> None:
    nothing = run("signatures")
    assert (nothing.code, nothing.out) == (2, "")
    assert "signatures.csv" in nothing.err
    issued = run("edition", "accountant", "service-advisor", "--reason", "First")
    prints = dict(re.findall(r"([\w-]+): 1\.0 \([\d-]+\) ([0-9a-f]+)", issued.out))
    rows = [f"{p},1.0,{h},staff-{n},2026-11-02" for n, (p, h) in enumerate(prints.items())]
    register = here / "store" / "signatures.csv"
    register.write_text("position,edition,hash,who,day\n" + "\n".join(rows) + "\n", "utf-8")
    assert run("signatures", "--outdated", "--format", "json").code == 0
    _reword(here)
    run("edition", "accountant", "--reason", "Reworded")
    found = json.loads(run("signatures", "--outdated", "--format", "json").out)["signatures"]
    (one,) = found
    assert (one["position"], one["edition"], one["state"]) == ("accountant", "1.0", "outdated")
    assert (one["file"], one["line"]) == ("store/signatures.csv", 2)
    assert "signature-outdated" in codes(run)
    shown = run("signatures")
    assert (shown.code, shown.err) == (0, "")
    assert "staff-0" in shown.out
    assert "to be signed again" in shown.out


def _edited(file: Path, old: str, new: str) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(file) as before, zipfile.ZipFile(made, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if name == "word/document.xml":
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode())
            after.writestr(name, content)
    file.write_bytes(made.getvalue())


def test_edits_made_in_word_come_back_as_a_diff_and_are_written_when_told(
    run: Call, here: Path
) -> None:
    people = here / "store" / "positions" / "people.yaml"
    before = people.read_text("utf-8")
    made = run("describe", "inventory-keeper", "--format", "docx", "-o", "a.docx")
    assert made.code == 0, made.err
    unedited = run("import", "--from-ours", "a.docx")
    assert (unedited.code, unedited.out.strip()) == (0, "")
    old, new = "Keeps records, bin cards", "Keeps ledgers, bin cards"
    _edited(here / "a.docx", old, new)
    shown = run("import", "--from-ours", "a.docx")
    assert shown.code == 0, shown.err
    assert people.read_text("utf-8") == before
    changed = [line for line in shown.out.splitlines() if re.match(r"[+-](?![+-])", line)]
    assert [line[0] for line in changed] == ["-", "+"]
    assert new in changed[1]
    assert run("import", "--from-ours", "a.docx", "--write").code == 0
    after = people.read_text("utf-8").splitlines()
    pairs = [(a, b) for a, b in zip(before.splitlines(), after, strict=True) if a != b]
    assert [(a.replace(old, new).replace("'", '"'), b) for a, b in pairs] == [
        (b, b) for _, b in pairs
    ]
    assert len(pairs) == 1


@pytest.mark.parametrize("content", [b"", b"PK", b"no Word file"])
def test_what_is_no_job_description_of_ours_is_refused(
    content: bytes, run: Call, here: Path
) -> None:
    (here / "a.docx").write_bytes(content)
    done = run("import", "--from-ours", "a.docx")
    assert (done.code, done.out) == (2, "")
    assert "a.docx" in done.err


@pytest.mark.parametrize("format_", ["md", "html"])
def test_hand_written_blocks_are_carried_over(format_: str, run: Call, here: Path) -> None:
    arguments = ["describe", "accountant", "--format", format_, "-o", f"a.{format_}"]
    assert run(*arguments).code == 0
    file = here / f"a.{format_}"
    text = file.read_text("utf-8")
    (mark,) = set(re.findall(r"<!-- keep duties -->", text))
    file.write_text(text.replace(mark, f"{mark}\nBy hand: ask Anna."), "utf-8")
    _reword(here)
    assert run(*arguments).code == 0
    after = file.read_text("utf-8")
    assert "By hand: ask Anna." in after
    assert after != text
    assert "weekly" in after.lower()


def test_what_ships_is_never_changed(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    org = ("--org", "d14", "--lang", "en")
    made = ran(capsys, "describe", "service-advisor", "-o", "a.docx", *org)
    assert made.code == 0
    ships = "d14 ships with dealer-roles and is not changed"
    for words in (
        ("edition", "service-advisor", "--reason", "x"),
        ("import", "--from-ours", "a.docx"),
        ("import", "--from-ours", "a.docx", "--write"),
    ):
        done = ran(capsys, *words, *org)
        assert (done.code, done.out) == (2, "")
        assert ships in done.err
