"""``control``: what the catalogue declares as a check is not done by one hand, each pair once."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterator

import pytest

from dealer_roles.loading.packs import pack_documents, packs
from dealer_roles.loading.read import read
from dealer_roles.loading.rule_sets import bundled_rules
from dealer_roles.model.catalogue import Catalogue
from dealer_roles.model.catalogue_files import HOWS
from dealer_roles.rules.kinds.control import ControlParameters
from dealer_roles.rules.kinds.separation import SeparationParameters
from dealer_roles.rules.run import run_rules
from tests.support.rules import TAIL, found, organization, rule, subjects

CHECK = "{control: {how: [count]}}"
TASKS = "tasks: [{id: count, controls: [{task: [keep, issue], how: count%s}]}]"
PLAIN = TASKS % ""


def _asked(checked: str, more: str = "") -> list[str]:
    return subjects(rule("{what: holder}", checked), "{" + PLAIN + ", " + more + "}")


def test_each_pair_in_one_hand_is_found_once() -> None:
    assert _asked(CHECK, "positions: {a: [keep, issue, count]}") == [
        "a,count,issue",
        "a,count,keep",
    ]
    assert _asked(CHECK, "positions: {a: [keep], b: [count]}") == []


def test_only_the_ways_of_checking_that_the_rule_names_are_looked_at() -> None:
    assert _asked("{control: {how: [approve]}}", "positions: {a: [keep, count]}") == []


def test_a_part_that_nobody_owns_is_done_by_the_owner_of_the_whole() -> None:
    tasks = "{id: keep, part_of: store}, {id: count, controls: [{task: keep, how: count}]}"
    one = rule("{what: holder}", CHECK)
    whole = f"{{tasks: [{tasks}], positions: {{a: [store, count]}}}}"
    assert subjects(one, whole) == ["a,count,store"]
    owned = f"{{tasks: [{tasks}], positions: {{a: [store, count], b: [keep]}}}}"
    assert subjects(one, owned) == []


def test_a_desk_and_a_deputy_are_one_hand() -> None:
    desk = "positions: {a: [keep], b: [count]}, posts: {desk: {positions: [a, b]}}"
    assert _asked(CHECK, desk) == ["count,desk,keep"]
    assert _asked(CHECK, "positions: {a: {deputy: b, duties: [keep]}, b: [count]}") == [
        "a,b,count,keep"
    ]


def test_shares_whose_scopes_never_meet_are_apart() -> None:
    both = "positions: {a: [{task: keep, scope: {area: x}}, {task: count, scope: {area: %s}}]}"
    assert _asked(CHECK, both % "y") == []
    assert _asked(CHECK, both % "x") == ["a,count,keep"]


def test_own_work_that_is_never_checked_satisfies_a_rule_per_case() -> None:
    own = "positions: {a: [keep, {task: count, own_work: never}]}"
    assert _asked("{control: {how: [count], at: case}}", own) == []
    assert _asked(CHECK, own) == ["a,count,keep"]


def test_the_severity_follows_the_money_at_stake() -> None:
    severity = "[{at_least: 0, severity: warning}, {at_least: 1000, severity: error}]"
    one = rule("{what: holder}", CHECK, severity=severity)
    for amount, expected in ((999, "warning"), (1000, "error")):
        stake = TASKS % f", at_stake: {{amount: {amount}, currency: CNY}}"
        raw = "{" + stake + ", positions: {a: [keep, count]}}"
        assert [f.severity for f in found(one, raw)] == [expected]
    raw = "{" + PLAIN + ", positions: {a: [keep, count]}}"
    assert [f.severity for f in found(one, raw)] == ["warning"]


def test_a_named_control_of_somebody_else_makes_it_a_note_and_is_shown() -> None:
    one = rule("{what: holder}", CHECK)
    raw = "{" + TASKS % ", mitigated_by: [sample]" + ", positions: {a: [keep, count], b: [sample]}}"
    (finding,) = found(one, raw)
    assert finding.severity == "note"
    assert "b is accountable for sample" in {w.message.en for w in finding.witnesses}
    own = "{" + TASKS % ", mitigated_by: [sample]" + ", positions: {a: [keep, count, sample]}}"
    assert [f.severity for f in found(one, own)] == ["error"]


def test_what_is_risked_and_what_a_small_store_does_instead_is_told() -> None:
    words = ", why: {zh: 会丢, en: Things vanish}, instead: {zh: 抽盘, en: Samples}"
    raw = "{" + TASKS % words + ", positions: {a: [keep, count]}}"
    tail = TAIL.replace('"{subject}"', '"{checking} of {checked}: {why}"')
    one = rule("{what: holder}", CHECK, tail=tail.replace("mend", '"{instead}"'))
    (finding,) = found(one, raw)
    assert finding.message.en == "count of keep: Things vanish"
    assert finding.message.zh == "count of keep: 会丢"
    assert finding.fix.en == "Samples"


def test_a_way_of_checking_that_nothing_declares_is_said() -> None:
    one = rule("{what: holder}", "{control: {how: [release]}}")
    (finding,) = run_rules(organization("{" + PLAIN + ", positions: {a: [keep, count]}}"), [one])
    assert (finding.code, finding.subject) == ("rule-names-nothing", "tried,release")


def _pairs(catalogue: Catalogue) -> Iterator[tuple[str, str, str]]:
    for task in catalogue.tasks.values():
        for control in task.controls:
            yield from ((task.id, checked, control.how) for checked in control.tasks)


def test_every_way_of_checking_has_one_bundled_rule() -> None:
    rules = [r.check for r in bundled_rules() if isinstance(r.check, ControlParameters)]
    hands = [how for check in rules if not check.line for how in check.how]
    assert Counter(hands) == Counter(HOWS)
    assert [check.line for check in rules].count(True) == 1


def test_every_bundled_control_says_what_is_at_stake_and_what_a_small_store_does() -> None:
    catalogue = read("standard").require().catalogue
    controls = [c for task in catalogue.tasks.values() for c in task.controls]
    assert len(controls) > 40
    assert {how for _, _, how in _pairs(catalogue)} == set(HOWS)
    assert [c for c in controls if not (c.at_stake and c.why and c.instead)] == []


@pytest.mark.parametrize("pack", packs())
def test_every_pack_declares_its_controls(pack: str) -> None:
    files = [d.data for d in pack_documents(pack) if d.data["kind"] == "tasks"]
    checking = ("approve", "inspect", "certify", "supervise")
    checks = [t for file in files for t in file["tasks"] if t["id"].split("-")[0] in checking]
    assert checks
    assert [t["id"] for t in checks if not t.get("controls")] == []


def test_no_separation_rule_says_a_declared_pair_again() -> None:
    catalogue = read("standard").require().catalogue
    pairs = {frozenset(pair[:2]) for pair in _pairs(catalogue)}
    kept_apart = _kept_apart(catalogue)
    assert len(kept_apart) > 40
    assert {pair: rules for pair, rules in kept_apart.items() if pair in pairs} == {}


def test_no_two_separation_rules_find_one_pair() -> None:
    found = _kept_apart(read("standard").require().catalogue)
    assert {tuple(sorted(pair)): rules for pair, rules in found.items() if len(rules) > 1} == {}


def _kept_apart(catalogue: Catalogue) -> dict[frozenset[str], set[str]]:
    """Return the rules that keep two tasks apart, by the two."""
    found: dict[frozenset[str], set[str]] = defaultdict(set)
    for bundled in bundled_rules():
        if isinstance(bundled.check, SeparationParameters) and bundled.check.most == 1:
            for one, other in itertools.combinations(bundled.check.groups, 2):
                for a in one.among(catalogue, catalogue.tasks):
                    for b in other.among(catalogue, catalogue.tasks):
                        found[frozenset((a, b))].add(bundled.id)
    return found


@pytest.mark.parametrize("word", ["approve", "review", "reconcile", "count", "accept"])
def test_what_a_task_of_the_catalogue_checks_by_name_is_declared(word: str) -> None:
    """A task called approving, reviewing and so on checks another one, or is named here."""
    catalogue = read("standard").require().catalogue
    named = {id_ for id_ in catalogue.tasks if id_.split("-")[0] == word}
    declared = {checking for checking, _, _ in _pairs(catalogue)}
    assert named - declared == NOT_A_CONTROL.get(word, set())


NOT_A_CONTROL = {
    "accept": {
        "accept-arriving-vehicle",  # checks the carrier
        "accept-parts-delivery",  # checks the supplier; apart from ordering by order-receive-pay
    },
    "reconcile": {"reconcile-premiums"},  # a list of one's own, which reconcile-commissions checks
    "review": {
        "review-campaign-results",  # sums up
        "review-parts-business",  # sums up
    },
}
