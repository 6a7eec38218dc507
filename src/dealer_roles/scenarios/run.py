"""Running scenarios against an organization."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from dealer_roles.organization.linked import Linked
from dealer_roles.scenarios.asked import QUESTIONS, judge
from dealer_roles.scenarios.result import CaseResult
from dealer_roles.source.document import YamlDocument
from dealer_roles.values.fields import replace
from dealer_roles.values.span import Span
from dealer_roles.values.text import Text


def run_expectations(
    organization: Linked, documents: Iterable[YamlDocument], today: dt.date
) -> Iterator[CaseResult]:
    """Yield the result of every scenario in the ``kind: expectations`` documents given."""
    for document in documents:
        if document.kind == "expectations":
            about = Text.of(document.data.get("about", ""))
            for case in document.data["cases"]:
                result = run_case(organization, case, document.file.label, today)
                yield replace(result, about=about)


def run_case(organization: Linked, case: Any, file: str, today: dt.date) -> CaseResult:
    """Return the result of one scenario; one that asks nothing fails."""
    org = organization.on(dt.date.fromisoformat(case["on"]) if "on" in case else today)
    failures: list[Text] = []
    evidence: list[Any] = []
    asked = [kind for kind in QUESTIONS if kind in case]
    for kind in asked:
        problems, found = judge(org, kind, case[kind])
        failures += problems
        evidence += found
    if not asked:
        failures.append(Text("场景没有提问", "the scenario asks nothing"))
    return CaseResult(
        Text.of(case["name"]),
        Span(file, case.line, case.column),
        tuple(failures),
        tuple(dict.fromkeys(evidence)),
    )
