"""How each kind of scenario is asked and judged; one function a kind, one visible table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from dealer_roles.organization.evidence import Evidence
from dealer_roles.organization.on_day import OnDay
from dealer_roles.questions.arguments import require_position, scope_from
from dealer_roles.questions.duties import duties
from dealer_roles.questions.escalation import escalation
from dealer_roles.questions.escalation_answer import (
    EscalationAnswer,
    EscalationBranch,
    EscalationStep,
)
from dealer_roles.questions.gaps import gaps
from dealer_roles.questions.handoffs import handoffs
from dealer_roles.questions.overlaps import overlaps
from dealer_roles.questions.owner import owner
from dealer_roles.questions.walk import walk
from dealer_roles.values.errors import UnknownId
from dealer_roles.values.text import Text

Judged = tuple[list[Text], tuple[Evidence, ...]]
"""What was expected and not found, and what the answer rests on."""


def judge(org: OnDay, kind: str, wanted: Mapping[str, Any]) -> Judged:
    """Ask one scenario's question and compare; an unknown id is a failure, not an error."""
    expected = EXPECTATIONS.get(kind)
    if expected is not None and expected.isdisjoint(wanted):
        listed = ", ".join(sorted(expected))
        words = Text(
            f"{kind} 没有写期望什么：{listed}", f"{kind} expects nothing; state one of {listed}"
        )
        return [words], ()
    try:
        return QUESTIONS[kind](org, wanted)
    except UnknownId as error:
        return [error.message], ()


def _owner(org: OnDay, wanted: Mapping[str, Any]) -> Judged:
    answer = owner(org, wanted["task"], scope_from(org, wanted.get("scope")))
    failures: list[Text] = []
    expected = _ids(wanted.get("owned_by"))
    if expected and set(expected) != set(answer.owners):
        failures.append(_differs("负责人", "owned by", expected, answer.owners))
    status = wanted.get("status", "owned" if expected else answer.status)
    if status != answer.status:
        failures.append(_differs("状态", "status", [status], [answer.status]))
    return failures, answer.evidence


def _escalation(org: OnDay, wanted: Mapping[str, Any]) -> Judged:
    for key in ("about", "passes_over"):
        if key in wanted:
            require_position(org, wanted[key])
    answer = escalation(
        org,
        wanted["position"],
        wanted.get("topic"),
        subject=wanted.get("about"),
        case=scope_from(org, wanted.get("case")),
    )
    ways = [_called(answer, branch) for branch in answer.branches]
    everybody = [_who(step) for step in answer.steps]
    failures: list[Text] = []
    first = wanted.get("calls", [])
    if not any(way[: len(first)] == first for way in ways):
        failures.append(_differs("依次上报", "calls", first, everybody))
    for key, fits in (("reaches", True), ("passes_over", False)):
        if key in wanted and (wanted[key] in everybody) != fits:
            failures.append(_differs(key, key.replace("_", " "), [wanted[key]], everybody))
    return failures, answer.evidence


def _called(answer: EscalationAnswer, branch: EscalationBranch) -> list[str]:
    """Whom a branch calls; one that goes on as an earlier one did, with what follows there."""
    found = [_who(step) for step in answer.chain(branch)]
    onward, at = branch, branch.at
    while onward.ends == "again":
        chains = ((b, answer.chain(b)) for b in answer.branches)
        onward, chain = next((b, c) for b, c in chains if any(s.number == at for s in c))
        numbers = [step.number for step in chain]
        found += [_who(step) for step in chain[numbers.index(at) + 1 :]]
        at = onward.at
    return found


def _who(step: EscalationStep) -> str:
    return step.position or step.party or "?"


def _handoff(org: OnDay, wanted: Mapping[str, Any]) -> Judged:
    pool = handoffs(org, wanted["from"], wanted["to"], None)
    details = [key for key in ("task", "then", "form", "approval") if key in wanted]
    found = [h for h in pool if all(getattr(h, key) == wanted[key] for key in details)]
    if found:
        return [], tuple(e for h in found for e in h.evidence)
    near = [f"{h.id} ({h.task} → {h.then or '…'}, {h.form or h.deliverable.en})" for h in pool]
    rest = ", ".join(f"{key}={wanted[key]}" for key in details)
    return [_differs("交接", f"a hand-off {wanted['from']} → {wanted['to']}", [rest], near)], ()


_SHARELESS = Text("期望没有份额，就没有出处可言", "where no share is expected, none cites a source")


def _duty(org: OnDay, wanted: Mapping[str, Any]) -> Judged:
    views = duties(org, wanted["position"], wanted["task"], None)
    found = [view.duty for view in views]
    kinds = [duty.responsibility for duty in found]
    expected = wanted["responsibility"]
    evidence = tuple(e for view in views for e in view.evidence)
    if expected == "none":
        failures = [_differs("份额", "share", ["none"], kinds)] if kinds else []
        return [*failures, *([_SHARELESS] if "source" in wanted else [])], evidence
    fitting = [duty for duty in found if duty.responsibility == expected]
    if not fitting:
        return [_differs("份额", "share", [expected], kinds)], evidence
    source = wanted.get("source")
    if source and not any(source in duty.sources for duty in fitting):
        cited = [s for duty in fitting for s in duty.sources]
        return [_differs("出处", "source", [source], cited)], evidence
    return [], evidence


def _walk(org: OnDay, wanted: Mapping[str, Any]) -> Judged:
    answer = walk(org, wanted["process"])
    failures: list[Text] = []
    held = [holder for step in answer.steps for holder in step.holders]
    for position in wanted.get("passes", []):
        require_position(org, position)
    if not _in_order(wanted.get("passes", []), held):
        failures.append(_differs("依次经手", "passes", wanted["passes"], held))
    if wanted.get("carried"):
        bare = [f"{m.source} → {m.target}" for m in answer.moves if m.uncarried]
        if bare:
            failures.append(Text(f"没有交接：{'、'.join(bare)}", f"no hand-off: {', '.join(bare)}"))
    return failures, answer.evidence


def _in_order(wanted: Iterable[str], held: Iterable[str]) -> bool:
    rest = iter(held)
    return all(any(holder == position for holder in rest) for position in wanted)


def _nothing(org: OnDay, wanted: Mapping[str, Any]) -> Judged:
    failures: list[Text] = []
    if "gaps" in wanted:
        failures += [g.message for g in gaps(org) if g.severity != "note"]
    if "overlaps" in wanted:
        failures += [Text(f"{o.task}：{o.why.zh}", f"{o.task}: {o.why.en}") for o in overlaps(org)]
    return failures, ()


def _ids(value: Any) -> list[str]:
    return [] if value is None else [value] if isinstance(value, str) else list(value)


def _differs(zh: str, en: str, wanted: Iterable[str], got: Iterable[str]) -> Text:
    expected, found = ", ".join(wanted), ", ".join(got)
    return Text(
        f"{zh}：期望 {expected}，实际 {found or '无'}",
        f"{en}: expected {expected}, got {found or 'nothing'}",
    )


EXPECTATIONS = {
    "owner": frozenset({"owned_by", "status"}),
    "escalation": frozenset({"calls", "reaches", "passes_over"}),
    "walk": frozenset({"passes", "carried"}),
    "nothing": frozenset({"gaps", "overlaps"}),
}
"""What a question may be held against; the others say in their own words what they expect."""

QUESTIONS: dict[str, Callable[[OnDay, Mapping[str, Any]], Judged]] = {
    "owner": _owner,
    "escalation": _escalation,
    "handoff": _handoff,
    "duty": _duty,
    "walk": _walk,
    "nothing": _nothing,
}
