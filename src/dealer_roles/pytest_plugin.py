"""A pytest plugin: collects files of ``kind: expectations`` anywhere and runs their scenarios.

Each scenario is one test. The organization is the nearest ``organization.yaml`` upward
of the file, or what ``--dealer-roles-org`` names.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from dealer_roles.source.plain_files import SUFFIXES

if TYPE_CHECKING:
    from dealer_roles.facade import Organization
    from dealer_roles.scenarios.result import CaseResult


@dataclass(slots=True)
class Seen:
    """What a session of pytest saw of ours, and what it left to others.

    Attributes:
        scenarios: How many scenarios each collected file holds.
        others: The YAML files that are not ours.
    """

    scenarios: dict[Path, int] = field(default_factory=dict)
    others: set[Path] = field(default_factory=set)

    def words(self) -> str:
        """Return it in one line."""
        from dealer_roles.words.marks import how_many

        scenarios = how_many(sum(self.scenarios.values()), "scenario")
        found = f"{scenarios} in {how_many(len(self.scenarios), 'file')}"
        return f"dealer-roles: {found}; YAML files that are none of ours: {len(self.others)}"


_SEEN = pytest.StashKey[Seen]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--dealer-roles-org``."""
    group = parser.getgroup("dealer-roles")
    group.addoption(
        "--dealer-roles-org",
        metavar="NAME|PATH",
        help="the organization that files of expectations are run against",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Begin to note what is looked at."""
    if config.getoption("--dealer-roles-org") == "":
        raise pytest.UsageError("--dealer-roles-org is empty, as a variable is that is not set")
    config.stash[_SEEN] = Seen()


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect a YAML file that holds expectations."""
    if file_path.suffix.lower() not in SUFFIXES:
        return None
    from dealer_roles.loading.expectation_files import holds_expectations

    if holds_expectations(file_path):
        return CollectedExpectations.from_parent(parent, path=file_path)
    parent.config.stash[_SEEN].others.add(file_path)
    return None


def pytest_report_collectionfinish(config: pytest.Config) -> list[str]:
    """Say what was looked at, so that nothing found is not taken for everything fine."""
    seen = config.stash[_SEEN]
    return [seen.words()] if seen.scenarios or seen.others else []


@cache
def _organization(name: str) -> Organization:
    from dealer_roles.facade import load

    return load(name)


class CollectedExpectations(pytest.File):
    """A file of expectations."""

    def collect(self) -> Iterator[pytest.Item]:
        """Yield one test a scenario; a file that cannot be read is an error of collection."""
        from dealer_roles.loading.checked_files import read_checked
        from dealer_roles.loading.nearest_folder import nearest_folder
        from dealer_roles.source.file import SourceFile
        from dealer_roles.source.labels import label_of
        from dealer_roles.source.settings import find_settings

        named = self.config.getoption("--dealer-roles-org")
        if named:
            self._require(named)
        folder = nearest_folder(self.path.parent)
        org = named or folder
        if org is None:
            raise self.CollectError(
                f"{self.path}: no organization.yaml from here upward; "
                "name one with --dealer-roles-org"
            )
        file = SourceFile(self.path, label_of(self.path))
        documents, findings, _ = read_checked([file], find_settings(self.path.parent))
        if findings:
            raise self.CollectError("\n".join(f"{f.span}: {f.message.en}" for f in findings))
        cases = [
            case
            for document in documents
            if document.kind == "expectations"
            for case in document.data["cases"]
        ]
        self.config.stash[_SEEN].scenarios[self.path] = len(cases)
        for name, case in zip(node_names(cases), cases, strict=True):
            yield ExpectationItem.from_parent(self, name=name, case=case, org=org, label=file.label)

    def _require(self, named: str) -> None:
        """Refuse the name of no organization once, and not each scenario for it."""
        from dealer_roles.values.errors import InvalidDefinitions, UnknownOrganization

        try:
            _organization(named)
        except UnknownOrganization as error:
            raise self.CollectError(f"--dealer-roles-org: {error}") from None
        except InvalidDefinitions:  # each scenario says so
            return


def node_names(cases: list[Any]) -> list[str]:
    """Return a name for each scenario of a file, by which it can be run alone.

    pytest parts a node id at ``::``, so no name holds it; a second of one name gets a number.
    """
    from dealer_roles.output.clean import one_line

    names: dict[str, None] = {}
    for case in cases:
        said = one_line(_title(case["name"])).strip()
        while "::" in said:
            said = said.replace("::", ":")
        name, number = said, 1
        while name in names:
            number += 1
            name = f"{said} ({number})"
        names[name] = None
    return list(names)


def _title(name: Any) -> str:
    """Return a scenario's name: in English if it has one."""
    return name if isinstance(name, str) else str(name.get("en") or next(iter(name.values())))


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
        from dealer_roles.values.errors import DealerRolesError

        if isinstance(excinfo.value, DealerRolesError):
            return excinfo.value.message.en
        if not isinstance(excinfo.value, ExpectationFailed):
            return super().repr_failure(excinfo, style)
        from dealer_roles.output.clean import one_line

        result = excinfo.value.result
        lines = [f"{result.span}: {result.name.zh} · {result.name.en}"]
        lines += [f"  {failure.en}" for failure in result.failures]
        lines += [f"    {e.span} {e.position} {e.responsibility} {e.task}" for e in result.evidence]
        return "\n".join(map(one_line, lines))

    def reportinfo(self) -> tuple[Path, int, str]:
        """Return where the scenario stands."""
        return self.path, self._case.line - 1, self.name
