"""Running scenarios against an organization."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from dealer_roles.base.location import Span
from dealer_roles.base.text import Text
from dealer_roles.expectations.questions import QUESTIONS, judge
from dealer_roles.expectations.result import CaseResult
from dealer_roles.graph.index import OrgIndex
from dealer_roles.source.document import Document


def run_expectations(
    index: OrgIndex, documents: Iterable[Document], today: dt.date
) -> Iterator[CaseResult]:
    """Yield the result of every scenario in the ``kind: expectations`` documents given."""
    for document in documents:
        if document.data["kind"] == "expectations":
            for case in document.data["cases"]:
                yield run_case(index, case, document.file.label, today)


def run_case(index: OrgIndex, case: Any, file: str, today: dt.date) -> CaseResult:
    """Return the result of one scenario; one that asks nothing fails."""
    on = dt.date.fromisoformat(case["on"]) if "on" in case else today
    failures: list[Text] = []
    evidence: list[Any] = []
    asked = [kind for kind in QUESTIONS if kind in case]
    for kind in asked:
        problems, found = judge(index, kind, case[kind], on)
        failures += problems
        evidence += found
    if not asked:
        failures.append(Text("场景没有提问", "the scenario asks nothing"))
    return CaseResult(
        Text(case["name"]["zh"], case["name"]["en"]),
        Span(file, case.line, case.column),
        tuple(failures),
        tuple(dict.fromkeys(evidence)),
    )
