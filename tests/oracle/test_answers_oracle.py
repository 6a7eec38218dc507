"""The fast answers are the slow ones, on organizations of any kind."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dealer_roles.facade import Organization
from dealer_roles.questions.owner import OwnerAnswer
from tests.oracle.slow_answers import Slow, days_between
from tests.properties.loading import build
from tests.properties.strategies import DAYS, FEW, Documents, organizations, scopes

WEEK = days_between("2025-12-31", "2026-01-08")


def how(answer: OwnerAnswer) -> str:
    if answer.outside:
        return "outside"
    if answer.declared:
        return "declared"
    if answer.inherited_from:
        return f"inherited from {answer.inherited_from}"
    return "direct" if answer.owners else "forgotten"


def as_cells(answer: OwnerAnswer) -> Any:
    return {
        frozenset((dim, value) for dim, values in cell.scope for value in values): list(cell.owners)
        for cell in answer.cells
    }


@FEW
@given(organizations(), scopes(), st.sampled_from(WEEK))
def test_owner(documents: Documents, scope: dict[str, Any] | None, day: str) -> None:
    fast, slow = build(documents), Slow(documents.values())
    for task in slow.tasks:
        got = fast.owner(task, scope, day)
        expected = slow.on(day).owner(task, scope or {}, day)
        cells = expected.pop("cells")
        assert expected == {
            "status": got.status,
            "split": got.split,
            "owners": list(got.owners),
            "how": how(got),
        }
        if cells is not None:
            assert as_cells(got) == cells


def same_overlaps(organization: Organization, on: Any) -> set[Any]:
    return {(o.task, frozenset(o.positions)) for o in organization.overlaps(on) if o.kind == "same"}


@FEW
@given(organizations(), st.sampled_from(WEEK))
def test_overlaps(documents: Documents, day: str) -> None:
    fast, slow = build(documents), Slow(documents.values())
    assert same_overlaps(fast, day) == slow.same_overlaps([day])
    assert same_overlaps(fast, "ever") == slow.same_overlaps(WEEK)
    nested = {
        (o.whole, o.task, frozenset(o.positions)) for o in fast.overlaps(day) if o.kind == "nested"
    }
    assert nested == {
        (whole, part, frozenset((above, below)))
        for whole, above, part, below in slow.on(day).nested_overlaps(day)
    }


@FEW
@given(organizations())
def test_the_intervals_of_overlaps(documents: Documents) -> None:
    fast, slow = build(documents), Slow(documents.values())
    nested = {day: slow.on(day).nested_overlaps(day) for day in WEEK}
    for overlap in fast.overlaps("ever"):
        told = {day for day in WEEK if any(covers(i.to_dict(), day) for i in overlap.intervals)}
        if overlap.kind == "same":
            together = {day: slow.same_overlaps([day]) for day in WEEK}
            here = (overlap.task, frozenset(overlap.positions))
            assert told == {day for day in WEEK if here in together[day]}
            continue
        one, other = overlap.positions
        pair = [(overlap.whole, a, overlap.task, b) for a, b in ((one, other), (other, one))]
        assert told <= {day for day in WEEK if nested[day] & set(pair)}
    never_told = {n for day in WEEK for n in nested[day]} - {
        (o.whole, a, o.task, b)
        for o in fast.overlaps("ever")
        for a, b in (o.positions[:2], o.positions[1::-1])
    }
    assert never_told == set()


def covers(interval: dict[str, str], day: str) -> bool:
    return interval.get("from", day) <= day <= interval.get("to", day)


@FEW
@given(organizations(), st.sampled_from([DAYS[0], DAYS[4]]))
def test_gaps_in_ownership(documents: Documents, day: str) -> None:
    fast, slow = build(documents), Slow(documents.values())
    kinds = ("task-unowned", "task-only-supported", "cell-unowned")
    got = {(g.kind, g.subject) for g in fast.gaps(day) if g.kind in kinds}
    expected = {
        (kind, task if cell is None else f"{task}[{words(cell)}]")
        for kind, task, cell in slow.on(day).ownership_gaps(day)
    }
    assert got == expected


def words(cell: frozenset[tuple[str, str]]) -> str:
    return " ".join(f"{dim}={value}" for dim, value in sorted(cell))


@FEW
@given(organizations(), st.sampled_from(WEEK))
def test_receivers_and_approvers(documents: Documents, day: str) -> None:
    fast, slow = build(documents).on(day), Slow(documents.values()).on(day)
    for handoff in fast.model.handoffs:
        raw = next(h for h in slow.handed if h["id"] == handoff.id)
        got = {i for i in fast.receiver_ids(handoff) if i != "maker"}
        assert got == set(slow.receivers(raw))
    shares = {(d.holder, d.task) for d in fast.derived}
    assert shares == {(d["holder"], d["task"]) for d in slow.approvers()}
