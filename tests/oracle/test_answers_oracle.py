"""The fast answers are the slow ones, on organizations of any kind."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.laws.loading import build
from tests.laws.strategies import FEW, READ_SLOWLY, Documents, organizations
from tests.oracle.slow_answers import Slow, days_between

WEEK = days_between("2025-12-31", "2026-01-08")


@FEW
@given(organizations(READ_SLOWLY), st.sampled_from(WEEK))
def test_receivers_and_approvers(documents: Documents, day: str) -> None:
    fast, slow = build(documents).on(day), Slow(documents.values()).on(day)
    for handoff in fast.model.handoffs:
        raw = next(h for h in slow.handed if h["id"] == handoff.id)
        got = {i for i in fast.receiver_ids(handoff) if i != "maker"}
        assert got == set(slow.receivers(raw))
    shares = {(d.holder, d.task) for d in fast.derived}
    assert shares == {(d["holder"], d["task"]) for d in slow.approvers()}
