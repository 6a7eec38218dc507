"""What holds of every escalation, whatever the organization."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dealer_roles.facade import Organization
from dealer_roles.questions.escalation_answer import EscalationAnswer
from tests.laws.loading import build, without_places
from tests.laws.strategies import ESCALATIONS, FEW, Documents, organizations

DAY = "2026-01-05"
HERE, BUSINESS = ESCALATIONS.positions, ESCALATIONS.scopes["business"]
CASE = {"business": "sales"}


def ladder_of(documents: Documents) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = documents["organization"].get("ladders", {}).get("fire", [])
    return [rung for rung in found if "sales" in values(rung)]


def values(rung: dict[str, Any]) -> list[str]:
    wanted = rung.get("for", {}).get("business", BUSINESS)
    return [wanted] if isinstance(wanted, str) else list(wanted)


def answers(organization: Organization, about: str | None = None) -> Iterator[EscalationAnswer]:
    for asker in [*organization.positions, *organization.posts]:
        yield organization.escalation(asker, "fire", DAY, about, CASE)


@given(organizations(ESCALATIONS))
def test_the_facts_of_a_rung_never_depend_on_how_it_was_reached(documents: Documents) -> None:
    ladders = documents["organization"].get("ladders", {})
    kept = [r for r in ladders.get("fire", []) if not {"manager", "head"} & r.keys()]
    if not kept:
        return
    ladders["fire"] = kept
    organization, rungs = build(documents), ladder_of(documents)
    org = organization.on(DAY)
    told: dict[str, set[object]] = defaultdict(set)
    for answer in answers(organization):
        for step in answer.steps:
            holder = org.holder(step.position) if step.position else ""
            own = [r for r in rungs if holder and org.holder(r.get("position", "")) == holder]
            stated = {key for rung in own for key in rung}
            within = step.within if "within" in stated else None
            limit = step.limit if "limit" in stated else None
            told[holder].add((within, limit, step.alert) if own else None)
            assert step.alert or not any("alert" in rung for rung in own)
    assert all(len(facts) == 1 for facts in told.values())


@given(organizations(ESCALATIONS), st.sampled_from([None, *HERE]))
def test_everybody_whom_the_ladder_alerts_stands_in_the_answer(
    documents: Documents, about: str | None
) -> None:
    organization = build(documents)
    org = organization.on(DAY)
    alerted = {r["position"] for r in ladder_of(documents) if r.get("alert") and "position" in r}
    parties = {r["party"] for r in ladder_of(documents) if r.get("alert") and "party" in r}
    subject = org.holder(about) if about else None
    for answer in answers(organization, about):
        told = {org.holder(one.position) for one in answer.told if one.position}
        asking = org.holder(answer.position)
        here = {org.holder(id_) for id_ in alerted if id_ in HERE}
        assert here - {asking, subject} <= told
        assert parties <= {one.party for one in answer.told}
        assert asking not in told


@FEW
@given(organizations(ESCALATIONS))
def test_the_order_of_entries_desks_and_files_means_nothing(documents: Documents) -> None:
    turned: Documents = {}
    for name, document in reversed(list(documents.items())):
        changed = dict(document)
        if "escalations" in changed:
            changed["escalations"] = list(reversed(changed["escalations"]))
        if "posts" in changed:
            changed["posts"] = [
                {**post, "escalations": list(reversed(post.get("escalations", [])))}
                for post in reversed(changed["posts"])
            ]
        turned[name] = changed
    one, other = build(documents), build(turned)
    for asker in [*one.positions, *one.posts]:
        for case in (None, CASE):
            first, second = (o.escalation(asker, "fire", DAY, case=case) for o in (one, other))
            assert shown(first) == shown(second)


def shown(answer: EscalationAnswer) -> Any:
    """An answer without its places; evidence is what it is, in whichever order."""
    plain = without_places(answer.to_dict())
    return [plain[key] if key != "evidence" else None for key in sorted(plain)]


@FEW
@given(organizations(ESCALATIONS), st.sampled_from([None, *HERE]))
def test_every_branch_ends_and_nobody_is_called_twice_on_it(
    documents: Documents, about: str | None
) -> None:
    organization = build(documents)
    org = organization.on(DAY)
    for asker in [*organization.positions, *organization.posts]:
        answer = organization.escalation(asker, "fire", DAY, about)
        assert answer.branches
        assert [step.number for step in answer.steps] == list(range(1, len(answer.steps) + 1))
        reached = {step.number for branch in answer.branches for step in answer.chain(branch)}
        assert reached == {step.number for step in answer.steps}
        for branch in answer.branches:
            called = [org.holder(s.position) for s in answer.chain(branch) if s.position]
            assert len(called) == len(set(called))
            assert org.holder(asker) not in called
