"""The rule packs: their form, their examples, what they find in the bundled dealerships."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from dealer_roles.loading.checked_files import read_checked
from dealer_roles.loading.read import read
from dealer_roles.loading.rule_sets import (
    bundled_rule_files,
    bundled_rules,
    load_rules,
    profile_rules,
)
from dealer_roles.loading.write_snapshots import without_examples
from dealer_roles.organization.on_day import OnDay
from dealer_roles.rules.examples import example_organization, findings_in
from dealer_roles.rules.file_forms import PROFILES
from dealer_roles.rules.kinds import KINDS
from dealer_roles.rules.read_rule import read_rule
from dealer_roles.rules.rule import Rule
from dealer_roles.rules.run import run_rules
from dealer_roles.source.document import Locator
from dealer_roles.source.file import SourceFile
from dealer_roles.source.settings import DEFAULTS
from dealer_roles.values.findings import Finding

ON = dt.date(2026, 11, 23)
FILE = SourceFile("rules.yaml", "rules.yaml")
FOLDER = Path(__file__).parents[3] / "definitions"
OF_ONES_OWN = {"overlay", "workload"}
"""Kinds whose limits are an organization's own: no pack can state them."""


def _examples(side: str) -> Iterator[Any]:
    for rule in bundled_rules():
        for number, raw in enumerate(dict(rule.examples)[side]):
            yield pytest.param(rule, raw, id=f"{rule.id}-{number}")


def _found(rule: Rule, raw: Any) -> tuple[Finding, ...]:
    index = example_organization(raw, FILE)
    assert isinstance(index, OnDay), index
    return findings_in(rule, raw, index, FILE)


def test_the_form_of_every_bundled_rule_is_right() -> None:
    documents, findings, _ = read_checked(bundled_rule_files(), DEFAULTS)
    assert findings == []
    rules, problems = load_rules(documents)
    assert problems == ()
    assert [rule.id for rule in rules] == [rule.id for rule in bundled_rules()]


def test_a_snapshot_is_without_examples_and_its_rules_have_those_that_are_written() -> None:
    documents, _, _ = read_checked(bundled_rule_files(), DEFAULTS)
    kinds = {kind.name: kind for kind in KINDS}
    for document in documents:
        kept = without_examples(document)
        for number, raw in enumerate(document.data["rules"]):
            assert kept.data["rules"][number].keys() == raw.keys() - {"examples"}
            one, other = (read_rule(d, number, kinds, Locator(DEFAULTS)) for d in (document, kept))
            assert isinstance(one, Rule)
            assert isinstance(other, Rule)
            assert other == one
            assert other.examples == one.examples != ()


@pytest.mark.parametrize(("rule", "raw"), [*_examples("bad")])
def test_broken_on_purpose_every_bundled_rule_fires_exactly_once(rule: Rule, raw: Any) -> None:
    (finding,) = _found(rule, raw)
    assert finding.code == rule.id
    assert finding.subject
    assert finding.witnesses
    for text in (finding.message.zh, finding.message.en, finding.fix.zh, finding.fix.en):
        assert text
        assert "{" not in text


@pytest.mark.parametrize(("rule", "raw"), [*_examples("ok")])
def test_best_practice_breaks_no_bundled_rule(rule: Rule, raw: Any) -> None:
    assert _found(rule, raw) == ()


def test_every_task_that_a_bundled_rule_names_is_in_the_catalogue() -> None:
    known = read("standard").require().catalogue.tasks
    named = {(rule.id, name) for rule in bundled_rules() for name in rule.names}
    assert len(named) > 60
    assert {pair for pair in named if pair[1] not in known} == set()


def test_each_profile_holds_the_smaller_ones() -> None:
    sets = [{rule.id for rule in profile_rules(name, bundled_rules())} for name in PROFILES]
    assert sets[0] < sets[1] < sets[2]
    assert len(sets[2]) == len(bundled_rules())
    with pytest.raises(ValueError, match="profile cannot be 'lax'"):
        profile_rules("lax", bundled_rules())


def test_the_bundled_rules_use_every_kind_but_those_that_need_limits_of_ones_own() -> None:
    assert {kind.name for kind in KINDS} - {rule.kind for rule in bundled_rules()} == OF_ONES_OWN


def _check(org: str, profile: str = "standard") -> tuple[Finding, ...]:
    rules = profile_rules(profile, bundled_rules())
    return run_rules(OnDay(read(org).require(), ON), rules)


def test_the_parts_desk_of_d04_buys_and_keeps() -> None:
    (finding,) = [f for f in _check("d04") if f.code == "order-receive-pay"]
    assert finding.subject == "keep-stock,order-parts,parts-desk,record-stock-movements"
    assert finding.org == "d04"
    assert {str(w.span).rpartition(":")[0].rpartition(":")[0] for w in finding.witnesses} == {
        "bundled:d04/organization.yaml"
    }
    assert any("[D04.4.2]" in witness.message.en for witness in finding.witnesses)


def test_the_accountant_of_d13_prepares_and_reviews_expense_claims() -> None:
    (finding,) = [f for f in _check("d13") if f.code == "do-and-review"]
    assert finding.subject == "accountant,prepare-expense-claims,review-expense-claims"
    assert finding.span.file == "bundled:d13/positions/accountant.yaml"
    assert [w.message.en.endswith("[D13.6.3]") for w in finding.witnesses] == [True, True]


def test_every_rule_is_shown_by_examples_that_tell_a_story() -> None:
    """Each rule, also of a pack, has an ok and a bad example that say what they show."""
    files = [*FOLDER.glob("rules/*.yaml"), *FOLDER.glob("packs/*/rules.yaml")]
    rules = [rule for file in files for rule in yaml.safe_load(file.read_text("utf-8"))["rules"]]
    told = {
        rule["id"]: all(
            any("about" in example for example in rule["examples"][kind]) for kind in ("ok", "bad")
        )
        for rule in rules
    }
    assert len(told) > 100
    assert [id_ for id_, good in told.items() if not good] == []


def test_the_standard_dealership_is_clean_without_a_note() -> None:
    """The ideal store needs no compensating control: the strict profile finds nothing at all."""
    assert [f.message.en for f in _check("standard", "strict")] == []


@pytest.mark.parametrize("number", range(1, 16))
def test_every_reference_can_be_checked(number: int) -> None:
    findings = _check(f"d{number:02}", "strict")
    assert list(findings) == sorted(findings, key=Finding.sort_key)
    assert len({f.fingerprint for f in findings}) == len(findings)
