"""The day: an answer on a day is that of the organization without what does not hold then.

The tasks that an organization does are no matter of the day, so a process names those of the
whole organization in both.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from itertools import zip_longest
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealer_roles.organization import on_day, receivers
from dealer_roles.organization.linked import Linked
from dealer_roles.publish.matrix.csv_file import matrix_csv
from dealer_roles.publish.matrix.publish import matrix_of
from dealer_roles.questions.gap_value import Gap
from dealer_roles.questions.overlaps import Overlap
from dealer_roles.values.text import Text
from tests.laws.loading import answers, build, loaded, without_places
from tests.laws.strategies import DAYS, DIMENSIONS, FEW, Documents, organizations
from tests.oracle.slow_answers import without_the_rest
from tests.support.tiny import both, documents_of

WEEK = ["2025-12-31", *DAYS, "2026-01-08"]


def with_all_tasks_named(documents: Documents) -> Documents:
    """Return the documents with a process that names every task that they name."""
    named = [task for document in documents.values() for task in tasks_of(document)]
    steps = [{"id": f"n{n}", "task": task} for n, task in enumerate(dict.fromkeys(named))]
    process = {"kind": "process", "id": "named", "name": both("named"), "steps": steps}
    return {**documents, "named": process} if steps else documents


def tasks_of(value: Any) -> list[str]:
    """Return the tasks that duties, hand-offs and steps name."""
    if isinstance(value, list):
        return [task for item in value for task in tasks_of(item)]
    if not isinstance(value, dict) or value.get("kind") == "tasks":
        return []
    own = [value[key] for key in ("task", "then") if key in value and "reason" not in value]
    return own + [task for item in value.values() for task in tasks_of(item)]


def every_answer(documents: Documents, day: str) -> dict[str, Any]:
    """Return all that can be asked of an organization on a day, without places."""
    with loaded(documents) as organization:
        holders = [*organization.positions, *organization.posts]
        on = organization.on(day)
        found = {
            **answers(organization, day),
            "walks": [organization.walk(p, day).to_dict() for p in organization.processes],
            "described": [organization.describe(h, "en", day).to_dict() for h in holders],
            "matrix": matrix_csv(matrix_of(on, "en")).decode(),
            "findings": [
                (f.code, f.severity, f.subject, f.message)
                for f in organization.check("strict", day)
            ],
        }
    del found["ever"]
    return {key: without_evidence(without_places(value)) for key, value in found.items()}


def without_evidence(value: Any) -> Any:
    """Return plain data without the places that stand in evidence as text."""
    if isinstance(value, dict):
        return {k: without_evidence(v) for k, v in value.items() if k not in ("evidence", "span")}
    return [without_evidence(v) for v in value] if isinstance(value, list) else value


def the_law(documents: Documents, day: str) -> None:
    """Compare all answers on a day with those of what is left on that day."""
    every = with_all_tasks_named(documents)
    left = {name: without_the_rest(document, day) for name, document in every.items()}
    before, after = every_answer(every, day), every_answer(left, day)
    for question, answer in before.items():
        assert answer == after[question], question


@FEW
@given(organizations(), st.sampled_from(WEEK))
def test_the_day(documents: Documents, day: str) -> None:
    the_law(documents, day)


@FEW
@given(organizations())
def test_ever_is_every_day(documents: Documents) -> None:
    organization = build(documents)
    for question in (organization.gaps, organization.overlaps):
        ever = question("ever")
        for day in WEEK:
            told = {
                key(item): words
                for item in ever
                for interval, words in zip_longest(item.intervals, item.told)
                if interval.covers(dt.date.fromisoformat(day))
                for words in [words or item.why]
            }
            that_day: dict[Any, Text] = {}
            for item in question(day):
                that_day.setdefault(key(item), item.why)  # two of one subject are told once
            assert told == that_day


def key(item: Gap | Overlap) -> Any:
    if isinstance(item, Gap):
        return item.kind, item.subject
    return item.kind, item.task, item.whole, item.positions


LAPSED = {"to": "2025-12-31"}
WITNESS = documents_of(
    {
        "departments": ["shop", "office"],
        "tasks": ["sell", "bill", "keep"],
        "topics": ["fire"],
        "scopes": DIMENSIONS,
        "positions": {
            "boss": {
                "reports_to": None,
                "duties": ["sell"],
                "handoffs": [
                    {"task": "sell", "then": "bill", "to": "office", "approval": True},
                    {"task": "keep", "to": "anna", "valid": LAPSED},
                ],
                "escalations": [{"topic": "fire", "to": "anna", "valid": LAPSED}],
            },
            "anna": {
                "reports_to": "boss",
                "department": "office",
                "duties": [{"task": "bill", "valid": LAPSED}, "keep"],
            },
            "ben": {"reports_to": "boss", "department": "office", "duties": ["bill", "keep"]},
        },
    }
)


def test_the_witness_keeps_the_law() -> None:
    the_law(WITNESS, "2026-01-03")


def receivers_of_all_duties(monkeypatch: pytest.MonkeyPatch) -> None:
    """Resolve receivers from all duties ever, as if no duty ended."""
    resolve = receivers.Receivers

    def everything(model: Any, lines: Any, heads: Any, shares: Any) -> Any:
        del shares
        held: dict[str, list[Any]] = {}
        for duty in always[0].model.duties:
            held.setdefault(duty.task, []).append(duty)
        owning = receivers.TaskShares(held, lambda task, _: held.get(task, ()))
        return resolve(model, lines, heads, owning)

    always: list[Linked] = []
    made = Linked.__init__

    def remember(self: Linked, model: Any) -> None:
        made(self, model)
        always[:] = [self]

    monkeypatch.setattr(Linked, "__init__", remember)
    monkeypatch.setattr("dealer_roles.organization.on_day.Receivers", everything)


def forgets(kept: str) -> Callable[[pytest.MonkeyPatch], None]:
    """Return a fault: one kind of fact is not filtered by the day."""

    def fault(monkeypatch: pytest.MonkeyPatch) -> None:
        filtered = on_day.on_a_day

        def broken(model: Any, day: Any) -> Any:
            return replace(filtered(model, day), **{kept: getattr(model, kept)})

        monkeypatch.setattr(on_day, "on_a_day", broken)

    return fault


FAULTS = {
    "receivers": receivers_of_all_duties,
    **{kept: forgets(kept) for kept in ("duties", "handoffs", "escalations")},
}


@pytest.mark.parametrize("name", sorted(FAULTS))
def test_the_law_sees_a_fact_that_outlives_its_period(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    FAULTS[name](monkeypatch)
    with pytest.raises(AssertionError):
        the_law(WITNESS, "2026-01-03")


def test_the_law_compares_something() -> None:
    found = every_answer(with_all_tasks_named(WITNESS), "2026-01-03")
    assert [name for name, value in found.items() if not value] == []
    assert build(WITNESS).on("2026-01-03").derived
