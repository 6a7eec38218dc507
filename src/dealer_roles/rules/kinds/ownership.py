"""``ownership``: how many holders own each cell of a task."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dealer_roles.model.declare import declared, optional
from dealer_roles.model.forms import Always
from dealer_roles.organization.cells import CellOwners
from dealer_roles.organization.on_day import NO_DUTIES
from dealer_roles.organization.standing import Standing, settled_apart, standing
from dealer_roles.organization.with_ids import joined
from dealer_roles.questions.gap_tasks import only_catalogued, where_named
from dealer_roles.rules.kind import Check, Hit, Kind
from dealer_roles.rules.language.node import Node
from dealer_roles.rules.language.node_words import (
    duty_witness,
    holder_words,
    node_words,
    plain,
    witness,
)
from dealer_roles.rules.language.reader import Reader
from dealer_roles.rules.language.view import View
from dealer_roles.rules.parameter_forms import COUNT, parameters_of
from dealer_roles.values.part_words import region_id, region_words
from dealer_roles.values.scope import Region
from dealer_roles.values.text import Text


@declared
class OwnershipParameters:
    """每个范围几个负责人 — How many holders own each cell of a task.

    A declared, inherited or divided task needs none.
    """

    at_least: int = optional(COUNT, "最少", "The fewest", default=0)
    at_most: int | None = optional(COUNT, "最多", "The most")
    accountable: bool = optional(
        Always(value=True),
        "只算 accountable",
        "Only an accountable share makes an owner",
        default=False,
    )

    def hits(self, view: View, node: Node) -> Iterator[Hit]:
        """Yield at most one finding for too few owners and one for too many."""
        if self.at_most is not None:
            cells = [
                c for c in view.cells(node.id) if view.index.count_hands(c.holders) > self.at_most
            ]
            yield from self._many(view, node, cells)
        few = [
            p for p in _answered_here(view, node.id) if self._owners(view, p.cell) < self.at_least
        ]
        if few:
            count = min(self._owners(view, part.cell) for part in few)
            yield self._hit(view, node, [(p.cell, p.region) for p in few], (), count)

    def _owners(self, view: View, cell: CellOwners) -> int:
        if self.accountable and any(d.responsibility != "accountable" for d in cell.duties):
            return 0
        return view.index.count_hands(cell.holders)

    def _many(self, view: View, node: Node, cells: Sequence[CellOwners]) -> Iterator[Hit]:
        if cells:
            worst = max(view.index.count_hands(cell.holders) for cell in cells)
            owners = sorted({holder for cell in cells for holder in cell.holders})
            yield self._hit(view, node, [(c, c.region) for c in cells], owners, worst)

    def _hit(
        self,
        view: View,
        node: Node,
        parts: Sequence[tuple[CellOwners, Region]],
        owners: Sequence[str],
        count: int,
    ) -> Hit:
        own = dict.fromkeys(d for cell, _ in parts for d in cell.duties)
        duties = own or dict.fromkeys(d for cell, _ in parts for d in cell.others)
        dimensions = view.index.dimensions
        stated = view.index.stated_of_task.get(node.id, NO_DUTIES)
        whole = len(parts) == len(view.cells(node.id)) if owners else _unowned(view, node.id)
        ids = [region_id(region, dimensions).replace(",", "+") for _, region in parts]
        return Hit(
            (*((node.id,) if whole else (f"{node.id}[{id_}]" for id_ in ids)), *owners),
            where_named(view.index, node.id, tuple(duties) or stated),
            {
                "owners": joined(holder_words(view, o) for o in owners) if owners else _NOBODY,
                "count": plain(count),
                "cells": joined(region_words(region, dimensions) for _, region in parts),
                "task": node_words(view, node),
            },
            (*(duty_witness(view, duty) for duty in duties), witness(view, node)),
            count,
        )


_NOBODY = Text("无人", "nobody")


def _answered_here(view: View, task: str) -> Iterator[Standing]:
    """Yield the parts whose owners must be here: not declared, inherited or done in parts.

    Nor need those be owned that only the catalogue has, where coverage is not complete.
    """
    org = view.index
    for part in settled_apart(org, task):
        excused = part.forgotten and only_catalogued(org, part.cell)
        if not part.declared and not part.whole and not excused:
            yield part


def _unowned(view: View, task: str) -> bool:
    return not any(part.holders for part in standing(view.index, task))


def _read(raw: Mapping[str, Any], reader: Reader, kinds: tuple[str, ...]) -> Check | None:
    del kinds
    if not raw.get("at_least") and "at_most" not in raw:
        reader.say(
            "rule-parameter",
            Text("须写 at_least 或 at_most", "state at_least, at_most or both"),
        )
        return None
    return parameters_of(OwnershipParameters, raw)


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
