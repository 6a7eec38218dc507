"""``ownership``: how many holders own each cell of a task."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dealer_roles.model.declare import declared, optional
from dealer_roles.model.forms import Always
from dealer_roles.organization.cells import CellOwners
from dealer_roles.questions.declared_unowned import declaration
from dealer_roles.questions.owner import owned_parts
from dealer_roles.rules.kind import Check, Hit, Kind
from dealer_roles.rules.language.node import Node
from dealer_roles.rules.language.node_words import (
    duty_witness,
    holder_words,
    joined,
    node_words,
    plain,
    witness,
)
from dealer_roles.rules.language.reader import Reader
from dealer_roles.rules.language.view import View
from dealer_roles.rules.parameter_forms import COUNT
from dealer_roles.values.scope import scope_words, scopes_meet
from dealer_roles.values.text import Text


@declared
class OwnershipParameters:
    """每个范围几个负责人 — How many holders own each cell of a task."""

    at_least: Any = optional(COUNT, "最少", "The fewest")
    at_most: Any = optional(COUNT, "最多", "The most")
    accountable: Any = optional(
        Always(value=True), "只算 accountable", "Only an accountable share makes an owner"
    )


@dataclass(frozen=True, slots=True)
class Ownership:
    """Bounds on the owners of each cell.

    Attributes:
        at_least: The fewest owners; a declared, inherited or divided task needs none.
        at_most: The most owners; ``None`` is any number.
        accountable: Being responsible is not enough to own it.
    """

    at_least: int
    at_most: int | None
    accountable: bool

    def hits(self, view: View, node: Node) -> Iterator[Hit]:
        """Yield at most one finding for too few owners and one for too many."""
        cells = view.cells(node.id)
        if self.at_most is not None:
            yield from self._many(view, node, [c for c in cells if len(c.holders) > self.at_most])
        few = [c for c in cells if self._owners(c) < self.at_least]
        few = [c for c in few if not _excused(view, node.id, c)]
        if few:
            yield self._hit(view, node, few, (), min(map(self._owners, few)))

    def _owners(self, cell: CellOwners) -> int:
        if self.accountable and any(d.responsibility != "accountable" for d in cell.duties):
            return 0
        return len(cell.holders)

    def _many(self, view: View, node: Node, cells: Sequence[CellOwners]) -> Iterator[Hit]:
        if cells:
            worst = max(len(cell.holders) for cell in cells)
            owners = sorted({holder for cell in cells for holder in cell.holders})
            yield self._hit(view, node, cells, owners, worst)

    def _hit(
        self, view: View, node: Node, cells: Sequence[CellOwners], owners: Sequence[str], count: int
    ) -> Hit:
        own = dict.fromkeys(d for cell in cells for d in cell.duties)
        duties = own or dict.fromkeys(d for cell in cells for d in cell.others)
        some = len(cells) < len(view.cells(node.id))
        scopes = [scope_words(cell.scope) for cell in cells]
        places = [f"{node.id}[{words.replace(',', '+')}]" for words in scopes]
        return Hit(
            (*(places if some else (node.id,)), *owners),
            next(iter(duties)).span if duties else view.model.span,
            {
                "owners": joined(holder_words(view, o) for o in owners) if owners else _NOBODY,
                "count": plain(count),
                "cells": joined(plain(words) if words else _ALL for words in scopes),
                "task": node_words(view, node),
            },
            (*(duty_witness(view, duty) for duty in duties), witness(view, node)),
            count,
        )


_NOBODY = Text("无人", "nobody")
_ALL = Text("全部", "all of it")


def _excused(view: View, task: str, cell: CellOwners) -> bool:
    """Whether nobody need own the cell.

    It is declared so, inherited, or its parts are all owned; or only the catalogue names it,
    and this organization does not claim to cover everything.
    """
    index = view.index
    if cell.scope and view.model.coverage != "complete" and not _named(view, task, cell):
        return True
    if declaration(index, task, cell.scope) is not None:
        return True
    if not cell.duties and view.owner(task, cell.scope).inherited_from:
        return True
    return not cell.others and not cell.duties and owned_parts(index, task) is not None


def _named(view: View, task: str, cell: CellOwners) -> bool:
    shares = (node.value for node in view.duty_nodes_of_task.get(task, ()))
    return any(duty.scope and scopes_meet(duty.scope, cell.scope) for duty in shares)


def _read(raw: Mapping[str, Any], reader: Reader, kinds: tuple[str, ...]) -> Check | None:
    del kinds
    least, most = raw.get("at_least", 0), raw.get("at_most")
    if not least and most is None:
        reader.say(
            "rule-parameter",
            Text("须写 at_least 或 at_most", "state at_least, at_most or both"),
        )
        return None
    return Ownership(least, most, "accountable" in raw)


KIND = Kind(
    "ownership",
    OwnershipParameters,
    Text(
        "任务的每个范围有几个负责人(编制岗算一个)",
        "how many holders own each cell of a task; a post counts as one",
    ),
    ("task",),
    {
        "task": Text("任务", "the task"),
        "owners": Text("负责人", "the owners"),
        "count": Text("负责人数", "how many they are"),
        "cells": Text("涉及的范围", "the cells concerned"),
    },
    Text("负责人数", "the number of owners"),
    _read,
    """\
id: one-owner
name: {zh: 一事一人, en: One owner}
why: {zh: 两人都负责等于没人负责, en: What two people own nobody owns}
severity: error
for: {what: task}
check: {ownership: {at_most: 1}}
message: {zh: "{task}有{count}个负责人：{owners}", en: "{task} has {count} owners: {owners}"}
fix: {zh: 只留一个负责人, en: Keep one owner and make the others supporting}
examples:
  ok:
  - positions:
      cashier: [issue-invoice]
      accountant: [{task: issue-invoice, responsibility: supporting}]
  bad:
  - positions: {cashier: [issue-invoice], accountant: [issue-invoice]}
""",
)
