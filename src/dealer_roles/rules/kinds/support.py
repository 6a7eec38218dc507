"""``support``: whoever is supported has the work."""

from __future__ import annotations

from collections.abc import Iterator

from dealer_roles.model.declare import declared, optional
from dealer_roles.model.entities import Duty
from dealer_roles.organization.with_ids import joined
from dealer_roles.rules.kind import Hit, Kind
from dealer_roles.rules.kinds.separation import COUNTING
from dealer_roles.rules.language.node import Node
from dealer_roles.rules.language.node_words import holder_words, span_of, witness
from dealer_roles.rules.language.view import View
from dealer_roles.rules.parameter_forms import SHARES, read_as_written
from dealer_roles.values.scope import scopes_meet
from dealer_roles.values.text import Text


@declared
class SupportParameters:
    """协助有主 — Whoever a duty supports has the work.

    He has such a share in the task, or in one that it is part of.
    """

    shares: tuple[str, ...] = optional(
        SHARES,
        "被协助人须有的责任类型；缺省为负责与执行",
        "What share whoever is supported has; accountable or responsible by default",
        default=COUNTING,
    )

    def hits(self, view: View, node: Node) -> Iterator[Hit]:
        """Yield a finding if a duty supports somebody who does not have the work."""
        duty: Duty = node.value
        if not duty.supports:
            return
        doing = _holders(view, duty, self.shares)
        wrong = [one for one in duty.supports if view.index.holder(one) not in doing]
        if not wrong or not doing:
            return  # what nobody does is another finding
        values = {
            "supported": joined(holder_words(view, one) for one in wrong),
            "owners": joined(holder_words(view, one) for one in sorted(doing)),
        }
        ids = (duty.holder, duty.task, *wrong)
        yield Hit(ids, span_of(view, node), values, (witness(view, node),))


def _holders(view: View, duty: Duty, shares: tuple[str, ...]) -> frozenset[str]:
    tasks = (duty.task, *view.model.catalogue.ancestors(duty.task))
    found = (node.value for task in tasks for node in view.duty_nodes_of_task.get(task, ()))
    return frozenset(
        view.index.holder(one.holder)
        for one in found
        if one.responsibility in shares and scopes_meet(one.scope, duty.scope)
    )


KIND = Kind(
    "support",
    SupportParameters,
    Text(
        "职责写明协助谁，该人须在同一任务(或其所属的大任务)中负责或执行；任务无人做的不报",
        "whoever a duty supports does that task, or one that it is part of, in the same cases; "
        "a task that nobody does is another matter",
    ),
    ("duty",),
    {
        "supported": Text("被协助而不做此事的人", "who is supported without having the work"),
        "owners": Text("负责或执行的人", "who has it"),
    },
    Text("恒为 1", "always 1"),
    read_as_written(SupportParameters),
    """\
id: help-for-whoever-works
name: {zh: 协助有主, en: Help goes to whoever has the work}
why: {zh: 协助写错了人，忙时无人可帮, en: "Help that goes to somebody else helps nobody"}
severity: warning
for: {what: duty}
check: {support: {}}
message: {zh: "{subject}，协助的是{supported}", en: "{subject} for {supported}"}
fix: {zh: "改为协助{owners}", en: "Let it support {owners}"}
examples:
  ok:
  - positions:
      keeper: [keep-stock]
      clerk: [{task: keep-stock, responsibility: supporting, supports: keeper}]
  bad:
  - positions:
      keeper: [keep-stock]
      chief: [plan-stock]
      clerk: [{task: keep-stock, responsibility: supporting, supports: chief}]
""",
)
