"""Running the scenarios that lie in an organization's folder."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dealer_roles.gate.check import CheckOptions, rules_for
from dealer_roles.loading.loaded import Loaded
from dealer_roles.organization.linked import Linked
from dealer_roles.scenarios.coverage import Coverage, coverage
from dealer_roles.scenarios.result import CaseResult
from dealer_roles.scenarios.run import run_expectations


@dataclass(frozen=True, slots=True)
class TestRun:
    """The results of an organization's scenarios, in the order of files.

    Attributes:
        results: What came of each scenario.
        coverage: What the scenarios and rules touch.
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


def run_tests(loaded: Loaded, today: dt.date) -> TestRun:
    """Run every scenario in the folder of an organization.

    Tasks that a rule of the standard profile, or of the organization's own, names count as
    touched.
    """
    organization = Linked(loaded.require())
    results = tuple(run_expectations(organization, loaded.documents, today))
    rules, _ = rules_for(loaded, CheckOptions())
    return TestRun(
        results,
        coverage(organization.on(today), results, {t for rule in rules for t in rule.names}),
    )
