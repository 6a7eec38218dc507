"""Fixtures and settings that all tests share."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from _pytest.terminal import TerminalReporter
from hypothesis import HealthCheck, Phase, settings

from dealer_roles.facade import Organization
from tests.support.examples import USUAL
from tests.support.tiny import tiny
from tests.support.tools import summary

# What one test reads is not kept for another, nor in the cache of whoever runs them.
os.environ["DEALER_ROLES_CACHE"] = "off"

pytest_plugins = ["pytester"]
collect_ignore = ["data"]  # organizations to be read by tests, scenarios of theirs among them

settings.register_profile(
    "default",
    deadline=None,
    max_examples=USUAL,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    derandomize=True,
)
# ``make fuzz``: new seeds, many more examples, and what failed is kept to be tried again.
settings.register_profile(
    "fuzz",
    parent=settings.get_profile("default"),
    max_examples=int(os.environ.get("FUZZ_EXAMPLES", "2000")),
    derandomize=False,
    print_blob=True,
)
# To see quickly how many tests fail at all: what failed is shown as it was drawn.
settings.register_profile(
    "hunt", parent=settings.get_profile("fuzz"), phases=[Phase.explicit, Phase.generate]
)
# ``make mutation``: each of many changed programs meets a few examples, always the same.
settings.register_profile(
    "mutation",
    parent=settings.get_profile("default"),
    max_examples=12,
    phases=[Phase.explicit, Phase.generate],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let CI insist on the programs that some tests look through."""
    parser.addoption(
        "--all-tools", action="store_true", help="fail where a test lacks a program of the system"
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the quick tests speak first where one failure is enough."""
    if os.environ.get("HYPOTHESIS_PROFILE") == "mutation":
        items.sort(key=lambda item: item.nodeid.startswith(("tests/laws", "tests/oracle")))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(terminalreporter: TerminalReporter) -> Iterator[None]:
    """Say in one last line what was skipped for want of a program, and how to get it."""
    yield
    if line := summary(terminalreporter.stats.get("skipped", [])):
        terminalreporter.write_line(line, yellow=True)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail the session that was to skip nothing and did."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if not session.config.getoption("--all-tools") or reporter is None:
        return
    if summary(reporter.stats.get("skipped", [])) and not session.exitstatus:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests read English unless they ask for Chinese."""
    monkeypatch.setenv("DEALER_ROLES_LANG", "en")


@pytest.fixture
def make(tmp_path: Path) -> Callable[[dict[str, Any]], Organization]:
    """Build a tiny organization from its description."""

    def build(given: dict[str, Any]) -> Organization:
        return tiny(tmp_path / "org", given)

    return build
