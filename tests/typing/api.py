"""The public API as its users' type checker sees it; mypy reads this file, nobody runs it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Literal, assert_type

import dealer_roles as dr
from dealer_roles.model.entities import Position, Post, Task
from dealer_roles.organization.evidence import Evidence
from dealer_roles.questions.duties import Duties
from dealer_roles.questions.escalation_answer import EscalationAnswer, EscalationStep
from dealer_roles.questions.gap_value import Gap, Gaps
from dealer_roles.questions.handoffs import Handoffs
from dealer_roles.questions.overlaps import Overlap, Overlaps
from dealer_roles.questions.owner_answer import OwnerAnswer
from dealer_roles.values.duration import TimeLimit

org = dr.load()
assert_type(org, dr.Organization)
assert_type(dr.bundled(), tuple[str, ...])
assert_type(org.positions, Mapping[str, Position])
assert_type(org.tasks, Mapping[str, Task])
assert_type(org.posts, Mapping[str, Post])
assert_type(org.positions["a"].name.zh, str)
assert_type(org.owner("a"), OwnerAnswer)
assert_type(org.owner("a", scope={"area": "parts"}, on=dt.date(2026, 1, 1)).owners, tuple[str, ...])
assert_type(
    org.owner("a", {"area": ["parts", "cars"]}, "2026-01-01").evidence, tuple[Evidence, ...]
)
assert_type(org.owner("a").status, Literal["owned", "contested", "unowned"])
assert_type(org.owner("a").why, dr.Text)
assert_type(org.owner("a").to_dict("zh"), dict[str, object])
assert_type(org.escalation("a", topic="t"), EscalationAnswer)
assert_type(org.escalation("a").steps, tuple[EscalationStep, ...])
assert_type(org.escalation("a").steps[0].position, str | None)
assert_type(org.escalation("a").steps[0].within, TimeLimit | None)
assert_type(org.overlaps(), Overlaps)
assert_type(org.overlaps("ever")[0], Overlap)
assert_type(org.gaps(), Gaps)
assert_type(org.gaps()[0], Gap)
assert_type(org.gaps()[0:2], tuple[Gap, ...])
assert_type(next(gap.kind for gap in org.gaps()) == "task-unowned", bool)
assert_type(org.handoffs(from_="a", to="b", task="t"), Handoffs)
assert_type(org.duties(position="a", task="t", source="D1"), Duties)
assert_type(org.check(), dr.Findings)
assert_type(org.check()[0:2], tuple[dr.Finding, ...])
assert_type(org.check().to_dict("zh"), dict[str, object])
assert_type(org.check()[0].span, dr.Span)
try:
    org.owner("x")
except dr.UnknownId as error:
    assert_type(error.suggestions, tuple[str, ...])
except dr.InvalidDefinitions as error:
    assert_type(error.findings, tuple[dr.Finding, ...])

org.owner("a", on=5)  # type: ignore[arg-type] # a day is no number
org.owner()  # type: ignore[call-arg] # a task is needed
org.overlaps("never")  # a text may be a date, so it passes here and fails when it runs
org.positions["a"].id = "b"  # type: ignore[misc] # frozen
org.positions["a"] = org.positions["b"]  # type: ignore[index] # a view
org.id = "x"  # type: ignore[misc] # a property
