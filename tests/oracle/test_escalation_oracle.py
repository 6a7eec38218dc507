"""The engine of escalation says what the text of the design says."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealer_roles.facade import Organization, load
from dealer_roles.loading.bundled import bundled
from dealer_roles.questions.escalation_answer import (
    EscalationAnswer,
    EscalationBranch,
    EscalationStep,
)
from dealer_roles.source.yaml_nodes import read_yaml
from dealer_roles.values.scope import Scope
from tests.laws.loading import build
from tests.laws.strategies import ESCALATIONS, Documents, organizations
from tests.oracle.escalation_by_the_text import Book, Call, Chain, Question

DEFINITIONS = Path(__file__).parents[2] / "definitions"
DAYS = ("2026-01-02", "2026-01-05")
HERE, BUSINESS = ESCALATIONS.positions, ESCALATIONS.scopes["business"]


def book_of(documents: Documents, day: str) -> Book:
    files = documents.values()
    usual = {p["id"]: p["reports_to"] for p in documents["catalogue/positions"]["positions"]}
    positions = {f["id"]: f for f in files if f["kind"] == "position"}
    return Book(documents["organization"], positions, usual, day)


class Chains:
    """The chains of an answer for one of its cases, told step by step."""

    def __init__(
        self, organization: Organization, answer: EscalationAnswer, cases: tuple[Scope, ...]
    ) -> None:
        self.holder = organization.on().holder
        self.answer = answer
        self.branches = [b for b in answer.branches if b.cases == cases]
        self.steps = dict.fromkeys(s for b in self.branches for s in answer.chain(b))

    def all(self) -> set[Chain]:
        return set(self._from(0, ()))

    def _from(self, number: int, calls: tuple[Call, ...]) -> Iterator[Chain]:
        for step in self.steps:
            if step.after == number:
                onward = step.number if step.continues is None else step.continues
                yield from self._from(onward, (*calls, self._call(step)))
        for branch in self.branches:
            if branch.last == number and branch.ends != "again":
                yield Chain(calls, branch.ends)

    def _call(self, step: EscalationStep) -> Call:
        own = step.entry_within, step.entry_limit
        return Call(
            self.holder(step.position) if step.position else None,
            step.party,
            str(step.within) if step.within else None,
            step.limit.amount if step.limit else None,
            step.alert,
            step.when.en if step.when else "",
            (str(own[0]) if own[0] else None, own[1].amount if own[1] else None),
        )


def is_for(branch: EscalationBranch, value: str) -> bool:
    return not branch.cases or any(
        value in dict(case).get("business", {value}) for case in branch.cases
    )


def agree(got: set[Chain], expected: list[Chain]) -> None:
    """Compare; where somebody comes back, who is called and that it loops must be the same."""
    wanted = set(expected)
    if not any(chain.ends == "loop" for chain in wanted):
        assert got == wanted
        return
    assert any(chain.ends == "loop" for chain in got)
    assert called(got) == called(wanted)


def called(chains: set[Chain]) -> set[object]:
    return {(call.holder, call.party) for chain in chains for call in chain.calls}


@given(organizations(ESCALATIONS), st.sampled_from(DAYS), st.sampled_from([None, *HERE]))
def test_the_engine_is_the_text(documents: Documents, day: str, about: str | None) -> None:
    organization, book = build(documents), book_of(documents, day)
    for asker in [*organization.positions, *organization.posts]:
        for topic in ("fire", None):
            every = organization.escalation(asker, topic, day, about)
            for value in BUSINESS:
                asked = Question(book, asker, topic, {"business": value}, about)
                expected = asked.chains()
                answer = organization.escalation(asker, topic, day, about, case={"business": value})
                agree(Chains(organization, answer, ()).all(), expected)
                (cases,) = {b.cases for b in every.branches if is_for(b, value)}
                agree(Chains(organization, every, cases).all(), expected)
                told = {
                    organization.on().holder(t.position) if t.position else t.party
                    for t in answer.told
                }
                assert told == asked.told()


@given(organizations(ESCALATIONS), st.sampled_from(DAYS))
def test_limits_shrink_where_they_do_for_somebody_in_some_case(
    documents: Documents, day: str
) -> None:
    organization, book = build(documents), book_of(documents, day)
    asked = [
        Question(book, asker, "fire", {"business": value}, None)
        for asker in organization.positions
        for value in BUSINESS
    ]
    told = any(gap.kind == "ladder-limits-shrink" for gap in organization.gaps(day))
    assert told == any(question.shrinks() for question in asked)


def bundled_documents(name: str) -> Documents:
    folder = DEFINITIONS / ("standard" if name == "standard" else f"references/{name}")
    paths = [*sorted(folder.rglob("*.yaml")), *sorted((DEFINITIONS / "catalogue").glob("*.yaml"))]
    found: Documents = {}
    for path in paths:
        documents, problems = read_yaml(path.read_text("utf-8"), max_depth=60)
        assert not problems
        for n, (data, _) in enumerate(documents):
            kind = data["kind"]
            key = {"organization": kind, "positions": f"catalogue/{kind}"}.get(kind, f"{path}-{n}")
            found[key] = data
    return found


def departments_filled(book: Book, documents: Documents) -> Book:
    usual = {p["id"]: p["department"] for p in documents["catalogue/positions"]["positions"]}
    for id_, position in book.positions.items():
        position = book.positions[id_] = dict(position)
        position.setdefault("department", usual.get(id_, ""))
    return book


def amounts_filled(documents: Documents) -> Documents:
    """Write into the ladders what the authority table says and a step does not."""
    organization = documents["organization"]
    rows = organization.get("authority", ())
    ladders = {
        topic: [
            amount_filled(step, [row for row in rows if row["topic"] == topic]) for step in steps
        ]
        for topic, steps in organization.get("ladders", {}).items()
    }
    return {**documents, "organization": {**organization, "ladders": ladders}}


def amount_filled(step: Any, rows: list[Any]) -> Any:
    if "limit" in step or "position" not in step:
        return step
    said = []
    for row in (row for row in rows if is_for_all_of(row, step)):
        amounts = [s.get("up_to") for s in row["steps"] if s.get("position") == step["position"]]
        if amounts:
            said.append(None if None in amounts else max(amounts, key=lambda up: up["amount"]))
    if not said or None in said or any(one != said[0] for one in said):
        return step
    return {**step, "limit": said[0]}


def is_for_all_of(row: Any, step: Any) -> bool:
    """Whether a row is for every case that a step is for."""
    cases = {key: {*_listed(value)} for key, value in step.get("for", {}).items()}
    return all(
        key in cases and cases[key] <= {*_listed(value)}
        for key, value in row.get("scope", {}).items()
    )


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


@pytest.mark.parametrize("name", bundled())
def test_the_engine_is_the_text_on_everything_bundled(name: str) -> None:
    organization, documents = load(name), amounts_filled(bundled_documents(name))
    book = departments_filled(book_of(documents, "2026-11-01"), documents)
    topics = [None, *sorted({*documents["organization"].get("ladders", {}), *organization.topics})]
    compared = 0
    for asker in [*organization.positions, *organization.posts]:
        for topic, value in product(topics, ("sales", "service")):
            case = {"business": value}
            answer = organization.escalation(asker, topic, "2026-11-01", case=case)
            agree(
                Chains(organization, answer, ()).all(),
                Question(book, asker, topic, case, None).chains(),
            )
            compared += 1
    assert compared >= len(organization.positions)
