"""``handoff``: hand-offs land, changes of hands are carried, and papers go where they must."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dealer_roles.model.base_forms import ID
from dealer_roles.model.declare import declared, optional
from dealer_roles.model.entities import Handoff
from dealer_roles.model.forms import Always
from dealer_roles.organization.with_ids import joined
from dealer_roles.questions.handoff_faults import uncarried, unreceived
from dealer_roles.rules.kind import Check, Hit, Kind
from dealer_roles.rules.language.node import Node
from dealer_roles.rules.language.node_words import (
    duty_witness,
    holder_words,
    node_words,
    plain,
    span_of,
    task_words,
    witness,
)
from dealer_roles.rules.language.reader import Reader
from dealer_roles.rules.language.view import View
from dealer_roles.rules.parameter_forms import parameters_of
from dealer_roles.values.text import NO_TEXT, Text
from dealer_roles.words.marks import THE_SUPERIOR


@declared
class HandoffParameters:
    """交接 — Demands on hand-offs."""

    lands: bool = optional(
        Always(value=True),
        "(选 handoff)接收方承担下一任务",
        "(of a handoff) the receiver takes part in `then`",
        default=False,
    )
    carried: bool = optional(
        Always(value=True),
        "(选 process)每次换手都有交接",
        "(of a process) each change of hands has a hand-off",
        default=False,
    )
    then: str = optional(
        ID,
        "(选 task)须交给此任务的负责人",
        "(of a task) it hands over to this task's owner",
        default="",
    )
    approval: bool = optional(Always(value=True), "须经其批准", "with approval", default=False)
    form: str = optional(ID, "须用此表单", "with this form", default="")

    def hits(self, view: View, node: Node) -> Iterator[Hit]:
        """Yield what does not land, what nobody carries, or a task that is not handed over."""
        if self.lands:
            return _not_landing(view, node)
        return _not_carried(view, node) if self.carried else self._not_handed(view, node)

    def _not_handed(self, view: View, node: Node) -> Iterator[Hit]:
        """Yield a finding if no hand-off of the task fits, and somebody else owns the other."""
        owners = view.owners(self.then)
        if not owners or not view.owners(node.id) or set(owners) <= set(view.owners(node.id)):
            return
        if any(
            self._fits(view, h.value, owners) for h in view.handoff_nodes_of_task.get(node.id, ())
        ):
            return
        shares = [d for task in (node.id, self.then) for c in view.cells(task) for d in c.duties]
        yield Hit(
            (node.id, self.then),
            shares[0].span if shares else span_of(view, node),
            {
                "receiver": joined(holder_words(view, o) for o in owners),
                "giver": joined(holder_words(view, o) for o in view.owners(node.id)),
                "task": node_words(view, node),
                "then": task_words(view, self.then),
                "form": plain(self.form or "-"),
            },
            tuple(duty_witness(view, d) for d in dict.fromkeys(shares)),
        )

    def _fits(self, view: View, handoff: Handoff, owners: tuple[str, ...]) -> bool:
        lands = {view.index.holder(r) for r in view.index.receiver_ids(handoff)} & set(owners)
        return (
            bool(lands)
            and (handoff.approval or not self.approval)
            and (not self.form or handoff.form == self.form)
        )


def _not_landing(view: View, node: Node) -> Iterator[Hit]:
    """Yield each written receiver that cannot receive, as the gaps have it."""
    handoff: Handoff = node.value
    for fault in unreceived(view.index, handoff):
        yield Hit(
            (fault.subject,),
            handoff.span,
            {
                "receiver": joined(_receiver(view, i) for i in fault.receivers),
                "task": task_words(view, handoff.then or handoff.task),
            },
            (witness(view, node),),
        )


def _not_carried(view: View, node: Node) -> Iterator[Hit]:
    """Yield each change of hands that no hand-off carries, as the gaps have it."""
    for fault in uncarried(view.index, node.value):
        steps = (fault.here, fault.there)
        ends = [view.node("step", f"{node.id}/{step.id}") for step in steps]
        yield Hit(
            (fault.subject,),
            fault.there.span,
            {
                "receiver": joined(holder_words(view, o) for o in fault.takers),
                "giver": joined(holder_words(view, o) for o in fault.givers),
                "task": _where(task_words(view, fault.there.task), fault.where(view.index)),
            },
            tuple(witness(view, end) for end in ends if end is not None),
        )


def _receiver(view: View, id_: str) -> Text:
    return THE_SUPERIOR if id_ == "manager" else holder_words(view, id_)


def _where(task: Text, where: Text) -> Text:
    """Return a task with the cases that are meant, where these are only some."""
    if not where.en:
        return task
    return Text(f"{task.zh}（{where.zh}）", f"{task.en} ({where.en})")


def _read(raw: Mapping[str, Any], reader: Reader, kinds: tuple[str, ...]) -> Check | None:
    wants = {"lands": "handoff", "carried": "process", "then": "task"}
    given = [key for key in wants if key in raw]
    if len(given) != 1 or kinds != (wants[given[0]],):
        words = Text(
            "选 handoff 时写 lands，选 process 时写 carried，选 task 时写 then",
            "state lands for a handoff, carried for a process, or then for a task",
        )
        reader.say("rule-parameter", words, NO_TEXT)
        return None
    if "then" in raw:
        reader.names[raw["then"]] = None
    return parameters_of(HandoffParameters, raw)


KIND = Kind(
    "handoff",
    HandoffParameters,
    Text(
        "交接落到承担下一任务的人；流程换手有交接；某任务须交给另一任务的负责人",
        "a hand-off lands on somebody who takes part in its `then`; a process carries its changes "
        "of hands; a task hands over to the owner of another",
    ),
    ("handoff", "process", "task"),
    {
        "giver": Text("交出方(lands 时没有)", "who gives; not with `lands`"),
        "receiver": Text("接收方", "who receives"),
        "task": Text("任务", "the task"),
        "then": Text("另一任务(仅 then)", "the other task; only with `then`"),
        "form": Text("表单(仅 then)", "the form; only with `then`"),
    },
    Text("恒为 1", "always 1"),
    _read,
    """\
id: discount-is-approved
name: {zh: 优惠须审批, en: A discount is approved}
why: {zh: 报价人自己给优惠，底价形同虚设, en: A floor price is none if the seller may go below it}
severity: warning
for: {what: task, id: quote-vehicle}
check: {handoff: {then: approve-vehicle-discount, approval: true}}
message: {zh: "{giver}报价，却不交{receiver}审批", en: "{giver} quotes without asking {receiver}"}
fix: {zh: 在报价任务中加一个须批准的交接, en: Add a hand-off with approval to the quoting task}
examples:
  ok:
  - positions:
      seller:
        duties: [quote-vehicle]
        handoffs:
        - {task: quote-vehicle, to: chief, then: approve-vehicle-discount, approval: true}
      chief: [approve-vehicle-discount]
  bad:
  - positions: {seller: [quote-vehicle], chief: [approve-vehicle-discount]}
""",
)
