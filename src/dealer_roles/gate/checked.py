"""One organization and what was found in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from dealer_roles.gate.document_control import CODES as CONTROL
from dealer_roles.gate.guard import GUARDS, NO_CENSUS
from dealer_roles.gate.packed_findings import kinds_of
from dealer_roles.gate.remembered import Remembered
from dealer_roles.gate.turning_to_oneself import CODE as TO_ONESELF
from dealer_roles.gate.twins import TWIN
from dealer_roles.loading.loaded import Loaded
from dealer_roles.model.renamed import CODE as FORMER
from dealer_roles.reports.report import Suppression
from dealer_roles.reports.vacancy import CODE as NOTHING
from dealer_roles.rules.rule import Rule
from dealer_roles.source.remarkable import CODES as REMARKED
from dealer_roles.values.findings import Finding
from dealer_roles.values.frozen import frozen

BY_THE_GATE = frozenset(
    {
        *("waiver-unused", "waiver-lapsed", "waiver-lapsing", "waiver-names-unknown"),
        *("rule-names-unknown-task", "rule-selects-nothing", "rule-names-nothing"),
    }
)
"""Findings of a check that no rule made and that a baseline may hold all the same."""

BY_NO_RULE = CONTROL | REMARKED | {FORMER, TO_ONESELF}
"""Codes of what is said of an organization that stands, which a waiver may name as it may rules."""

_OF_WHAT_STANDS = BY_THE_GATE | BY_NO_RULE | {TWIN, NO_CENSUS, NOTHING, *GUARDS}
"""Codes of findings for which the definitions, a rule of their own included, had to stand."""


@frozen
class Checked:
    """One organization and what was found in it.

    Attributes:
        loaded: What was read, or where there were many, what is remembered of it.
        rules: The rules that were run.
        findings: The findings that no waiver accepts, sorted; of many organizations packed.
        waived: The findings that one accepts, likewise.
        waivers: How many waivers were applied.
        day: The day.
        known: The ids of all rules that a waiver or a baseline may name.
        selected: The rules that are run on an organization that stands.
    """

    loaded: Loaded | Remembered
    rules: tuple[Rule, ...]
    findings: Collection[Finding]
    waived: Collection[tuple[Finding, Suppression]]
    waivers: int = 0
    day: dt.date | None = None
    known: frozenset[str] = frozenset()
    selected: tuple[Rule, ...] = ()

    @property
    def broken(self) -> bool:
        """Whether something is wrong with the definitions themselves: no rule found it."""
        made = {rule.id for rule in self.rules} | _OF_WHAT_STANDS
        found = kinds_of(self.findings)
        wrong = any(severity == "error" and code not in made for code, severity in found)
        return wrong or not self.loaded.stands


def may_be_known(finding: Finding, checked: Checked) -> bool:
    """Whether a baseline may hold a finding: a rule, or a look at the rules, made it."""
    made_by_rule = finding.code in checked.known or finding.code in BY_THE_GATE
    return checked.loaded.stands and made_by_rule and finding.code != TWIN
