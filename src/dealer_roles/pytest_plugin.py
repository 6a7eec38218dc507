"""A pytest plugin: collects files of ``kind: expectations`` anywhere and runs their scenarios.

Each scenario is one test. The organization is the nearest ``organization.yaml`` upward
of the file, or what ``--dealer-roles-org`` names.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from dealer_roles.facade import Organization
    from dealer_roles.scenarios.result import CaseResult

SUFFIXES = (".yaml", ".yml")
_KIND = b"kind: expectations"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--dealer-roles-org``."""
    group = parser.getgroup("dealer-roles")
    group.addoption(
        "--dealer-roles-org",
        metavar="NAME|PATH",
        help="the organization that files of expectations are run against",
    )


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect a YAML file that says ``kind: expectations``."""
    if file_path.suffix not in SUFFIXES or not _is_expectations(file_path):
        return None
    return ExpectationsFile.from_parent(parent, path=file_path)


def _is_expectations(path: Path) -> bool:
    try:
        return _KIND in path.read_bytes()[:100_000]
    except OSError:
        return False


@cache
def _organization(name: str) -> Organization:
    from dealer_roles.facade import load

    return load(name)


class ExpectationsFile(pytest.File):
    """A file of expectations."""

    def collect(self) -> Iterator[pytest.Item]:
        """Yield one test a scenario; a file that cannot be read is an error of collection."""
        from dealer_roles.loading.checked_files import read_checked
        from dealer_roles.loading.nearest_folder import nearest_folder
        from dealer_roles.source.discovery import label_of
        from dealer_roles.source.file import SourceFile
        from dealer_roles.source.settings import find_settings

        named = self.config.getoption("--dealer-roles-org")
        folder = nearest_folder(self.path.parent)
        org = named or folder or "standard"
        file = SourceFile(self.path, label_of(self.path))
        documents, findings, _ = read_checked([file], find_settings(self.path.parent))
        if findings:
            raise self.CollectError("\n".join(f"{f.span}: {f.message.en}" for f in findings))
        for document in documents:
            if document.kind != "expectations":
                continue
            for case in document.data["cases"]:
                yield ExpectationItem.from_parent(
                    self, name=case["name"]["en"], case=case, org=org, label=file.label
                )


class ExpectationFailed(Exception):
    """A scenario does not hold."""

    def __init__(self, result: CaseResult) -> None:
        self.result = result
        super().__init__(result.name.en)


class ExpectationItem(pytest.Item):
    """One scenario as a test."""

    def __init__(self, *, case: Any, org: str, label: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._case = case
        self._org = org
        self._label = label

    def runtest(self) -> None:
        """Run the scenario."""
        from dealer_roles.scenarios.run import run_case

        organization = _organization(self._org).linked
        result = run_case(organization, self._case, self._label, dt.date.today())
        if not result.passed:
            raise ExpectationFailed(result)

    def repr_failure(
        self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None
    ) -> str | Any:
        """Say what was expected, what was found, and where that stands."""
        if not isinstance(excinfo.value, ExpectationFailed):
            return super().repr_failure(excinfo, style)
        result = excinfo.value.result
        lines = [f"{result.span}: {result.name.zh} · {result.name.en}"]
        lines += [f"  {failure.en}" for failure in result.failures]
        lines += [f"    {e.span} {e.position} {e.responsibility} {e.task}" for e in result.evidence]
        return "\n".join(lines)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Return where the scenario stands."""
        return self.path, self._case.line - 1, self.name
