"""A gap and the bundled rule about the same thing name the same subjects."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dealer_roles.facade import Organization, load
from dealer_roles.loading.bundled import bundled
from dealer_roles.loading.rule_sets import bundled_rules
from dealer_roles.rules.run import run_rules
from tests.laws.loading import build
from tests.laws.strategies import DAYS, FEW, Documents, organizations

PAIRS = {
    "handoff-lands": {"receiver-absent", "receiver-without-share"},
    "change-of-hands-is-handed-over": {"handoff-missing"},
    "position-has-duties": {"position-without-duties"},
    "department-has-a-head": {"department-without-head"},
    "vacancy-has-somebody-acting": {"vacant-nobody-acting"},
    "line-is-stated": {"line-not-stated"},
    "ladder-ends": {"ladder-loops", "ladder-ends-nowhere"},
    "ladder-limits-grow": {"ladder-limits-shrink"},
    "entries-have-conditions": {"escalation-ambiguous"},
    "ladder-is-not-overridden": {"ladder-overridden"},
}
RULES = {rule.id: rule for rule in bundled_rules()}


def agree(organization: Organization, day: str) -> int:
    """Compare the two for every pair; return how many subjects were compared."""
    gaps, compared = organization.gaps(day), 0
    for rule, kinds in PAIRS.items():
        missing = {gap.subject for gap in gaps if gap.kind in kinds}
        found = {f.subject for f in run_rules(organization.on(day), [RULES[rule]])}
        assert found == missing, rule
        compared += len(found)
    return compared


@FEW
@given(organizations(), st.sampled_from([DAYS[0], DAYS[3]]))
def test_gaps_and_rules_agree(documents: Documents, day: str) -> None:
    agree(build(documents), day)


@FEW
@given(organizations(), st.sampled_from([DAYS[0], DAYS[3]]))
def test_what_is_handed_to_nobody_is_a_gap_unless_somebody_is_not_named(
    documents: Documents, day: str
) -> None:
    organization = build(documents)
    kinds = PAIRS["handoff-lands"]
    told = {gap.about for gap in organization.gaps(day) if gap.kind in kinds}
    for handoff in organization.handoffs(on=day):
        unnamed = handoff.to_kind == "unnamed" or "not named here" in handoff.why.en
        assert handoff.receivers or unnamed or handoff.id in told


def test_gaps_and_rules_agree_on_everything_bundled_and_there_is_something_to_agree_on() -> None:
    assert sum(agree(load(name), "2026-11-01") for name in bundled()) > 20
