"""``protected``: only these may have a share in a task."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from typing import Any

from dealer_roles.model.base_forms import as_tuple
from dealer_roles.model.declare import declared, optional
from dealer_roles.organization.with_ids import joined
from dealer_roles.rules.kind import Check, Hit, Kind
from dealer_roles.rules.kinds.separation import COUNTING
from dealer_roles.rules.language.node import Node
from dealer_roles.rules.language.node_words import duty_witness, holder_words, node_words
from dealer_roles.rules.language.reader import Reader
from dealer_roles.rules.language.view import View
from dealer_roles.rules.parameter_forms import GLOBS, SHARES, parameters_of
from dealer_roles.values.text import Text
from dealer_roles.words.marks import named


@declared
class ProtectedParameters:
    """保护 — Only these may have a share."""

    positions: tuple[str, ...] = optional(
        GLOBS, "可以有份额的岗位", "Positions and posts that may", default=()
    )
    departments: tuple[str, ...] = optional(
        GLOBS, "可以有份额的部门", "Departments whose positions may", default=()
    )
    shares: tuple[str, ...] = optional(
        SHARES, "受保护的责任类型", "The responsibilities that are protected", default=COUNTING
    )

    def hits(self, view: View, node: Node) -> Iterator[Hit]:
        """Yield a finding if others have a share."""
        shares = [n.value for n in view.duty_nodes_of_task.get(node.id, ())]
        others = [
            d for d in shares if d.responsibility in self.shares and not self._may(view, d.holder)
        ]
        if others:
            who = sorted({duty.holder for duty in others})
            yield Hit(
                (node.id, *who),
                others[0].span,
                {
                    "holders": joined(holder_words(view, holder) for holder in who),
                    "task": node_words(view, node),
                    "allowed": named((*self.positions, *self.departments)),
                },
                tuple(duty_witness(view, duty) for duty in others),
                len(who),
            )

    def _may(self, view: View, holder: str) -> bool:
        members = view.index.members(holder)
        return self._named(holder) or all(self._named(m) or self._sits(view, m) for m in members)

    def _named(self, id_: str) -> bool:
        return any(fnmatchcase(id_, glob) for glob in self.positions)

    def _sits(self, view: View, id_: str) -> bool:
        position = view.model.positions.get(id_)
        return position is not None and not set(self.departments).isdisjoint(position.departments)


def _read(raw: Mapping[str, Any], reader: Reader, kinds: tuple[str, ...]) -> Check | None:
    del kinds
    positions, departments = (
        as_tuple(raw.get("positions") or ()),
        as_tuple(raw.get("departments") or ()),
    )
    if not positions and not departments:
        words = Text("须写 positions 或 departments", "state positions, departments or both")
        reader.say("rule-parameter", words)
        return None
    return parameters_of(ProtectedParameters, raw, positions=positions, departments=departments)


KIND = Kind(
    "protected",
    ProtectedParameters,
    Text("只有这些岗位可在任务中有份额", "only these may have a share in a task"),
    ("task",),
    {
        "task": Text("任务", "the task"),
        "holders": Text("不该有份额的人", "who has a share and may not"),
        "allowed": Text("可以有份额的", "who may"),
    },
    Text("不该有份额的人数", "how many have a share and may not"),
    _read,
    """\
id: only-finance-pays
name: {zh: 只有财务付款, en: Only finance pays}
why: {zh: 资金出口只能有一个, en: Money leaves through one door}
severity: error
for: {what: task, id: make-payments}
check: {protected: {departments: finance}}
message: {zh: "{holders}不得经手{task}", en: "{holders} may not have a share in {task}"}
fix: {zh: 交给财务部, en: Give it to finance}
examples:
  ok:
  - positions: {cashier: {department: finance, duties: [make-payments]}}
  bad:
  - positions: {seller: {department: sales, duties: [make-payments]}}
""",
)
