"""Running the scenarios that lie in an organization's folder."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dealer_roles.app.organization import Organization
from dealer_roles.expectations.coverage import Coverage, coverage
from dealer_roles.expectations.result import CaseResult
from dealer_roles.expectations.run import run_expectations


@dataclass(frozen=True, slots=True)
class TestRun:
    """The results of an organization's scenarios, in the order of files.

    Attributes:
        results: What came of each scenario.
        coverage: What the scenarios touch.
    """

    __test__ = False  # not a test of pytest's

    results: tuple[CaseResult, ...]
    coverage: Coverage

    @property
    def passed(self) -> bool:
        """Whether every scenario holds."""
        return all(result.passed for result in self.results)

    def to_dict(self, lang: str = "en") -> dict[str, object]:
        """Return the run as plain data with its texts in ``lang``."""
        return {
            "passed": sum(r.passed for r in self.results),
            "failed": sum(not r.passed for r in self.results),
            "cases": [r.to_dict(lang) for r in self.results],
            "coverage": self.coverage.to_dict(lang),
        }


def run_tests(organization: Organization, today: dt.date) -> TestRun:
    """Run every scenario in the folder of an organization."""
    results = tuple(run_expectations(organization.index, organization.loaded.documents, today))
    return TestRun(results, coverage(organization.index, results))
