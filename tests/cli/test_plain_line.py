"""What is read without click is what click reads, and whatever is not plain is left to click."""

from __future__ import annotations

import inspect
import random
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click
import pytest

from dealer_roles.cli import main as entry
from dealer_roles.cli import plain_line
from dealer_roles.cli.commands import group
from dealer_roles.cli.locale_language import default_language
from dealer_roles.cli.plain_check import plainly_said
from dealer_roles.cli.quick_owner import plain_question
from dealer_roles.cli.run_check import run_check
from dealer_roles.source.resources import resource
from tests.support.command import ran

WORDS = ("d13", "./store", "sell", "店长", "a b", "x=y", "*", "", "-", "--", "-h", "--help", "-x")
OPTIONS = (
    "--org", "--format", "--lang", "--profile", "--select", "--ignore", "--fail-level", "--all",
    "--on", "--scope", "--output", "--since", "--guard-share", "--lenient", "--ever", "--form",
    "--fail", "--no-such", "--o",
)  # fmt: skip
VALUES = (
    *WORDS, "text", "json", "sarif", "xml", "TEXT", "zh", "en", "ZH", "de", "both", "strict",
    "minimal", "error", "note", "fatal", ".", "2026-01-31", "0.5", "one-*",
)  # fmt: skip


def lines(seed: int, count: int) -> Iterator[list[str]]:
    """Yield command lines of few words, options and values, most of them plain."""
    chance = random.Random(seed)
    plain = OPTIONS[:7]
    for _ in range(count):
        line = [chance.choice(WORDS[:6] if chance.random() < 0.9 else WORDS)]
        for _ in range(chance.randrange(4)):
            option = chance.choice(plain if chance.random() < 0.9 else OPTIONS)
            value = chance.choice(VALUES)
            said = [f"{option}={value}"] if chance.random() < 0.3 else [option, value]
            line = [*line, *said] if chance.random() < 0.7 else [*said, *line]
        yield line


def clicked(name: str, line: Sequence[str]) -> dict[str, Any]:
    """Return the parameters that click reads, sequences as tuples.

    Raises:
        click.ClickException: It refuses the line.
    """
    with click.Context(group) as above:
        command = group.get_command(above, name)
        assert command is not None
        params = command.make_context(name, [*line], obj={}).params
    return {key: tuple(v) if isinstance(v, list) else v for key, v in params.items()}


def test_a_plain_line_of_check_is_what_click_reads() -> None:
    usual = {
        name: parameter.default
        for name, parameter in inspect.signature(run_check).parameters.items()
        if parameter.default is not parameter.empty
    }
    plain = 0
    for line in lines(1, 2_000):
        said = plainly_said(line)
        if said is not None:
            plain += 1
            assert {**usual, **said} == clicked("check", line), line
    assert 400 < plain < 1_600


def test_a_plain_line_of_owner_is_what_click_reads() -> None:
    plain = 0
    for line in lines(2, 2_000):
        said = plain_question(["owner", *line])
        if said is not None:
            plain += 1
            task, format_, lang, org = said
            given = {"task": task, "format_": format_, "lang": lang or default_language()}
            read = {key: value for key, value in clicked("owner", line).items() if value}
            assert read == {**given, **({"org": org} if org else {})}, line
    assert 200 < plain < 1_600


@pytest.mark.parametrize(
    "line",
    [
        ["--help"], ["-h"], ["--"], ["-"], [""], ["--org="], ["--org", ""], ["--org", "-x"],
        ["--format"], ["--format", "xml"], ["--forma", "text"], ["--lang", "ZH"], ["-f"],
        ["--output", "json=x"], ["--on", "2026-01-31"], ["d13", "--lang"],
    ],
)  # fmt: skip
def test_any_other_line_is_left_to_click(line: list[str]) -> None:
    assert plainly_said(line) is None
    assert plainly_said(["d13"]) is not None


def test_where_a_shell_asks_for_completions_click_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(plain_line.COMPLETION, "bash_source")
    assert plainly_said(["d13"]) is None


def test_what_click_expands_is_left_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert plainly_said(["stores/*"]) is not None
    monkeypatch.setattr("dealer_roles.cli.plain_line.os.name", "nt")
    assert plainly_said(["stores/*"]) is None
    assert plainly_said(["d13"]) is not None


@pytest.mark.parametrize(
    "line",
    [
        "d02", "./store", "./store --format json --lang zh", "./store --select one-* --lang=zh",
        "", "--lang zh", "nowhere", "nowhere --lang zh", "standrd", "./store --select nosuch",
        "./store --ignore * --lang zh", "./store --profile minimal --fail-level note", "./empty",
        "d02 ./store nowhere --format sarif", "--org ./store --format github",
    ],
)  # fmt: skip
def test_both_ways_end_alike(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is printed, what is told and the exit code do not say which way was taken."""
    shutil.copytree(resource("definitions", "references", "d13"), tmp_path / "store")
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    assert plainly_said(line.split()) is not None
    plainly = ran(capsys, "check", *line.split())
    monkeypatch.setattr(entry, "PLAIN", {})
    assert ran(capsys, "check", *line.split()) == plainly
    assert plainly.out or plainly.err


def test_who_interrupts_is_told_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(**_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("dealer_roles.cli.plain_check.run", interrupted)
    monkeypatch.setattr("dealer_roles.cli.run_check.run_check", interrupted)
    plainly = ran(capsys, "check", "d13")
    monkeypatch.setattr(entry, "PLAIN", {})
    assert ran(capsys, "check", "d13") == plainly == (2, "", "\nAborted.\n")
