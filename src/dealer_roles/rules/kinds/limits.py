"""``limits``: steps and duties state one time, duties and the authority table one amount."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dealer_roles.model.declare import declared, optional
from dealer_roles.model.entities import Duty, Step
from dealer_roles.model.forms import Always
from dealer_roles.organization.standing import owners_in
from dealer_roles.rules.kind import Check, Hit, Kind
from dealer_roles.rules.kinds.amounts import other_amounts
from dealer_roles.rules.language.node import Node
from dealer_roles.rules.language.node_words import duty_witness, span_of, witness
from dealer_roles.rules.language.reader import Reader
from dealer_roles.rules.language.view import View
from dealer_roles.rules.parameter_forms import parameters_of
from dealer_roles.values.duration import TimeLimit
from dealer_roles.values.scope import scopes_meet
from dealer_roles.values.text import Text


@declared
class LimitsParameters:
    """时限与限额一致 — Times of steps and duties, or amounts and the authority table."""

    agree: bool = optional(
        Always(value=True),
        "步骤与职责的时限须一致",
        "A step and its owner's duty state one limit",
        default=False,
    )
    amounts: bool = optional(
        Always(value=True),
        "职责的限额、审批的接收人须与权限表一致",
        "The amount of a duty, and who is handed a decision, are those of the authority table",
        default=False,
    )

    def hits(self, view: View, node: Node) -> Iterator[Hit]:
        """Yield each limit in time, or amount, that is another than the one it should be."""
        return _other_times(view, node) if self.agree else other_amounts(view, node)


def _other_times(view: View, node: Node) -> Iterator[Hit]:
    """Yield each duty whose limit is another than the step's, where both speak of one event."""
    step: Step = node.value
    if step.within is None or not _alone(view, node):
        return
    for duty in _duties_of_owner(view, step):
        if duty.within is not None and _differ(view, step.within, duty.within):
            yield Hit(
                (node.id, duty.holder),
                span_of(view, node),
                _values(_words(step.within), _words(duty.within)),
                (witness(view, node), duty_witness(view, duty)),
                abs(_hours(view, step.within) - _hours(view, duty.within)),
            )


def _alone(view: View, node: Node) -> bool:
    """Whether no other step of the process shares out the time of the same duty."""
    process = view.model.processes[node.id.partition("/")[0]]
    step: Step = node.value
    same = [s for s in process.steps if s.task == step.task and scopes_meet(s.scope, step.scope)]
    return len(same) == 1


def _duties_of_owner(view: View, step: Step) -> Iterator[Duty]:
    owners = owners_in(view.index, step.task, step.scope)
    for duty in view.index.duties_of_task.get(step.task, ()):
        if view.index.holder(duty.holder) in owners and scopes_meet(duty.scope, step.scope):
            yield duty


def _differ(view: View, one: TimeLimit, other: TimeLimit) -> bool:
    """Whether two limits that may speak of one event are not the same time."""
    events = {(limit.since, limit.before) for limit in (one, other)} - {(None, None)}
    return len(events) < 2 and _hours(view, one) != _hours(view, other)


def _hours(view: View, limit: TimeLimit) -> float:
    return limit.elapsed_hours(view.model.calendar)


def _values(step: Text, duty: Text) -> Mapping[str, Text]:
    return {"step": step, "duty": duty, "stated": step, "table": duty}


def _words(limit: TimeLimit) -> Text:
    return Text(limit.get("zh"), limit.get("en"))


def _read(raw: Mapping[str, Any], reader: Reader, kinds: tuple[str, ...]) -> Check | None:
    wanted = {"agree": {"step"}, "amounts": {"duty", "handoff"}}
    if len(raw) == 1 and set(kinds) <= wanted[next(iter(raw))]:
        return parameters_of(LimitsParameters, raw)
    words = Text(
        "写 agree(选 step)或 amounts(选 duty 或 handoff)之一",
        "state one of agree (for steps) and amounts (for duties or hand-offs)",
    )
    reader.say("rule-parameter", words)
    return None


KIND = Kind(
    "limits",
    LimitsParameters,
    Text(
        "agree：流程步骤的时限与负责人职责的时限一致；起算点不同、或同一任务在流程中分几步的，不比较。"
        "amounts：职责写明的限额就是权限表的限额，表中没有的限额无人可往上批；"
        "须审批的交接，接收人在表中有权",
        "with `agree`, the limit of a step and that of its owner's duty agree; limits that count "
        "from different events, and tasks that a process takes in several steps, are not "
        "compared. With `amounts`, a duty states the amount of the authority table (beyond one "
        "that stands in no row nobody decides), and who is handed a decision decides there",
    ),
    ("step", "duty", "handoff"),
    {
        "step": Text("步骤时限", "the step's limit"),
        "duty": Text("职责时限", "the duty's limit"),
        "stated": Text("写明的限额", "the amount stated"),
        "table": Text("权限表所写", "what the table says"),
    },
    Text("相差小时数；限额恒为 1", "the hours between them; 1 for amounts"),
    _read,
    """\
id: one-time-for-a-transfer
name: {zh: 过户时限一致, en: One time for a transfer}
why: {zh: 两处不一，无法考核, en: Nobody can be held to two limits}
severity: warning
for: {what: step}
check: {limits: {agree: true}}
message: {zh: "流程{step}，职责{duty}", en: "the process says {step}, the duty {duty}"}
fix: {zh: 改成同一时限, en: State one limit}
examples:
  ok:
  - positions: {clerk: [{task: transfer-ownership, within: 5 business days}]}
    processes: {used: [{task: transfer-ownership, within: 5 business days}]}
  bad:
  - positions: {clerk: [{task: transfer-ownership, within: 5 business days}]}
    processes: {used: [{task: transfer-ownership, within: 3 business days}]}
""",
)
