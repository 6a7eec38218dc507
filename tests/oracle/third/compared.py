"""Every question asked twice, of the project and of the third reading, and what differs."""

from __future__ import annotations

from typing import Any

import dealer_roles as dr
from tests.oracle.third import (
    amounts,
    hand_overs,
    ladders_in_vain,
    one_hand,
    owners_case_by_case,
    what_is_missing,
    who_overlaps,
)
from tests.oracle.third.compared_calls import compare_calls
from tests.oracle.third.compared_more import compare_authority, compare_ever, compare_vacancies
from tests.oracle.third.tally import Tally, listed_in
from tests.oracle.third.written import Raw, Written, lies_in

Case = tuple[tuple[str, str], ...]


def compare_all(organization: dr.Organization, written: Written, day: str, tally: Tally) -> None:
    """Ask everything on one day."""
    compare_owners(organization, written, day, tally)
    compare_gaps(organization, written, day, tally)
    compare_overlaps(organization, written, day, tally)
    compare_hand_overs(organization, written, day, tally)
    compare_calls(organization, written, day, tally)
    compare_hands(organization, written, day, tally)
    compare_authority(organization, written, day, tally)
    compare_vacancies(organization, written, day, tally)


def compare_on_every_day(
    organization: dr.Organization, written: Written, days: tuple[str, ...], tally: Tally
) -> None:
    """Ask what is missing and what overlaps on any day, which is told as what does on each."""

    def ours(day: str) -> dict[str, set[Any]]:
        found: dict[str, set[Any]] = {**our_gaps(written, day), "same": set(), "nested": set()}
        for one in who_overlaps.overlaps(written, day):
            found[one.kind].add((one.task, one.whole, one.holders))
        return found

    compare_ever(organization, ours, days, tally)


def compare_owners(organization: dr.Organization, written: Written, day: str, tally: Tally) -> None:
    """Ask for the owner of every task as a whole, and of each of its cases alone."""
    here = owners_case_by_case.tasks_here(written)
    for task in written.tasks:
        whole = organization.owner(task, on=day).to_dict()
        cases = owners_case_by_case.cases(written, task)
        told = [_told_owner(written, task, case, day) for case in cases]
        tally.compare("owner outside", (task, day), task not in here, whole["outside"])
        tally.compare("owner", (task, day), _summary(told), _their_summary(whole))
        for case, ours in zip(cases, told, strict=True) if task in here else ():
            alone = organization.owner(task, scope=case or None, on=day).to_dict()
            tally.compare("owner of a cell", (task, case, day), ours, _their_cell(whole, case))
            tally.compare("owner in a case", (task, case, day), ours, _their_cell(alone, case))


def _told_owner(written: Written, task: str, case: Raw, day: str) -> Raw:
    answer = owners_case_by_case.ownership(written, task, case, day)
    return {
        "status": answer.status,
        "owners": sorted(answer.owners),
        "inherited_from": answer.inherited_from,
        "declared": answer.state == owners_case_by_case.DECLARED,
    }


def _summary(told: list[Raw]) -> Raw:
    statuses = {one["status"] for one in told}
    sets = {tuple(one["owners"]) for one in told if one["owners"]}
    return {
        "status": next(s for s in ("contested", "owned", "unowned") if s in statuses),
        "owners": sorted({owner for owners in sets for owner in owners}),
        "split": len(sets) > 1,
    }


def _their_summary(answer: Raw) -> Raw:
    return {key: answer[key] for key in ("status", "owners", "split")}


def _their_cell(answer: Raw, case: Raw) -> Raw | list[Raw]:
    """Return what the cells of an answer say of one case; a case lies in exactly one cell."""
    found = [cell for cell in answer["cells"] if lies_in(case, cell["scope"])]
    told = [
        {key: cell[key] for key in ("status", "owners", "inherited_from", "declared")}
        for cell in found
    ]
    return told[0] if len(told) == 1 else told


def compare_gaps(organization: dr.Organization, written: Written, day: str, tally: Tally) -> None:
    """Ask what is missing."""
    theirs = listed_in(organization.gaps(on=day), "gaps")
    for kind, ours in our_gaps(written, day).items():
        found = {gap["subject"] for gap in theirs if gap["kind"] == kind}
        tally.compare(f"gaps {kind}", day, ours, found)
    opened = what_is_missing.open_cells(written, day)
    for task in written.tasks:
        mine = opened.get(task, {})
        cases = owners_case_by_case.cases(written, task)
        yours = _cells(theirs, "cell-unowned", task, cases)
        tally.compare("gaps cell-unowned", (task, day), mine, yours)
        both = dict.fromkeys(what_is_missing.contradictions(written, day).get(task, set()))
        told = dict.fromkeys(_cells(theirs, "declared-yet-owned", task, cases))
        tally.compare("gaps declared-yet-owned", (task, day), both, told)


