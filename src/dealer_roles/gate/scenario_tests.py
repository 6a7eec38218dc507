"""Running the scenarios that lie in an organization's folder."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from dealer_roles.gate.looked_at import looked_at
from dealer_roles.gate.selection import CheckOptions, rules_for
from dealer_roles.loading.loaded import Loaded
from dealer_roles.organization.linked import Linked
from dealer_roles.reports.manifest import Manifest
from dealer_roles.scenarios.coverage import ScenarioCoverage, coverage
from dealer_roles.scenarios.result import CaseResult
from dealer_roles.scenarios.run import run_expectations
from dealer_roles.values.errors import NothingToDo
from dealer_roles.values.fields import replace
from dealer_roles.values.frozen import frozen
from dealer_roles.values.text import Text
from dealer_roles.words.marks import how_many


@frozen
class TestRun:
    """The results of an organization's scenarios, in the order of files.

    Attributes:
        results: What came of each scenario.
        coverage: What the scenarios and rules touch.
        manifest: What was looked at.
    """

    __test__ = False  # not a test of pytest's

    results: tuple[CaseResult, ...]
    coverage: ScenarioCoverage
    manifest: Manifest

    @property
    def passed(self) -> bool:
        """Whether every scenario holds; where none ran, nothing does."""
        return bool(self.results) and all(result.passed for result in self.results)

    def to_dict(self, lang: str = "en") -> dict[str, object]:
        """Return the run as plain data with its texts in ``lang``."""
        return {
            "run": self.manifest.to_dict(),
            "passed": sum(r.passed for r in self.results),
            "failed": sum(not r.passed for r in self.results),
            "cases": [r.to_dict(lang) for r in self.results],
            "coverage": self.coverage.to_dict(lang),
        }


def run_tests(loaded: Loaded, today: dt.date) -> TestRun:
    """Run every scenario in the folder of an organization.

    Tasks that a rule of the standard profile, or of the organization's own, names count as
    touched.

    Raises:
        InvalidDefinitions: The organization does not load.
    """
    organization = Linked(loaded.require())
    results = tuple(run_expectations(organization, loaded.documents, today))
    rules = rules_for(loaded, CheckOptions()).run
    named = {name for rule in rules for name in rule.names}
    return TestRun(
        results, coverage(organization.on(today), results, named), _manifest(loaded, results, today)
    )


def require_scenarios(run: TestRun, loaded: Loaded) -> None:
    """Refuse a run of no scenario at all.

    Raises:
        NothingToDo: There was none.
    """
    if run.results:
        return
    words = Text(
        f"{loaded.id} ({loaded.origin}) 没有场景：读取 {loaded.files_read} 个文件，"
        "其中没有 kind: expectations",
        f"{loaded.id} ({loaded.origin}) has no scenario: "
        f"{how_many(loaded.files_read, 'file was', 'files were')} read, "
        "none of them of kind: expectations",
    )
    raise NothingToDo(words)


def _manifest(loaded: Loaded, results: Sequence[CaseResult], today: dt.date) -> Manifest:
    return replace(looked_at([loaded]), scenarios=len(results), day=today)
