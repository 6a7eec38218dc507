"""Owner, gaps, overlaps and the rules about ownership say the same of every point."""

from __future__ import annotations

import itertools
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dealer_roles.facade import Organization, load
from dealer_roles.loading.bundled import bundled
from dealer_roles.loading.rule_sets import bundled_rules
from dealer_roles.rules.run import run_rules
from dealer_roles.values.scope import Scope
from tests.laws.loading import build
from tests.laws.strategies import DAYS, DIMENSIONS, FEW, Documents, organizations

RULES = {rule.id: rule for rule in bundled_rules()}
GAPS = ("task-unowned", "task-only-supported", "cell-unowned")
POINTS = [
    dict(zip(DIMENSIONS, values, strict=True)) for values in itertools.product(*DIMENSIONS.values())
]


def holds_at(scope: Scope, point: dict[str, str]) -> bool:
    return all(point[dim] in values for dim, values in scope)


def subjects(organization: Organization, rule: str, day: Any) -> set[str]:
    """Return the tasks that a rule names, each finding's first."""
    found = run_rules(organization.on(day), [RULES[rule]])
    tasks = organization.tasks
    return {part for f in found for part in f.subject.split(",") if part.split("[")[0] in tasks}


@FEW
@given(organizations(), st.sampled_from(DAYS))
def test_contested_is_an_overlap_and_an_error(documents: Documents, day: str) -> None:
    organization = build(documents)
    same = [overlap for overlap in organization.overlaps(day) if overlap.kind == "same"]
    for task in organization.tasks:
        for point in POINTS:
            answer = organization.owner(task, point, day)
            here = [o for o in same if o.task == task]
            sets = [set(o.positions) for o in here if any(holds_at(c, point) for c in o.cells)]
            assert all(positions == set(answer.owners) for positions in sets)
            if answer.status == "contested" and not answer.inherited_from:
                assert any(set(answer.owners) <= set(o.positions) for o in here)
    contested = {overlap.task for overlap in same}
    assert contested == {s.split("[")[0] for s in subjects(organization, "one-owner", day)}


@FEW
@given(organizations(), st.sampled_from(DAYS))
def test_a_gap_is_where_nobody_owns_it_and_what_the_rule_finds(
    documents: Documents, day: str
) -> None:
    organization = build(documents)
    agree(organization, day)
    open_tasks = {gap.about for gap in organization.gaps(day) if gap.kind in GAPS}
    for task in organization.tasks:
        answers = [organization.owner(task, point, day) for point in POINTS]
        nobody = [a for a in answers if not a.owners and not a.declared]
        settled = bool(nobody) and all(a.parts for a in nobody)
        assert (task in open_tasks) == (bool(nobody) and not settled), task
        whole = organization.owner(task, None, day)
        assert set(whole.owners) == {owner for answer in answers for owner in answer.owners}


def agree(organization: Organization, day: str) -> int:
    """Compare gaps in ownership that are warnings with the rule; return how many there are."""
    missing = {
        gap.subject.replace(",", "+")
        for gap in organization.gaps(day)
        if gap.kind in GAPS and gap.severity == "warning"
    }
    assert subjects(organization, "no-forgotten-task", day) == missing
    return len(missing)


def test_they_agree_on_everything_bundled_and_there_is_something_to_agree_on() -> None:
    assert sum(agree(load(name), "2026-11-01") for name in bundled()) > 5


@FEW
@given(organizations(), st.sampled_from(DAYS))
def test_a_department_receives_by_its_members_who_own_what_comes_next(
    documents: Documents, day: str
) -> None:
    """Desks apart: which of their positions state the share is told by examples."""
    organization = build(documents)
    desks = {position for post in organization.posts.values() for position in post.positions}
    alone = {p.id: p.departments for p in organization.positions.values() if p.id not in desks}
    for handoff in organization.handoffs(on=day):
        if not handoff.then or handoff.to_kind != "department":
            continue
        scope = {dim: list(values) for dim, values in handoff.scope}
        owners = organization.owner(handoff.then, scope, day).owners
        owning = {id_ for id_ in owners if handoff.to in alone.get(id_, ())}
        if owning:
            assert owning == {id_ for id_ in handoff.receivers if id_ in alone}
