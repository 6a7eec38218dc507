"""``test`` of several organizations: each says what came of it, none is passed over unseen."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.support.command import Run, ran
from tests.support.tiny import write_tiny

Call = Callable[..., Run]
GIVEN = {"tasks": ["sell"], "positions": {"anna": {"reports_to": None, "duties": ["sell"]}}}
CASE = "kind: expectations\ncases:\n- {name: Who sells, owner: {task: sell, owned_by: %s}}\n"


@pytest.fixture
def run(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Call:
    monkeypatch.setenv("DEALER_ROLES_LANG", "en")
    monkeypatch.chdir(tmp_path)
    return partial(ran, capsys)


def store(name: str, owner: str = "") -> None:
    folder = write_tiny(Path(name), {"organization": {"id": name}, **GIVEN})
    if owner:
        (folder / "cases.yaml").write_text(CASE % owner, "utf-8")


def test_all_are_tested_and_one_that_fails_fails_the_run(run: Call) -> None:
    store("north", "anna")
    store("south", "anna")
    for line in (["--all", "."], [f".{os.sep}north", f".{os.sep}south"]):
        done = run("test", *line)
        assert (done.code, done.out.count("1 held, 0 did not")) == (0, 2)
        runs = json.loads(run("test", *line, "--format", "json").out)["runs"]
        assert [one["passed"] for one in runs] == [1, 1]
        assert [one["run"]["organizations"][0]["id"] for one in runs] == ["north", "south"]
    store("south", "nobody-at-all")
    done = run("test", "--all", ".")
    assert (done.code, done.out.count("1 held, 0 did not")) == (1, 1)
    assert "0 held, 1 did not" in done.out


@pytest.mark.parametrize("format_", ["text", "json"])
def test_one_without_scenarios_is_told_and_counts_where_it_was_named(
    run: Call, format_: str
) -> None:
    store("north", "anna")
    store("south")
    done = run("test", "--all", ".", "--format", format_)
    assert done.code == 0
    assert "south) has no scenario" in done.err
    assert run("test", "./north", "./south", "--format", format_).code == 2
    (Path("north") / "cases.yaml").unlink()
    assert run("test", "--all", ".", "--format", format_).code == 2


def test_one_that_does_not_load_is_told_and_the_rest_go_on(run: Call) -> None:
    store("north", "anna")
    store("south", "anna")
    (Path("south") / "more.yaml").write_text("kind: position\nid: x\nsurprise: 1\n", "utf-8")
    done = run("test", "--all", ".")
    assert done.code == 2
    assert "unknown key 'surprise'" in done.err
    assert "1 held, 0 did not" in done.out


def test_where_there_is_no_organization_the_way_to_test_all_is_named(run: Call) -> None:
    store("north", "anna")
    done = run("test")
    assert done.code == 2
    assert "test --all . takes every one" in done.err
