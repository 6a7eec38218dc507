"""A document that a command writes has the format that its file's ending says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.command import exit_code, ran
from tests.support.sample import STORE

BEGINS = {
    "xlsx": b"PK", "docx": b"PK", "csv": b"\xef\xbb\xbf", "html": b"<!doctype", "pdf": b"%PDF",
    "md": b"", "svg": b"<svg", "dot": b"digraph", "json": b"{",
}  # fmt: skip
COMMANDS = {
    "matrix": (("matrix",), ("xlsx", "csv", "html")),
    "handbook": (("handbook",), ("html", "pdf")),
    "describe": (("describe", "warranty-specialist"), ("md", "html", "docx", "pdf", "json")),
    "authority": (("authority",), ("xlsx", "html", "pdf", "md", "json")),
    "picture": (("picture", "org-chart"), ("svg", "dot")),
}
CASES = [(name, ending) for name, (_, endings) in COMMANDS.items() for ending in endings]


def run(*args: str) -> int:
    return exit_code(*args, "--org", str(STORE))


@pytest.mark.parametrize(("name", "ending"), CASES)
def test_the_ending_of_the_file_says_the_format(tmp_path: Path, name: str, ending: str) -> None:
    target = tmp_path / f"made.{ending.upper() if name == 'matrix' else ending}"
    assert run(*COMMANDS[name][0], "--lang", "zh", "-o", str(target)) == 0
    found = target.read_bytes().lstrip()
    assert found.lower().startswith(BEGINS[ending].lower())
    assert found


def test_what_is_said_comes_before_the_ending(tmp_path: Path) -> None:
    target = tmp_path / "made.html"
    assert run("matrix", "--format", "csv", "-o", str(target)) == 0
    assert target.read_bytes().startswith(BEGINS["csv"])


def test_an_ending_of_nothing_is_the_usual_format(tmp_path: Path) -> None:
    target = tmp_path / "made.txt"
    assert run("matrix", "-o", str(target)) == 0
    assert target.read_bytes().startswith(b"PK")


@pytest.mark.parametrize("format_", ["html", "md"])
def test_the_authority_table_is_printed_where_no_file_is_named(
    capsys: pytest.CaptureFixture[str], format_: str
) -> None:
    assert run("authority", "--format", format_, "--lang", "zh") == 0
    assert "权限表" in capsys.readouterr().out


@pytest.mark.parametrize(
    "args",
    [
        ("--position", "warranty-specialist", "--format", "md"),
        ("--amount", "5", "-o", "x.xlsx"),
        ("--format", "text", "-o", "x.xlsx"),
    ],
)
def test_a_document_is_of_the_whole_authority_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, args: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("authority", *args) == 2
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "line", ["describe accountant --format docx", "describe accountant --format pdf",
             "authority --format xlsx", "authority --format pdf"],
)  # fmt: skip
def test_what_is_no_text_is_not_shown_on_a_terminal(
    line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    refused = ran(capsys, *line.split(), "--org", "standard", "--lang", "en")
    assert (refused.code, refused.out) == (2, "")
    assert "is not for the terminal: say -o FILE" in refused.err
