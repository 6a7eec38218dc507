"""A rule's examples: small organizations that it must pass, or find something in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dealer_roles.model.build import Built, build
from dealer_roles.model.checked import check_form
from dealer_roles.model.kinds import KIND_OF_WORD
from dealer_roles.organization.on_day import OnDay
from dealer_roles.rules.example_documents import documents_of
from dealer_roles.rules.rule import Rule
from dealer_roles.rules.run import run_rules
from dealer_roles.source.document import Locator, YamlDocument
from dealer_roles.source.file import SourceFile
from dealer_roles.source.settings import DEFAULTS
from dealer_roles.values.findings import Finding
from dealer_roles.values.span import Span
from dealer_roles.values.text import Text

DAY = dt.date(2026, 1, 1)


class _Here(Locator):
    """Everything that is wrong with an example stands at the example."""

    def __init__(self, span: Span) -> None:
        super().__init__(DEFAULTS)
        self._span = span

    def span(
        self, document: YamlDocument, path: Iterable[str | int] = (), key: str | None = None
    ) -> Span:
        del document, path, key
        return self._span


def example_organization(raw: Any, file: SourceFile) -> OnDay | tuple[Finding, ...]:
    """Return the organization of an example, or what is wrong with it."""
    on = dt.date.fromisoformat(raw["on"]) if "on" in raw else DAY
    return organization_at(Span(file.label, raw.line, raw.column), documents_of(raw, file), on)


def organization_at(
    span: Span, documents: Iterable[YamlDocument], on: dt.date
) -> OnDay | tuple[Finding, ...]:
    """Return the organization of documents that all stand at one place, or what is wrong."""
    here = _Here(span)
    checked, problems = check_form(list(documents), KIND_OF_WORD, here)
    built = Built(None, ()) if problems else build(checked, (), span.file, here)
    if built.model is None:
        return (*problems, *built.findings)
    return OnDay(built.model, on)


def disagreements(rule: Rule, document: YamlDocument, number: int) -> Iterator[Finding]:
    """Yield a finding for each example of rule ``number`` that the rule disagrees with."""
    for side, examples in rule.examples:
        for place, raw in enumerate(examples):
            path = ("rules", number, "examples", side, place)
            span = Span(document.file.label, raw.line, raw.column)
            words = _disagreement(rule, side, raw, document.file)
            if words is not None:
                subject = document.pointer(path)
                yield Finding("rule-example", "error", words, span, "", subject, _FIX)


_FIX = Text("改正规则或示例，使二者一致", "change the rule or the example until they agree")


def story(raw: Mapping[str, Any]) -> Text | None:
    """Return what an example tells in a sentence, if it tells anything."""
    return Text.of(raw["about"]) if "about" in raw else None


SIDES = {"ok": Text("合规", "passes"), "bad": Text("会报", "found")}
"""What stands before the story of an example of each side."""


def stories(rule: Rule) -> Iterator[tuple[str, Text]]:
    """Yield what the examples of a rule tell: the side, and the story."""
    for side, examples in rule.examples:
        for raw in examples:
            told = story(raw)
            if told is not None:
                yield side, told


def _disagreement(rule: Rule, side: str, raw: Any, file: SourceFile) -> Text | None:
    org = example_organization(raw, file)
    told = story(raw)
    zh, en = (f"（{told.get('zh')}）", f" ({told.get('en')})") if told is not None else ("", "")
    if not isinstance(org, OnDay):
        first = org[0].message
        return Text(
            f"规则 {rule.id} 的示例{zh}无法构建：{first.zh}",
            f"an example of the rule {rule.id}{en} cannot be built: {first.en}",
        )
    found = findings_in(rule, raw, org, file)
    expected = raw.get("times", 1 if side == "bad" else 0)
    if len(found) == expected:
        return None
    shown = "; ".join(finding.message.en for finding in found)
    shown_zh = "；".join(finding.message.zh for finding in found)
    return Text(
        f"规则 {rule.id} 在{_SIDES[side].zh}{zh}中应有 {expected} 个发现，"
        f"实有 {len(found)} 个" + (f"：{shown_zh}" if found else ""),
        f"the rule {rule.id} should find {expected} in {_SIDES[side].en}{en} but finds "
        f"{len(found)}" + (f": {shown}" if found else ""),
    )


_SIDES = {"ok": Text("好示例", "an ok example"), "bad": Text("坏示例", "a bad example")}


def findings_in(rule: Rule, raw: Any, org: OnDay, file: SourceFile) -> tuple[Finding, ...]:
    """Return what a rule finds in the organization of an example."""
    base = example_organization(raw["base"], file) if "base" in raw else None
    other = base if isinstance(base, OnDay) else None
    found = run_rules(org, (rule,), lambda _: other)
    return tuple(finding for finding in found if finding.code == rule.id)