KINDS = (
    "task-unowned",
    "task-only-supported",
    "step-unowned",
    "handoff-missing",
    "receiver-without-share",
    "receiver-absent",
    "position-without-duties",
    "no-way-to-the-top",
    "department-without-head",
    "ladder-loops",
    "ladder-ends-nowhere",
    "line-not-stated",
    "vacant-nobody-acting",
    "ladder-limits-shrink",
    "escalation-ambiguous",
    "ladder-overridden",
    "authority-open-ended",
    "authority-falls",
    "authority-contradicted",
)


def our_gaps(written: Written, day: str) -> dict[str, set[str]]:
    """Return what is missing on a day, by kind; cells are compared case by case."""
    found: dict[str, set[str]] = {kind: set() for kind in KINDS}
    for kind, subject in (
        *what_is_missing.task_gaps(written, day),
        *what_is_missing.process_gaps(written, day),
        *what_is_missing.handoff_gaps(written, day),
        *what_is_missing.position_gaps(written, day),
        *what_is_missing.department_gaps(written),
        *ladders_in_vain.ladder_gaps(written, day),
        *ladders_in_vain.entry_gaps(written, day),
        *amounts.authority_gaps(written),
    ):
        found[kind].add(subject)
    return found


def _cells(gaps: list[Raw], kind: str, task: str, cases: list[dict[str, str]]) -> dict[Case, str]:
    """Return the cases that gaps of a kind name, each with its severity."""
    found: dict[Case, str] = {}
    for gap in gaps:
        if gap["kind"] == kind and gap["subject"].partition("[")[0] == task:
            named = gap["subject"].partition("[")[2].rstrip("]")
            for case in cases:
                if _named(named, case):
                    found[tuple(sorted(case.items()))] = gap["severity"]
    return found


def _named(words: str, case: dict[str, str]) -> bool:
    """Whether a subject such as ``area!=cars business=sales | area=cars`` names a case."""
    return any(all(_fits(c, case) for c in box.split()) for box in words.split(" | "))


def _fits(condition: str, case: dict[str, str]) -> bool:
    dimension, _, values = condition.partition("=")
    named = case.get(dimension.rstrip("!")) in values.split(",")
    return dimension.rstrip("!") not in case or named != dimension.endswith("!")


def compare_overlaps(
    organization: dr.Organization, written: Written, day: str, tally: Tally
) -> None:
    """Ask where several own the same."""
    theirs = {
        who_overlaps.Overlap(
            kind=one["kind"],
            task=one["task"],
            whole=one["whole"],
            holders=frozenset(one["positions"]),
        )
        for one in listed_in(organization.overlaps(on=day), "overlaps")
    }
    ours = who_overlaps.overlaps(written, day)
    for kind in ("same", "nested"):
        mine, yours = ({o for o in some if o.kind == kind} for some in (ours, theirs))
        tally.compare(f"overlaps {kind}", day, mine - yours, yours - mine)


def compare_hand_overs(
    organization: dr.Organization, written: Written, day: str, tally: Tally
) -> None:
    """Ask who receives, and who approves by it."""
    theirs = {
        one["id"]: one["receivers"] for one in listed_in(organization.handoffs(on=day), "handoffs")
    }
    ours = {
        handoff["id"]: hand_overs.receivers(written, giver, handoff, day)
        for giver, handoff in hand_overs.handoffs(written, day)
    }
    for name in sorted({*ours, *theirs}):
        mine, yours = (sorted(some[name]) if name in some else None for some in (ours, theirs))
        tally.compare("receivers", (name, day), mine, yours)
    approving = {
        (one["position"], one["task"], one["handoff"])
        for one in listed_in(organization.duties(on=day), "duties")
        if one["responsibility"] == "approver"
    }
    tally.compare("approvers", day, hand_overs.approvals(written, day), approving)


def compare_hands(organization: dr.Organization, written: Written, day: str, tally: Tally) -> None:
    """Ask which hand holds what must be apart, by the organization's own rules."""
    rules = [rule for rule in written.rules if one_hand.is_asked(rule)]
    findings = organization.check("minimal", on=day) if rules else ()
    for rule in rules:
        said = [set(one.subject.split(",")) for one in findings if one.code == rule["id"]]
        told = {frozenset(one - written.tasks.keys()) for one in said}
        ours = one_hand.broken(written, one_hand.asked(rule), day)
        tally.compare("one hand", (rule["id"], day), ours, told)
