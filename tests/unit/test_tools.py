"""What is skipped for want of a program is said in one line, and CI may refuse it."""

from __future__ import annotations

from pathlib import Path

import pytest
from scripts.system_packages import TOOLS, Tool

NOTHING = Tool(name="Nothing", commands=("no-such-program",), packages=("nothing",))
FILE = """
import pytest
from tests.support.tools import needs
@needs("nothing")
def test_one(): ...
@needs("nothing")
def test_two(): ...
@pytest.mark.skip(reason="another reason")
def test_three(): ...
def test_four(): ...
"""
CONFTEST = """
from scripts.system_packages import TOOLS
from tests.unit.test_tools import NOTHING
TOOLS["nothing"] = NOTHING
from tests.conftest import pytest_addoption, pytest_sessionfinish, pytest_terminal_summary
"""
LINE = "2 tests skipped for want of Nothing (2): make system-packages gets it"


@pytest.fixture(autouse=True)
def _ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))


@pytest.fixture
def ran(pytester: pytest.Pytester) -> pytest.Pytester:
    pytester.makeconftest(CONFTEST)
    pytester.makepyfile(FILE)
    return pytester


@pytest.mark.parametrize("workers", ["0", "2"])
def test_one_line_says_what_was_skipped_and_how_to_get_it(
    ran: pytest.Pytester, workers: str
) -> None:
    made = ran.runpytest_subprocess("-n", workers)
    assert made.ret == pytest.ExitCode.OK
    assert made.outlines.count(LINE) == 1
    assert made.outlines.index(LINE) == len(made.outlines) - 2  # the count of pytest is last


@pytest.mark.parametrize("workers", ["0", "2"])
def test_ci_fails_where_a_program_is_missing(ran: pytest.Pytester, workers: str) -> None:
    assert ran.runpytest_subprocess("-n", workers, "--all-tools").ret == 1


def test_nothing_is_said_where_nothing_is_missing(pytester: pytest.Pytester) -> None:
    pytester.makeconftest(CONFTEST)
    pytester.makepyfile("def test_one(): ...")
    made = pytester.runpytest_subprocess("--all-tools")
    assert made.ret == pytest.ExitCode.OK
    made.stdout.no_fnmatch_line("*for want of*")


def test_a_tool_is_missing_where_none_of_its_commands_is_found(
    monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert all(tool.missing() for tool in TOOLS.values())
