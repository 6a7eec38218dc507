"""Every question asked twice, of the project and of the third reading, and what differs."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol

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
from tests.oracle.third import calls_one_by_one as calls
from tests.oracle.third.written import Raw, Written, listed

Case = tuple[tuple[str, str], ...]


@dataclass(kw_only=True)
class Tally:
    """How many answers were compared, and where they differ."""

    asked: Counter[str] = field(default_factory=Counter)
    differences: list[tuple[str, Any, Any, Any]] = field(default_factory=list)

    def compare(self, question: str, arguments: Any, ours: Any, theirs: Any) -> None:
        """Count one answer, and keep it where the two differ."""
        self.asked[question] += 1
        if ours != theirs:
            self.differences.append((question, arguments, ours, theirs))


class Answer(Protocol):
    """What every question gives."""

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain data."""


def _listed(answer: Answer, key: str) -> list[Raw]:
    return list(answer.to_dict()[key])


def compare_all(organization: dr.Organization, written: Written, day: str, tally: Tally) -> None:
    """Ask everything on one day."""
    compare_owners(organization, written, day, tally)
    compare_gaps(organization, written, day, tally)
    compare_overlaps(organization, written, day, tally)
    compare_hand_overs(organization, written, day, tally)
    compare_calls(organization, written, day, tally)
    compare_hands(organization, written, day, tally)


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
    found = [cell for cell in answer["cells"] if _holds(cell["scope"], case)]
    told = [
        {key: cell[key] for key in ("status", "owners", "inherited_from", "declared")}
        for cell in found
    ]
    return told[0] if len(told) == 1 else told


def _holds(scope: Raw, case: Raw) -> bool:
    return all(case[d] in listed(values) for d, values in scope.items() if d in case)


def compare_gaps(organization: dr.Organization, written: Written, day: str, tally: Tally) -> None:
    """Ask what is missing."""
    theirs = _listed(organization.gaps(on=day), "gaps")
    for kind, ours in _our_gaps(written, day).items():
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


def _our_gaps(written: Written, day: str) -> dict[str, set[str]]:
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
        for one in _listed(organization.overlaps(on=day), "overlaps")
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
        one["id"]: one["receivers"] for one in _listed(organization.handoffs(on=day), "handoffs")
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
        for one in _listed(organization.duties(on=day), "duties")
        if one["responsibility"] == "approver"
    }
    tally.compare("approvers", day, hand_overs.approvals(written, day), approving)


def compare_hands(organization: dr.Organization, written: Written, day: str, tally: Tally) -> None:
    """Ask which hand holds what must be apart, by the organization's own rules."""
    findings = organization.check("minimal", on=day) if written.rules else ()
    for rule in written.rules:
        groups, most = one_hand.asked(rule)
        said = [set(one.subject.split(",")) for one in findings if one.code == rule["id"]]
        told = {frozenset(one - written.tasks.keys()) for one in said}
        ours = one_hand.broken(written, groups, most, day)
        tally.compare("one hand", (rule["id"], day), ours, told)


def compare_calls(organization: dr.Organization, written: Written, day: str, tally: Tally) -> None:
    """Ask who is called, of everybody on every topic, in every case and in all at once.

    On a ladder it is asked again about somebody: about each in turn.
    """
    cases = ladders_in_vain.call_cases(written)
    topics: list[str | None] = [None, *written.topics]
    about = itertools.cycle(written.positions)
    for asker in (*written.positions, *(post["id"] for post in written.posts)):
        for topic in topics:
            for subject in (None, next(about)) if topic in written.ladders else (None,):
                _compare_call(organization, (asker, topic, subject, day), cases, written, tally)


def _compare_call(
    organization: dr.Organization,
    asked: tuple[str, str | None, str | None, str],
    cases: list[dict[str, str]],
    written: Written,
    tally: Tally,
) -> None:
    position, topic, subject, day = asked

    def ask(case: Raw | None) -> Raw:
        answer = organization.escalation(position, topic=topic, on=day, subject=subject, case=case)
        return answer.to_dict()

    everything = ask(None)
    for case in cases:
        question = calls.Question(
            written=written, asker=position, topic=topic, day=day, case=case, subject=subject
        )
        ours = sorted({_written_out(way) for way in calls.ways(question)})
        alone = ask(case) if case else everything
        for question_asked, answer in (("in a case", alone), ("in all cases", everything)):
            theirs = _their_ways(answer, case)
            tally.compare(f"escalation {question_asked}", (asked, case), ours, theirs)
        told = sorted(
            (c.position or c.party or "", str(c.within), str(c.limit))
            for c in calls.told_at_once(question).values()
        )
        tally.compare("told at once", (asked, case), told, _their_told(alone, case))
        tally.compare(
            "told at once in all cases", (asked, case), told, _their_told(everything, case)
        )


def _written_out(way: calls.Way) -> tuple[Any, ...]:
    return (*(_line(vars(call)) for call in way.calls), way.ends)


KEYS = (
    "position",
    "party",
    "acting_for",
    "within",
    "limit",
    "alert",
    "when",
    "entry_within",
    "entry_limit",
)


def _line(call: Raw) -> str:
    stated = [key for key in KEYS if call[key] is not None and call[key] is not False]
    return " ".join(f"{key}={_plain(call[key])}" for key in stated)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return float(value["amount"]) if "amount" in value else value["limit"]
    return value


def _their_ways(answer: Raw, case: Raw) -> list[Any]:
    return sorted(set(_expanded(answer, case)))


def _expanded(answer: Raw, case: Raw) -> Iterator[Any]:
    steps = {step["number"]: step for step in answer["steps"]}
    branches = [
        branch
        for branch in answer["branches"]
        if not branch["cases"] or any(_holds(scope, case) for scope in branch["cases"])
    ]

    def path(last: int) -> list[int]:
        found = []
        while last:
            found.append(last)
            last = steps[last]["after"]
        return found[::-1]

    def ways(branch: Raw, depth: int = 0) -> Iterator[tuple[list[int], str]]:
        here = path(branch["last"])
        if branch["ends"] != "again" or depth > 20:
            yield here, branch["ends"]
            return
        for other in branches:
            for numbers, ends in ways(other, depth + 1) if other is not branch else ():
                if branch["at"] in numbers:
                    yield here + numbers[numbers.index(branch["at"]) + 1 :], ends

    for branch in branches:
        for numbers, ends in ways(branch):
            yield (*(_line(steps[n]) for n in numbers), ends)


def _their_told(answer: Raw, case: Raw) -> list[tuple[str, str, str]]:
    return sorted(
        (
            one["position"] or one["party"] or "",
            str(_plain(one["within"])),
            str(one["limit"] and float(one["limit"]["amount"])),
        )
        for one in answer["told_at_once"]
        if not one["cases"] or any(_holds(scope, case) for scope in one["cases"])
    )
